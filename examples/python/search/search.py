#!/usr/bin/env python3
"""Finds words in documents by what they look like, with SQLite's full-text search: search.py WORD [FILE…]

WORD is in Mongolian letters or in Latin. Each word of the documents is indexed by its search key, so that a word is
found however it is encoded, and with any suffix. The paragraphs that were found are printed; with --html FILE they are
written as a page, in vertical lines, with what was found marked.
"""

import argparse
import html
import pathlib
import sqlite3
from typing import Iterable

import bichig

ROOT = pathlib.Path(__file__).resolve().parents[3]
DOCUMENTS = [ROOT / "examples" / name for name in (
    "official/announcement.md", "official/letter.md", "official/minutes.md", "official/notice.md", "official/order.md",
    "notice/notice.md", "plain/mongolian.md")]


def keys(text: str) -> list[str]:
    """A token of plain letters for each word: its key without separated suffixes, in hexadecimal."""
    return [key.hex() for key in bichig.search_keys(bichig.words(text), "folded")]


def open_index(files: Iterable[pathlib.Path]) -> sqlite3.Connection:
    """An index in memory of the paragraphs of documents."""
    index = sqlite3.connect(":memory:")
    index.execute("CREATE VIRTUAL TABLE paragraph USING fts5(file UNINDEXED, text UNINDEXED, keys)")
    for path in files:
        for paragraph in bichig.Document.open(path).text.splitlines():
            index.execute("INSERT INTO paragraph VALUES (?, ?, ?)", (path.name, paragraph, " ".join(keys(paragraph))))
    return index


def search(index: sqlite3.Connection, phrase: str) -> list[tuple[str, str]]:
    """File and text of the paragraphs that hold a word, or several in a row; the best first."""
    wanted = " ".join(keys(phrase))
    found = index.execute("SELECT file, text FROM paragraph WHERE keys MATCH ? ORDER BY rank", (f'"{wanted}"',))
    return found.fetchall()


def marked(text: str, phrase: str) -> str:
    """A paragraph as an SVG picture, with what was found on yellow ground."""
    layout = bichig.Layout(text, 260, bichig.Style(font_size=15))
    boxes = [box for found in bichig.find(text, phrase, "folded") for box in layout.selection(*found)]
    ground = "".join(f'<rect x="{box.x + 4:.2f}" y="{box.y + 4:.2f}" width="{box.width:.2f}" '
                     f'height="{box.height:.2f}" fill="#ffd54d" style="mix-blend-mode:multiply"/>' for box in boxes)
    return bichig.inline_svg(layout.to_svg(padding=4)).replace("</svg>", ground + "</svg>")


def page(phrase: str, found: list[tuple[str, str]]) -> str:
    """The page with all that was found."""
    parts = [f"<figure><figcaption>{html.escape(file)}</figcaption>{marked(text, phrase)}</figure>\n"
             for file, text in found]
    return ('<!doctype html><meta charset="utf-8"><title>Search</title>\n'
            "<style>body{font:14px sans-serif;display:flex;flex-wrap:wrap;gap:24px}figure{margin:0}</style>\n"
            + "".join(parts))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("word")
    parser.add_argument("files", nargs="*", type=pathlib.Path, default=DOCUMENTS)
    parser.add_argument("--html", type=pathlib.Path)
    options = parser.parse_args()
    phrase = options.word if bichig.count(options.word).words else bichig.from_latin(options.word)
    found = search(open_index(options.files), phrase)
    for file, text in found:
        print(f"{file}: {bichig.to_latin(text)}")
    print(f"{len(found)} paragraphs")
    if options.html:
        options.html.write_text(page(phrase, found), encoding="utf-8")


if __name__ == "__main__":
    main()
