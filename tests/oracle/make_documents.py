"""Writes the files that the checks look at: make_documents.py BICHIG FONT_FOLDER FOLDER.

notice.pdf, notice.txt from examples/notice/notice.md; generated.pdf, generated.txt, generated.md of 50,000 words;
faces.pdf, faces.txt with emoji as pictures, bold by a stroke and more scripts; each
once more as *.again.pdf in a process of its own.
"""
import pathlib
import sys

import common

sys.path.insert(0, str(common.ROOT / "tests" / "tools"))
import make_document  # noqa: E402  (stands in another folder)

WORDS = 50_000
FACES = """---
language: mn-Mong
---

# ᠮᠡᠳᠡᠭᠳᠡᠯ 😀

ᠮᠣᠩᠭᠣᠯ **ᠬᠡᠨ ᠦ ᠪᠢᠯᠴᠢᠭᠡᠷ** 👍 Latin **bold** Монгол **өвөл** བོད་ཡིག ꡏꡡꡃ 中文《书名》**粗体** 😀 ᠮᠣᠩᠭᠣᠯ
"""
BOLD = "no bold face"  # said of every document with strong Mongolian: the staged family has one weight


def faults_of(arguments):
    program, fonts, folder = map(pathlib.Path, arguments)
    if not program.exists():
        raise common.Broken(f"{program} is missing: run ./dev build")
    folder.mkdir(parents=True, exist_ok=True)
    generated = folder / "generated.md"
    generated.write_text(make_document.document(WORDS), encoding="utf-8")
    faces = folder / "faces.md"
    faces.write_text(FACES, encoding="utf-8")
    sources = {"notice": common.ROOT / "examples" / "notice" / "notice.md", "generated": generated, "faces": faces}
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
