#!/usr/bin/env python3
"""Writes every official document in every arrangement: official_set.py FOLDER makes its files KIND.ARRANGEMENT.md.

mongolian and chinese hold one version alone; parts, facing, parallel and stacked both. The files are those of
examples/official with another arrangement, so that nothing of their text stands twice in the repository.
"""
import pathlib
import re
import sys

ROOT = pathlib.Path(__file__).resolve().parents[2]
KINDS = ["notice", "announcement", "letter", "order", "minutes"]
LANGUAGES = {"mongolian": "mn-Mong", "chinese": "zh-Hans"}
BOTH = ["parts", "facing", "parallel", "stacked"]
STACKED = ["announcement", "order"]  # what is put up on a board


def variants(kind):
    return [*LANGUAGES, *(name for name in BOTH if name != "stacked" or kind in STACKED)]


def split(text):
    """The head of the front matter, its versions and the texts of these; both by language."""
    _, front, body = text.split("---\n", 2)
    head, *versions = re.split(r"(?m)^(?=  - language: )", front)
    texts = re.split(r"(?m)^(?=::: version )", body)[1:]
    by_language = {re.match(r"  - language: (\S+)", version)[1]: version for version in versions}
    return head, by_language, {re.match(r"::: version (\S+)", part)[1]: part for part in texts}


def variant(text, name):
    head, versions, texts = split(text)
    if set(versions) != set(LANGUAGES.values()) or set(texts) != set(versions):
        raise ValueError("the example has other versions than mn-Mong and zh-Hans")
    chosen = [LANGUAGES[name]] if name in LANGUAGES else list(versions)
    if name in BOTH:
        head = head.replace("\n", f"\narrangement: {name}\n", 1)
    return ("---\n" + head + "".join(versions[language] for language in chosen) + "---\n\n" +
            "".join(texts[language] for language in chosen))


def write(folder):
    """Writes the set and returns its files."""
    written = []
    for kind in KINDS:
        text = (ROOT / "examples" / "official" / f"{kind}.md").read_text(encoding="utf-8")
        for name in variants(kind):
            target = pathlib.Path(folder) / f"{kind}.{name}.md"
            target.write_text(variant(text, name), encoding="utf-8")
            written.append(target)
    return written


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    pathlib.Path(sys.argv[1]).mkdir(parents=True, exist_ok=True)
    for path in write(sys.argv[1]):
        print(path)
