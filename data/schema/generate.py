#!/usr/bin/env python3
"""Embeds document.schema.json in the program: writes src/format/json/generated/schema.cpp (--check only compares)."""
import json
import pathlib
import sys

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1]))
from generator import finish  # noqa: E402

HERE = pathlib.Path(__file__).resolve().parent
SOURCE = HERE / "document.schema.json"
TARGET = HERE.parent.parent / "src" / "format" / "json" / "generated" / "schema.cpp"
DELIMITER = "json_schema"


def generated() -> str:
    text = SOURCE.read_text(encoding="utf-8")
    json.loads(text)
    if ")" + DELIMITER + '"' in text:
        sys.exit(f"{SOURCE}: holds the end mark of a C++ raw string")
    return (
        "// The schema of JSON documents. Made by data/schema/generate.py from data/schema/document.schema.json.\n"
        "#include <format/json/internal/schema.h>\n\n"
        "namespace bichig::format {\n\n"
        f'extern const std::string_view schema_text = R"{DELIMITER}({text}){DELIMITER}";\n\n'
        "}  // namespace bichig::format\n"
    )


if __name__ == "__main__":
    sys.exit(finish(TARGET, generated(), SOURCE.name, "data/schema/generate.py"))
