# Widgets beside Qt's own, as tables: `./dev bench qt`.
"""bench_qtN has both kinds of widgets do the same in turns, in one process for each text; what one widget holds is
measured in a process of its own. Times are processor time, of all threads, from an event to the frame that shows what
came of it: the machine may be busy with other things. A ratio below 1 is in our favour. Qt's widgets set the same text
in the same font, in horizontal lines and by Qt's own shaping."""

import json
import subprocess
import sys

SIZES = [1_000, 10_000, 100_000]
SHAPES = {"paragraphs": "paragraphs of 20 to 180 words", "one-paragraph": "one paragraph"}


def rows_of(program, *arguments):
    """What a process tells: its version of Qt, and {act: {widget: figures}}."""
    run = subprocess.run([program, *map(str, arguments)], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    if run.returncode != 0:
        sys.exit(f"{program.name} {' '.join(map(str, arguments))} failed: {run.stderr}")
    version, *rows = map(json.loads, run.stdout.splitlines())
    acts = {}
    for row in rows:
        acts.setdefault(row.pop("act"), {})[row.pop("widget")] = row
    return version["qt"], acts


def compared(row, figure, ours, theirs):
    mine, other = row[ours][figure], row[theirs][figure]
    return {ours: mine, theirs: other, "ratio": mine / other if other > 0 else None}


def figures(program, words, shape):
    """Rows of one text: [{act, figure, TextEdit, QTextEdit, ratio}]."""
    qt, acts = rows_of(program, "times", words, shape)
    rows = []
    for act, row in acts.items():
        for figure in ("p50", "p99"):
            rows.append({"act": act, "figure": figure, "unit": "ms", "acts": row["QTextEdit"]["acts"],
                         **compared(row, f"{figure}_cpu_ms", "TextEdit", "QTextEdit"),
                         "wall": compared(row, f"{figure}_ms", "TextEdit", "QTextEdit")})
    held = [rows_of(program, "memory", widget, words, shape)[1] for widget in ("TextEdit", "QTextEdit")]
    for act in held[0]:
        row = {**held[0][act], **held[1][act]}
        for figure, name in (("heap_mb", "heap"), ("resident_mb", "resident")):
            rows.append({"act": act, "figure": name, "unit": "MB", **compared(row, figure, "TextEdit", "QTextEdit")})
    return qt, rows


def label_figures(program):
    acts = rows_of(program, "times", 0, "labels")[1]
    return [{"act": act, "figure": figure, "unit": "ms", "acts": row["QLabel"]["acts"],
             **compared(row, f"{figure}_cpu_ms", "Label", "QLabel")}
            for act, row in acts.items() for figure in ("p50", "p99")]


def print_table(columns, ours, theirs):
    """One line for each figure, one column for each text: ours, theirs, ratio."""
    print(f"{'':31}" + "".join(f"{title:>32}" for title in columns))
    print(f"{'':31}" + f"{ours:>12}{theirs:>11}{'ratio':>9}" * len(columns))
    for rows in zip(*columns.values()):
        cells = "".join(f"{row[ours]:12.2f}{row[theirs]:11.2f}{row['ratio'] or 0:9.2f}" for row in rows)
        print(f"{rows[0]['act']:21}{rows[0]['figure'] + ' ' + rows[0]['unit']:>10}{cells}", flush=True)


def run(folder, sizes):
    """Measures with each Qt that the benchmark was built for, and yields its number and what is to be kept."""
    programs = sorted(folder.glob("bench_qt[0-9]"))
    if not programs:
        sys.exit(f"{folder} has no benchmark of widgets: qt6-base-dev or qtbase5-dev is missing")
    for program in programs:
        found = {"texts": [], "labels": label_figures(program)}
        for shape, title in SHAPES.items():
            columns = {}
            for words in sizes:
                found["qt"], rows = figures(program, words, shape)
                found["texts"].append({"shape": shape, "words": words, "rows": rows})
                columns[f"{words:,} words"] = rows
            print(f"\nQt {found['qt']}, {title}; processor time, in turns")
            print_table(columns, "TextEdit", "QTextEdit")
            for name, rows in columns.items():
                print(f"{name}: {next(row['acts'] for row in rows if row['act'] == 'key')} keys each")
        print(f"\nQt {found['qt']}, labels of 12 words")
        print_table({"": found["labels"]}, "Label", "QLabel")
        yield program.name.removeprefix("bench_qt"), found
