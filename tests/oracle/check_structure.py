"""Structure, fonts and soundness of the files: check_structure.py FOLDER.

Headings, lists and tables are counted against the Markdown source; the text of the notice's structure tree must be its
whole text, in order; every font is embedded, subset and has a ToUnicode map; qpdf finds nothing to say.
"""
import pathlib
import re

import common
import pdfium
import poppler


def font_faults(path):
    faults = []
    rows = poppler.fonts(path)
    if not rows:
        faults.append("no fonts")
    for name, kind, embedded, subset, unicode in rows:
        for holds, what in ((embedded, "embedded"), (subset, "a subset"), (unicode, "mapped to Unicode")):
            if not holds:
                faults.append(f"the font {name} ({kind}) is not {what}")
    return faults


def qpdf_faults(path):
    done = common.run(["qpdf", "--check", path])
    if done.returncode != 0 or b"No syntax or stream encoding errors found" not in done.stdout:
        text = (done.stdout + done.stderr).decode(errors="replace").strip()
        return [f"qpdf --check ends with {done.returncode}: {text[:300]}"]
    return []


def counts_of_markdown(text):
    """How many headings of each level, list items and tables a plain Markdown text has."""
    counts = {}
    lines = text.split("\n")
    for number, line in enumerate(lines):
        if heading := re.match(r"(#{1,6}) ", line):
            role = f"H{len(heading[1])}"
        elif re.match(r"(- |\d+\. )", line):
            role = "LI"
        elif re.match(r"\|[ |:-]+\|$", line) and lines[number - 1].startswith("|"):
            role = "Table"
        else:
            continue
        counts[role] = counts.get(role, 0) + 1
    return counts


def structure_faults(path, wanted, expected_text):
    """`wanted`: at least (a tuple's first) or exactly (an int) so many elements of a role. `expected_text`: what the
    tree must give; without it only the elements are looked at."""
    nodes = poppler.structure(path, expected_text is not None)
    if not nodes:
        return ["there is no structure tree"]
    counts = {}
    for _, role, _ in nodes:
        counts[role] = counts.get(role, 0) + 1
    faults = []
    for role, number in wanted.items():
        found = counts.get(role, 0)
        if isinstance(number, tuple) and found < number[0]:
            faults.append(f"{found} elements {role}, at least {number[0]} expected")
        elif not isinstance(number, tuple) and found != number:
            faults.append(f"{found} elements {role}, {number} expected")
    if expected_text is not None:
        faults += [f"an element {node[1]} has no text" for number, node in enumerate(nodes)
                   if node[1] in ("H1", "H2", "H3", "LBody", "TH") and not subtree_text(nodes, number)]
        whole = common.stripped("".join(node[2] for node in nodes))
        faults += [f"text of the structure tree: {fault}"
                   for fault in common.first_difference(common.stripped(expected_text), [whole])]
    return faults


def subtree_text(nodes, number):
    """The text of an element with the elements in it."""
    text = nodes[number][2]
    for node in nodes[number + 1:]:
        if node[0] <= nodes[number][0]:
            break
        text += node[2]
    return text


def outline_faults(path, least):
    """Bookmarks have titles and lead to pages of the file, in order."""
    document = pdfium.open_document(path)
    faults, pages = [], []
    for item in document.get_toc():
        destination = item.get_dest()
        page = destination.get_index() if destination else None
        if not item.get_title() or page is None or not 0 <= page < len(document):
            faults.append(f"the bookmark {item.get_title()!r} leads to page {page}")
        else:
            pages.append(page)
    if pages != sorted(pages):
        faults.append("the bookmarks do not follow the pages")
    if len(pages) < least:
        faults.append(f"{len(pages)} bookmarks, at least {least} expected")
    document.close()
    return faults


def faults_of(arguments):
    folder = pathlib.Path(arguments[0])
    generated = counts_of_markdown((folder / "generated.md").read_text(encoding="utf-8"))
    headings = sum(count for role, count in generated.items() if role.startswith("H"))
    wanted = {
        "notice": ({"H1": (1,), "L": (1,), "LI": (3,), "Table": (1,), "TR": (2,), "TH": (2,), "TD": (2,)}, 2),
        "generated": (generated, headings),
    }
    faults = []
    for name, (roles, bookmarks) in wanted.items():
        path = folder / f"{name}.pdf"
        text = (folder / f"{name}.txt").read_text(encoding="utf-8") if name == "notice" else None
        found = font_faults(path) + qpdf_faults(path) + structure_faults(path, roles, text)
        found += outline_faults(path, bookmarks)
        faults += [f"{path}: {fault}" for fault in found]
    return faults


if __name__ == "__main__":
    common.main("structure", faults_of)
