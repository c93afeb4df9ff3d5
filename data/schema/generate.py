#!/usr/bin/env python3
"""Embeds document.schema.json in the program: writes src/format/json/generated/schema.cpp (--check only compares)."""
import json
import pathlib
import sys

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


def main() -> int:
    text = generated()
    if "--check" in sys.argv[1:]:
        if not TARGET.exists() or TARGET.read_text(encoding="utf-8") != text:
            print(f"{TARGET} is not what {__file__} makes: run it without arguments", file=sys.stderr)
            return 1
        return 0
    TARGET.parent.mkdir(parents=True, exist_ok=True)
    TARGET.write_text(text, encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
