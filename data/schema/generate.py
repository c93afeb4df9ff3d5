#!/usr/bin/env python3
"""Embeds the schemas in the program: writes src/format/json/generated/ (--check only compares)."""
import json
import pathlib
import sys

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1]))
from generator import finish  # noqa: E402

HERE = pathlib.Path(__file__).resolve().parent
TARGETS = HERE.parent.parent / "src" / "format" / "json" / "generated"
SCHEMAS = [  # file, variable, what it describes
    ("document.schema.json", "schema_text", "JSON documents"),
    ("sheet.schema.json", "sheet_schema_text", "sheets"),
]
DELIMITER = "json_schema"


def generated(source: pathlib.Path, variable: str, what: str) -> str:
    text = source.read_text(encoding="utf-8")
    json.loads(text)
    if ")" + DELIMITER + '"' in text:
        sys.exit(f"{source}: holds the end mark of a C++ raw string")
    return (
        f"// The schema of {what}. Made by data/schema/generate.py from data/schema/{source.name}.\n"
        "#include <format/json/internal/schema.h>\n\n"
        "namespace bichig::format {\n\n"
        f'extern const std::string_view {variable} = R"{DELIMITER}({text}){DELIMITER}";\n\n'
        "}  // namespace bichig::format\n"
    )


def finish_all() -> int:
    codes = []
    for name, variable, what in SCHEMAS:
        target = TARGETS / (variable.removesuffix("_text") + ".cpp")
        codes.append(finish(target, generated(HERE / name, variable, what), name, "data/schema/generate.py"))
    return max(codes)


if __name__ == "__main__":
    sys.exit(finish_all())
