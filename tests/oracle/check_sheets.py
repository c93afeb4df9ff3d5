"""The sheets of examples/layout look as recorded: check_sheets.py BICHIG FONTS [--record].

Of each sheet the dump of lines and glyphs with its diagnostics, and the hash of its pages as pixels, are kept in
examples/layout/golden. After a change that is meant, look at the pages beside the rule that each sheet states, and run
this with --record. The pixels are those of the librsvg of Debian 12.
"""
import hashlib
import io
import pathlib
import sys
import tempfile

from PIL import Image

from common import ROOT, Broken, run

FOLDER = ROOT / "examples" / "layout"
GOLDEN = FOLDER / "golden"
HASHES = GOLDEN / "pages.tsv"
ADVICE = "if it is meant, look at its pages and run tests/oracle/check_sheets.py with --record"


def done(command, **options):
    """A finished program; any exit code but 0 is Broken."""
    result = run(command, **options)
    if result.returncode != 0:
        raise Broken(f"{' '.join(map(str, command))}: {result.stderr.decode(errors='replace').strip()}")
    return result


def dump(bichig, fonts, name):
    """Lines, glyphs and diagnostics of a sheet."""
    result = done([bichig, "layout", name, "--dump", "--font-dir", fonts], cwd=FOLDER)
    return result.stdout.decode("utf-8") + result.stderr.decode("utf-8")


def hashes(bichig, fonts, name):
    """One hash of pixels for each page."""
    found = []
    with tempfile.TemporaryDirectory() as folder:
        done([bichig, "layout", name, "--svg", "-o", f"{folder}/page.svg", "--font-dir", fonts], cwd=FOLDER)
        for page in sorted(pathlib.Path(folder).glob("*.svg"), key=lambda path: (len(path.name), path.name)):
            png = done(["rsvg-convert", "-b", "white", "-z", "2", page]).stdout
            image = Image.open(io.BytesIO(png)).convert("RGB")
            if len(image.getcolors(1 << 24)) < 2:
                raise Broken(f"{name}: {page.name} is blank")
            found.append(hashlib.sha256(f"{image.size}".encode() + image.tobytes()).hexdigest())
    return found


def main():
    bichig, fonts = pathlib.Path(sys.argv[1]).resolve(), pathlib.Path(sys.argv[2]).resolve()
    record = "--record" in sys.argv[3:]
    names = sorted(path.name for path in FOLDER.glob("*.sheet.json") if ".latin." not in path.name)
    dumps = {name: dump(bichig, fonts, name) for name in names}
    pages = {name: hashes(bichig, fonts, name) for name in names}
    rows = "".join(f"{name}\t{number}\t{page}\n" for name in names for number, page in enumerate(pages[name], 1))
    if record:
        for old in GOLDEN.glob("*.txt"):
            old.unlink()
        for name, text in dumps.items():
            (GOLDEN / name.replace(".sheet.json", ".txt")).write_text(text, encoding="utf-8")
        HASHES.write_text(rows, encoding="utf-8")
        return 0
    faults = [] if len(names) >= 20 else [f"examples/layout has only {len(names)} sheets"]
    kept = {path.name for path in GOLDEN.glob("*.txt")}
    for name, text in dumps.items():
        path = GOLDEN / name.replace(".sheet.json", ".txt")
        kept.discard(path.name)
        wanted = path.read_text(encoding="utf-8") if path.exists() else ""
        if wanted != text:
            lines = zip(wanted.splitlines() + [""], text.splitlines() + [""])
            at = next((f"line {n}: '{old}' was '{new}'" for n, (new, old) in enumerate(lines, 1) if new != old), "")
            faults.append(f"{name}: another layout, {at}; {ADVICE}")
    faults += [f"golden/{name} has no sheet" for name in sorted(kept)]
    recorded = set(HASHES.read_text(encoding="utf-8").splitlines()) if HASHES.exists() else set()
    faults += [f"{row.split(chr(9))[0]}: page {row.split(chr(9))[1]} is drawn otherwise; {ADVICE}"
               for row in sorted(recorded ^ set(rows.splitlines()))]
    for fault in faults:
        print(f"sheets: {fault}")
    return 1 if faults else 0


if __name__ == "__main__":
    try:
        sys.exit(main())
    except Broken as broken:
        sys.exit(f"sheets: {broken}")
