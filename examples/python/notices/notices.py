#!/usr/bin/env python3
"""A notice to each row of a spreadsheet, as PDF in two languages: notices.py FILE.xlsx FOLDER

Rows are set on several threads: Bichig works without Python's lock. A row that is wrong is named with its cell, and the
others are written all the same. `report.xlsx` in the folder lists what became of each row.
"""

import concurrent.futures
import json
import pathlib
import re
import sys
from typing import Any, NamedTuple

import bichig
import openpyxl

TEMPLATE = pathlib.Path(__file__).with_name("template.latin.json")
COLUMNS = ("number", "date", "sumu", "苏木", "pumps", "devices")


class Row(NamedTuple):
    """A row of the sheet."""

    place: int
    values: dict[str, str]


class Outcome(NamedTuple):
    """What became of a row."""

    place: int
    file: str
    pages: int
    remarks: str


def mongolian(text: str) -> str:
    """What stands between ⟦ and ⟧ in Latin, as Mongolian letters."""
    return re.sub("⟦(.*?)⟧", lambda found: bichig.normalize(bichig.from_latin(found[1])), text)


def read_rows(path: pathlib.Path) -> list[Row]:
    """The rows of the first sheet."""
    sheet = openpyxl.load_workbook(path, read_only=True).worksheets[0]
    rows = [[str(cell) if cell is not None else "" for cell in row] for row in sheet.iter_rows(values_only=True)]
    if not rows or tuple(rows[0]) != COLUMNS:
        sys.exit(f"{path}: the first row must be: {', '.join(COLUMNS)}")
    return [Row(number, dict(zip(COLUMNS, row))) for number, row in enumerate(rows[1:], start=2)]


def filled(value: Any, fields: dict[str, str]) -> Any:
    """The template with each {name} replaced by the field of this name."""
    if isinstance(value, str):
        return re.sub(r"\{(\w+)\}", lambda found: fields[found[1]], value)
    if isinstance(value, list):
        return [filled(item, fields) for item in value]
    if isinstance(value, dict):
        return {key: filled(item, fields) for key, item in value.items()}
    return value


def fields_of(row: Row) -> dict[str, str]:
    """The fields of the template."""
    year, month, day = row.values["date"][:10].split("-")
    for column in ("pumps", "devices", "number"):
        if not row.values[column].isdigit():
            raise ValueError(f"column {column}: {row.values[column]!r} is no number")
    return {**row.values, "date": f"{year}-{month}-{day}", "year": year, "month": str(int(month)), "day": str(int(day))}


def set_row(row: Row, template: Any, folder: pathlib.Path) -> Outcome:
    """Writes the notice of a row."""
    try:
        fields = fields_of(row)
        name = f"notice-{fields['number']}.pdf"
        document = bichig.Document(json.dumps(filled(template, fields)), "json", name=f"row {row.place}")
        summary = document.write(folder / name, strict=True)
        return Outcome(row.place, name, summary.pages, "; ".join(found.message for found in summary.findings))
    except (bichig.Error, ValueError) as error:
        return Outcome(row.place, "", 0, str(error))


def main() -> int:
    source, folder = pathlib.Path(sys.argv[1]), pathlib.Path(sys.argv[2])
    folder.mkdir(parents=True, exist_ok=True)
    template = json.loads(mongolian(TEMPLATE.read_text(encoding="utf-8")))
    with concurrent.futures.ThreadPoolExecutor() as pool:
        outcomes = list(pool.map(lambda row: set_row(row, template, folder), read_rows(source)))
    book = openpyxl.Workbook()
    book.worksheets[0].append(["row", "file", "pages", "remarks"])
    for outcome in outcomes:
        book.worksheets[0].append(list(outcome))
        print(f"row {outcome.place}: {outcome.file or 'not written: ' + outcome.remarks}")
    book.save(folder / "report.xlsx")
    return 0 if all(outcome.file for outcome in outcomes) else 1


if __name__ == "__main__":
    sys.exit(main())
