#!/usr/bin/env python3
"""Makes the spreadsheet of this example from its draft, whose Mongolian is written in Latin: make_sheet.py FILE.xlsx"""

import csv
import pathlib
import sys

import bichig
import openpyxl

DRAFT = pathlib.Path(__file__).with_name("notices.latin.tsv")


def main() -> None:
    book = openpyxl.Workbook()
    sheet = book.worksheets[0]
    with DRAFT.open(encoding="utf-8", newline="") as file:
        for number, row in enumerate(csv.reader(file, delimiter="\t")):
            if number > 0:
                row[2] = bichig.normalize(bichig.from_latin(row[2]))
            sheet.append(row)
    book.save(sys.argv[1])
    print(f"wrote {sys.argv[1]}")


if __name__ == "__main__":
    main()
