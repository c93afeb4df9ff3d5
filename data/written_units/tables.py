"""Reads the tables of this folder, and names what they may name."""
import pathlib
import sys

HERE = pathlib.Path(__file__).resolve().parent
SYSTEMS = ["hudum", "hudum_ali_gali", "todo", "todo_ali_gali", "sibe", "manchu", "manchu_ali_gali", "other"]
POSITIONS = ["isol", "init", "medi", "fina"]
CONDITIONS = ["chachlag", "chachlag_onset", "chachlag_onset_gb", "devsger", "dotless", "feminine", "feminine_marked",
              "marked", "masculine_devsger", "masculine_onset", "onset", "particle", "post_bowed",
              "post_bowed_feminine", "vowel_devsger"]


def fail(message):
    sys.exit(message)


def sort_value(row, key):
    """What a column sorts by: its place in a list of names, its number, or its text."""
    if isinstance(key, tuple):
        if row[key[0]] not in key[1]:
            fail(f"'{row[key[0]]}' is no {key[0]}")
        return key[1].index(row[key[0]])
    value = row[key]
    return int(value) if value.isdigit() and key in ("code", "selector") else value


def read_table(name, keys):
    """The rows of a table as dictionaries. They must be sorted by `keys` and differ in them; None skips that check."""
    lines = [line for line in (HERE / name).read_text(encoding="utf-8").splitlines() if line and line[0] != "#"]
    columns = lines[0].split("\t")
    previous = None
    for line in lines[1:]:
        values = line.split("\t")
        if len(values) != len(columns):
            fail(f"{name}: '{line}' has {len(values)} fields, not {len(columns)}")
        row = dict(zip(columns, values))
        if keys is not None:
            place = [sort_value(row, key) for key in keys]
            if previous is not None and place <= previous:
                fail(f"{name}: '{line}' is not in order")
            previous = place
        yield row
