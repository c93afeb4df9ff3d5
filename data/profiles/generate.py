#!/usr/bin/env python3
"""Embeds the profiles in the program: writes src/notice/generated/profiles.cpp (--check only compares)."""
import pathlib
import sys

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1]))
from generator import finish  # noqa: E402

HERE = pathlib.Path(__file__).resolve().parent
TARGET = HERE.parent.parent / "src" / "notice" / "generated" / "profiles.cpp"
FIRST = "inner-mongolia-1996"  # in lists; the others follow by name
DELIMITER = "toml"


def main() -> int:
    sources = sorted(HERE.glob("*.toml"), key=lambda path: (path.stem != FIRST, path.stem))
    rows = []
    for source in sources:
        text = source.read_text(encoding="utf-8")
        if ")" + DELIMITER + '"' in text:
            sys.exit(f"{source}: holds the end mark of a C++ raw string")
        rows.append(f'    {{"{source.stem}", R"{DELIMITER}({text}){DELIMITER}"}},\n')
    made = (
        "// The profiles of official documents. Made by data/profiles/generate.py from data/profiles/*.toml.\n"
        "#include <notice/internal/profiles.h>\n\n"
        "namespace bichig::notice {\n\n"
        "namespace {\n\n"
        f"constexpr OwnProfile profiles[] = {{\n{''.join(rows)}}};\n\n"
        "}  // namespace\n\n"
        "const std::span<const OwnProfile> own_profiles = profiles;\n\n"
        "}  // namespace bichig::notice\n"
    )
    return finish(TARGET, made, "data/profiles", "data/profiles/generate.py")


if __name__ == "__main__":
    sys.exit(main())
