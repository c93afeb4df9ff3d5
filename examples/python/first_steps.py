#!/usr/bin/env python3
"""The first steps that README shows: first_steps.py DOCUMENT FOLDER writes a word as PNG and a document as PDF."""

import pathlib
import sys

import bichig

source, folder = pathlib.Path(sys.argv[1]), pathlib.Path(sys.argv[2])

text = bichig.Text.from_latin("num-un bičig")  # looks like "nom-un bičig", and is written with another letter
print(text.units)
for finding in bichig.Checker().check(text):
    print(finding.range, finding.reason, [bichig.to_latin(meant.text) for meant in finding.suggestions])

layout = text.layout(120, bichig.Style(font_size=32))
print([line.range.of(text) for line in layout.lines], layout.hit_test(10, 60).offset)
layout.render("png", dpi=192, padding=8, white=True).save(folder / "word.png")

try:
    summary = bichig.Document.open(source).write(folder / "document.pdf")
    print(summary.pages, "pages")
except bichig.Error as error:
    print(error.file, error.line, error.column, error.message, error.hint)
