#!/usr/bin/env python3
# So that the command knows its fonts by heart: catalogue.toml becomes a table in C++.
"""Makes src/font/generated/catalogue_entries.cpp from fonts/catalogue.toml; --check only compares."""

import argparse
import pathlib
import sys
import tomllib

ROOT = pathlib.Path(__file__).resolve().parent.parent
CATALOGUE = ROOT / "fonts" / "catalogue.toml"
OUTPUT = ROOT / "src" / "font" / "generated" / "catalogue_entries.cpp"

# The order of the enumerators of bichig::font::Role.
ROLES = ["mongolian", "mongolian-title", "han-fangsong", "han-song", "han-hei", "han-kai", "han-title", "latin",
         "emoji", "fallback", "cyrillic", "tibetan", "phags-pa", "colour-emoji"]
REGULAR = 400


def read_catalogue(path=CATALOGUE):
    """The table of fonts/catalogue.toml, checked: one row per role and weight, packages known, one hash per file. In a
    list of fonts without roles (tests/oracle/fonts.toml) the latter two."""
    with open(path, "rb") as file:
        catalogue = tomllib.load(file)
    fonts = catalogue["font"]
    for font in fonts:
        font.setdefault("weight", REGULAR)
    served = [(font.get("role"), font["weight"]) for font in fonts]
    if all("role" not in font for font in fonts):
        return check_origins(catalogue, path)
    if sorted(role for role, weight in served if weight == REGULAR) != sorted(ROLES) or len(set(served)) < len(served):
        sys.exit(f"{path}: needs exactly one [[font]] without weight for each of: {', '.join(ROLES)}")
    if unknown := {role for role, _ in served} - set(ROLES):
        sys.exit(f"{path}: no such role: {', '.join(sorted(unknown))}")
    return check_origins(catalogue, path)


def check_origins(catalogue, path):
    rows = {}
    for font in catalogue["font"]:
        if font["package"] not in catalogue["packages"]:
            what = f"role {font['role']}" if "role" in font else font["file"]
            sys.exit(f"{path}: {what} names the package '{font['package']}', which is not in [packages]")
        origin = (font["package"], font["sha256"])
        if rows.setdefault(font["file"], origin) != origin:
            sys.exit(f"{path}: the rows of {font['file']} differ in package or sha256")
    return catalogue


def package_label(package):
    """How a message names a package, e.g. "Debian fonts-noto-cjk 1:20220127+repack1-1"."""
    return f"{package['registry']} {package['name']} {package['version']}"


def quote(text):
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'


def generate(catalogue):
    fonts = sorted(catalogue["font"], key=lambda font: (ROLES.index(font["role"]), font["weight"]))
    lines = [
        "// The fonts by role. Made by fonts/generate.py from catalogue.toml, which says where they come from.",
        "#include <bichig/font/catalogue.h>",
        "",
        "#include <array>",
        "",
        "namespace bichig::font {",
        "",
        "namespace {",
        "",
        "constexpr std::array<std::string_view, role_count> role_names{{",
        *[f"    {quote(role)}," for role in ROLES],
        "}};",
        "",
        f"constexpr std::array<CatalogueEntry, {len(fonts)}> entries{{{{",
    ]
    for font in fonts:
        package = package_label(catalogue["packages"][font["package"]])
        lines += [
            f"    {{Role::{font['role'].replace('-', '_')}, {quote(font['family'])}, {quote(font['file'])},",
            f"     {font['face']}, {font['weight']},",
            f"     {quote(package)},",
            f"     {quote(font['sha256'])},",
            f"     {quote(font['licence'])}}},",
        ]
    lines += [
        "}};",
        "",
        "}  // namespace",
        "",
        "std::string_view name(Role role) { return role_names[static_cast<std::size_t>(role)]; }",
        "",
        "std::span<const CatalogueEntry> catalogue_entries() { return entries; }",
        "",
        "}  // namespace bichig::font",
        "",
    ]
    return "\n".join(lines)


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--check", action="store_true", help="only compare")
    text = generate(read_catalogue())
    if not parser.parse_args().check:
        OUTPUT.write_text(text, encoding="utf-8")
    elif OUTPUT.read_text(encoding="utf-8") != text:
        sys.exit(f"{OUTPUT.relative_to(ROOT)} is older than fonts/catalogue.toml: run fonts/generate.py")


if __name__ == "__main__":
    main()
