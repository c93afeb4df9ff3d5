#!/usr/bin/env python3
"""Makes examples/*/NAME.EXT from its transliterated source NAME.latin.EXT beside it (--check only compares)."""
import pathlib
import sys

from from_latin import convert_text

EXAMPLES = pathlib.Path(__file__).resolve().parent.parent.parent / "examples"


def main() -> int:
    check = "--check" in sys.argv[1:]
    stale = 0
    for source in sorted(EXAMPLES.glob("*/*.latin.*")):
        target = source.with_name(source.name.replace(".latin.", "."))
        text = convert_text(source.read_text(encoding="utf-8"))
        if not check:
            target.write_text(text, encoding="utf-8")
        elif not target.exists() or target.read_text(encoding="utf-8") != text:
            print(f"{target} is not what {__file__} makes: run it without arguments", file=sys.stderr)
            stale = 1
    return stale


if __name__ == "__main__":
    sys.exit(main())
