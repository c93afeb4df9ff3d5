#!/usr/bin/env python3
"""Embeds the pages of a dictionary's site in the program: writes src/lexicon/generated/ (--check only compares)."""
import pathlib
import sys

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1]))
from generator import finish  # noqa: E402

HERE = pathlib.Path(__file__).resolve().parent
TARGET = HERE.parent.parent / "src" / "lexicon" / "generated" / "site_files.cpp"
FILES = ["index.html", "page.css", "site.css", "data.js", "paradigm.js", "views.js", "entries.js", "app.js"]
DELIMITER = "site_file"


def literal(name):
    text = (HERE / name).read_text(encoding="utf-8")
    if ")" + DELIMITER + '"' in text:
        sys.exit(f"{name}: holds the end mark of a C++ raw string")
    if "://" in text:
        sys.exit(f"{name}: names an address, and a site fetches nothing")
    return f'R"{DELIMITER}({text}){DELIMITER}"'


def generated():
    texts = "".join(f"constexpr std::string_view {name.replace('.', '_')} = {literal(name)};\n\n" for name in FILES)
    rows = "".join(f'    {{"{name}", {name.replace(".", "_")}}},\n' for name in FILES)
    return (
        "// The pages of a dictionary's site. Made by data/dict_site/generate.py from the files beside it.\n"
        '#include "lexicon/internal/site_files.h"\n\n'
        "namespace bichig::lexicon {\n\nnamespace {\n\n" + texts +
        "constexpr SiteFile files[] = {\n" + rows + "};\n\n}  // namespace\n\n"
        "const std::span<const SiteFile> site_files = files;\n"
        "const std::string_view page_styles = page_css;\n\n"
        "}  // namespace bichig::lexicon\n"
    )


if __name__ == "__main__":
    sys.exit(finish(TARGET, generated(), "data/dict_site", "data/dict_site/generate.py"))
