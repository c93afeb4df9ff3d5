"""Tables against openpyxl, Python's csv and LibreOffice: check_tables.py TABLE_TOOL OUT.

Each of them reads what Bichig writes and finds the same text in each cell, and Bichig reads what openpyxl and csv
write. openpyxl does not know the escapes _xHHHH_ of ECMA-376, so that its rows hold none of them; LibreOffice does.
"""
import csv
import io
import pathlib
import random
import shutil
import sys
import time

import common

SEED, ROWS, COLUMNS = 8, 400, 7
PIECES = [" ", "  ", "\n", "\t", '"', "'", ",", ";", "=", "+", "-", "@", "<", "&amp;", "=1+1", "_x", "_xa", "_", "a",
          "0", "1-2", "1e5", "007", "TRUE", "2026-11-27", "\u2028", "\ufeff", "\uff1d", "\U0001F600", "m\u00f6nxe",
          "a\u0308", "\u182e\u1824\u1829\u182d\u1823\u182f", "\u180e", "\u180b", "\u202f", "\u4e2d\u6587"]
ESCAPED = ["\x01", "\x1f", "_x0041_", "_x005F_", "\uffff"]
# The separator, the quote, UTF-8, the first line, quoted text, as it is stored, no formulas, the first sheet.
LIBREOFFICE_CSV = "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,true,false,false,false,false,1"


def made(pieces):
    """Rows of cells, none of them ending in an empty cell."""
    source = random.Random(SEED)
    rows = []
    for _ in range(ROWS):
        row = ["".join(source.choice(pieces) for _ in range(source.randint(0, 5))) for _ in range(COLUMNS - 1)]
        rows.append([*row, "end"])
    return rows


def to_csv(rows, path, **options):
    buffer = io.StringIO(newline="")
    csv.writer(buffer, **options).writerows(rows)
    path.write_bytes(buffer.getvalue().encode("utf-8"))


def from_csv(path):
    return list(csv.reader(io.StringIO(path.read_bytes().decode("utf-8-sig"), newline="")))


def compare(name, expected, found):
    faults = []
    if len(expected) != len(found):
        faults.append(f"{name}: {len(found)} rows, {len(expected)} expected")
    for number, (want, got) in enumerate(zip(expected, found), 1):
        if want != got:
            at = next((i for i, pair in enumerate(zip(want, got)) if pair[0] != pair[1]), min(len(want), len(got)))
            faults.append(f"{name}: row {number}, column {at + 1}: expected {want[at:at + 1]!r}, "
                          f"found {got[at:at + 1]!r}")
    return faults


def with_openpyxl(tool, out, rows):
    import openpyxl
    to_csv(rows, out / "python.csv")
    common.output([tool, "xlsx", out / "python.csv", out / "ours.xlsx"])
    sheet = openpyxl.load_workbook(out / "ours.xlsx").active
    found = [[cell.value or "" for cell in row] for row in sheet.iter_rows()]
    faults = compare("openpyxl reads our XLSX", rows, found)
    faults += [f"{cell.coordinate} is a {cell.data_type}, no text" for row in sheet.iter_rows() for cell in row
               if cell.value is not None and cell.data_type != "s"]
    if sheet.freeze_panes != "A2" or not sheet["A1"].font.b or sheet.auto_filter.ref != sheet.dimensions:
        faults.append("openpyxl finds no header that is bold, stays in sight and filters")
    book = openpyxl.Workbook()
    for row, cells in enumerate(rows, 1):
        for column, text in enumerate(cells, 1):
            cell = book.active.cell(row, column)
            cell.value = text
            cell.data_type = "s"
    book.save(out / "theirs.xlsx")
    common.output([tool, "csv", out / "theirs.xlsx", out / "ours.csv"])
    return faults + compare("we read openpyxl's XLSX, Python reads our CSV", rows, from_csv(out / "ours.csv"))


def with_python(tool, out, rows):
    faults = []
    for number, options in enumerate([{"delimiter": ";"}, {"delimiter": "\t", "lineterminator": "\n"},
                                      {"quoting": csv.QUOTE_ALL, "lineterminator": "\n"}]):
        to_csv([["first", "row"], *rows], out / "in.csv", **options)
        common.output([tool, "xlsx", out / "in.csv", out / "in.xlsx"])
        common.output([tool, "csv", out / "in.xlsx", out / "out.csv"])
        faults += compare(f"we read Python's CSV {number}", rows, from_csv(out / "out.csv")[1:])
    return faults


def with_libreoffice(tool, out, rows):
    to_csv(rows, out / "office.csv")
    common.output([tool, "xlsx", out / "office.csv", out / "office.xlsx"])
    (out / "office.csv").unlink()
    common.output(["soffice", f"-env:UserInstallation=file://{out / 'profile'}", "--headless", "--convert-to",
                   LIBREOFFICE_CSV, "--outdir", out, out / "office.xlsx"])
    made_file = next(out.glob("office*.csv"), None)
    if made_file is None:
        raise common.Broken("LibreOffice wrote no CSV: run ./dev setup (libreoffice-calc-nogui)")
    return compare("LibreOffice reads our XLSX", rows, from_csv(made_file))


def faults_of(arguments):
    tool, out = arguments
    out = pathlib.Path(out).resolve() / "tables"
    shutil.rmtree(out, ignore_errors=True)
    out.mkdir(parents=True)
    start = time.monotonic()
    faults = with_openpyxl(tool, out, made(PIECES))
    faults += with_python(tool, out, made(PIECES + ESCAPED))
    faults += with_libreoffice(tool, out, made(PIECES + ESCAPED))
    shutil.rmtree(out / "profile", ignore_errors=True)
    print(f"{3 * ROWS} rows of {COLUMNS} cells in {time.monotonic() - start:.1f} s", file=sys.stderr)
    return faults


if __name__ == "__main__":
    common.main("tables", faults_of)
