"""Writes the files that the checks look at: make_documents.py BICHIG FONT_FOLDER FOLDER.

notice.pdf, notice.txt from examples/notice/notice.md; generated.pdf, generated.txt, generated.md of 50,000 words;
faces.pdf, faces.txt with emoji as pictures, bold by a stroke, more scripts and marks spaced and not;
tables.pdf, tables.txt with a long table of merged cells; official_KIND.pdf, .txt from examples/official; inlines and
marks from examples/plain;
each once more as *.again.pdf in a process of its own.
"""
import pathlib
import sys

import common

sys.path.insert(0, str(common.ROOT / "tests" / "tools"))
import make_document  # noqa: E402  (stands in another folder)

WORDS = 50_000
KINDS = ("notice", "announcement", "letter", "order", "minutes")
FACES = """---
language: mn-Mong
---

# ᠮᠡᠳᠡᠭᠳᠡᠯ 😀

ᠮᠣᠩᠭᠣᠯ **ᠬᠡᠨ ᠦ ᠪᠢᠯᠴᠢᠭᠡᠷ** 👍 Latin **bold** Монгол **өвөл** བོད་ཡིག ꡏꡡꡃ 中文《书名》**粗体** 😀 ᠮᠣᠩᠭᠣᠯ

ᠮᠣᠩᠭᠣᠯ(ᠪᠢᠯᠴᠢᠭᠡᠷ)ᠮᠣᠩᠭᠣᠯ ᠬᠡᠨ ᠮᠣᠩᠭᠣᠯ\\[ᠪᠢᠯᠴᠢᠭᠡᠷ\\]ᠮᠣᠩᠭᠣᠯ ᠬᠡᠨ ᠮᠣᠩᠭᠣᠯ《ᠮᠣᠩᠭᠣᠯ》ᠮᠣᠩᠭᠣᠯ（ᠮᠣᠩᠭᠣᠯ）ᠮᠣᠩᠭᠣᠯ

ᠮᠣᠩᠭᠣᠯ (ᠪᠢᠯᠴᠢᠭᠡᠷ) ᠮᠣᠩᠭᠣᠯ 《ᠮᠣᠩᠭᠣᠯ》 （ᠮᠣᠩᠭᠣᠯ） ᠮᠣᠩᠭᠣᠯ “ᠮᠣᠩᠭᠣᠯ” ᠮᠣᠩᠭᠣᠯ (ᠪᠢᠯᠴᠢᠭᠡᠷ ᠦᠨ)ᠮᠣᠩᠭᠣᠯ
"""
BOLD = "no bold face"  # said of every document with strong Mongolian: the staged family has one weight


def long_table():
    """The table of examples/plain/tables.md with rows for three pages more, before and after the language changes."""
    text = (common.ROOT / "examples" / "plain" / "tables.md").read_text(encoding="utf-8")
    rows = text.splitlines()
    last = max(number for number, row in enumerate(rows) if row.startswith("|"))
    body = [row for row in rows[last - 3:last]] * 30
    return "\n".join(rows[:last] + body + rows[last:]) + "\n"


def faults_of(arguments):
    program, fonts, folder = map(pathlib.Path, arguments)
    if not program.exists():
        raise common.Broken(f"{program} is missing: run ./dev build")
    folder.mkdir(parents=True, exist_ok=True)
    generated = folder / "generated.md"
    generated.write_text(make_document.document(WORDS), encoding="utf-8")
    faces = folder / "faces.md"
    faces.write_text(FACES, encoding="utf-8")
    tables = folder / "tables.md"
    plain = common.ROOT / "examples" / "plain"
    sources = {"notice": common.ROOT / "examples" / "notice" / "notice.md", "generated": generated, "faces": faces,
               "tables": tables, "inlines": plain / "inlines.md", "marks": plain / "marks.json"}
    tables.write_text(long_table(), encoding="utf-8")
    sources |= {f"official_{kind}": common.ROOT / "examples" / "official" / f"{kind}.md" for kind in KINDS}
    faults = []
    for name, source in sources.items():
        command = [program, "typeset", source, "--font-dir", fonts]
        if name == "faces":
            command += ["--font", "emoji=Noto Color Emoji"]
        for ending in ("pdf", "again.pdf"):
            done = common.run([*command, "-o", folder / f"{name}.{ending}"])
            if done.returncode != 0:
                return [f"{source}: bichig ended with {done.returncode}: {done.stderr.decode(errors='replace')[:800]}"]
            said = [line for line in done.stderr.decode(errors="replace").splitlines() if BOLD not in line]
            if said:
                faults.append(f"{source}: bichig says: {' / '.join(said)[:800]}")
        text = common.output([program, "typeset", source, "--text"])
        (folder / f"{name}.txt").write_text(text, encoding="utf-8")
    return faults


if __name__ == "__main__":
    common.main("documents", faults_of)
