#!/usr/bin/env python3
# The binary interface of libbichig.so as it was agreed (data/abi/libbichig.abi): nothing of it may go or change.
"""Usage: abi.py --library LIBBICHIG.so [--cc CC]             compare
       abi.py --library LIBBICHIG.so --renew [--break-abi]   write data/abi/libbichig.abi anew

What callers are compiled against are the headers, and the compiler has checked the library's definitions against them.
So a library of empty functions is made from the headers, which holds their types as debug information and takes less
than a second; libabigail dumps it. The symbols of the built library, with their versions, must be the same.

Additions pass once the dump was renewed: functions, enumerators, fields at the end of structs that carry their size or
are lent to callbacks. --renew refuses what breaks programs that exist, unless --break-abi says that it is meant: the
number of the library (SOVERSION) must then rise."""

import argparse
import pathlib
import re
import subprocess
import sys
import tempfile
import unittest
import xml.etree.ElementTree

ROOT = pathlib.Path(__file__).resolve().parents[2]
HEADERS = ROOT / "include/bichig/c"
EXPORTS = ROOT / "src/c/exports.map"
DUMP = ROOT / "data/abi/libbichig.abi"
COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
FUNCTION = re.compile(r"^BICHIG_API\s+([^;]*?\bbichig_\w+\([^;]*\));", re.MULTILINE)
STRUCT = re.compile(r"typedef struct (bichig_\w+) \{(.*?)\} \1;", re.DOTALL)
CALLBACK = re.compile(r"\(\*\w+\)\(([^)]*)\)|typedef int \(\*bichig_\w+\)\(([^)]*)\)")
options = None


def run(*command):
    return subprocess.run([str(part) for part in command], capture_output=True, text=True)


def succeed(*command):
    done = run(*command)
    if done.returncode != 0:
        raise RuntimeError(f"{command[0]}: {done.stderr or done.stdout}")
    return done.stdout


def texts(headers):
    return {path.name: COMMENT.sub("", path.read_text(encoding="utf-8")) for path in sorted(headers.glob("*.h"))}


def growing(headers):
    """Structs that may get fields at their end: those that begin with their size or are shown to callbacks."""
    everything = "\n".join(texts(headers).values())
    names = {name for name, body in STRUCT.findall(everything) if body.strip().startswith("size_t size;")}
    for arguments in CALLBACK.findall(everything):
        names |= set(re.findall(r"const (bichig_page_\w+|bichig_glyph_run) \*", " ".join(arguments)))
    return names


def dump(include, folder):
    """The dump of a library of empty functions with the types of the headers."""
    headers = include / "bichig/c"
    functions = [match for text in texts(headers).values() for match in FUNCTION.findall(text)]
    source, library, out = folder / "stub.c", folder / "libbichig.so", folder / "new.abi"
    source.write_text("#include <bichig/c/bichig.h>\n" + "".join(f"{function} {{ for (;;) {{ }} }}\n"
                                                                for function in functions), encoding="utf-8")
    succeed(options.cc, "-std=c99", "-g", "-O0", "-w", "-shared", "-fPIC", f"-fdebug-prefix-map={include}=include",
            f"-fdebug-prefix-map={folder}=.", "-I", include, source, "-o", library,
            f"-Wl,--version-script={EXPORTS},-soname,libbichig.so.0")
    succeed("abidw", "--no-corpus-path", "--no-comp-dir-path", "--no-show-locs", "--no-elf-needed", "--type-id-style",
            "hash", "--headers-dir", headers, "--out-file", out, library)
    return out


def members(abi):
    """The members of each struct: name, place, and type."""
    structs = {}
    for struct in xml.etree.ElementTree.parse(abi).iter("class-decl"):
        found = [(member.get("layout-offset-in-bits"), field.get("name"), field.get("type-id"))
                 for member in struct.iter("data-member") for field in member.iter("var-decl")]
        if found:
            structs[struct.get("name")] = found
    return structs


def moved(old, new, names):
    """Structs that may grow, but whose old members are not what they were: libabigail takes a member that becomes
    larger for one that was added."""
    before, after = members(old), members(new)
    return "".join(f"{name}: its members are not what they were\n" for name in sorted(names & set(before))
                   if after.get(name, [])[:len(before[name])] != before[name])


def breaks(old, new, headers, folder):
    """What libabigail finds that a program built before would stumble over; empty where there is nothing."""
    rules = folder / "growing.ini"
    rules.write_text("".join(f"[suppress_type]\nname = {name}\ntype_kind = struct\n"
                             f"has_data_member_inserted_at = end\n\n" for name in sorted(growing(headers))))
    done = run("abidiff", "--no-added-syms", "--suppressions", rules, old, new)
    found = moved(old, new, growing(headers))
    return found if done.returncode == 0 else found + done.stdout + done.stderr


def symbols(library):
    """The symbols of a library with their versions."""
    lines = succeed("nm", "-D", "--extern-only", "--defined-only", library).splitlines()
    return {line.split()[-1] for line in lines if " T " in line}


class Abi(unittest.TestCase):
    def setUp(self):
        self.scratch = tempfile.TemporaryDirectory()
        self.folder = pathlib.Path(self.scratch.name)
        self.addCleanup(self.scratch.cleanup)

    def changed(self, name, old, new):
        """What a change of a header breaks."""
        include = self.folder / "include"
        for path in HEADERS.glob("*.h"):
            copy = include / "bichig/c" / path.name
            copy.parent.mkdir(parents=True, exist_ok=True)
            text = path.read_text(encoding="utf-8")
            if path.name == name:
                self.assertEqual(text.count(old), 1, f"{name} has '{old}' not once")
                text = text.replace(old, new)
            copy.write_text(text, encoding="utf-8")
        made = dump(include, self.folder)
        self.assertNotEqual(made.read_text(), DUMP.read_text(), "the change is not in the dump")
        return breaks(DUMP, made, include / "bichig/c", self.folder)

    def test_nothing_broke_and_the_dump_is_fresh(self):
        made = dump(ROOT / "include", self.folder)
        self.assertEqual(breaks(DUMP, made, HEADERS, self.folder), "", "this breaks programs that exist")
        self.assertEqual(made.read_text(), DUMP.read_text(),
                         "something was added: run tests/c/abi.py --library LIBBICHIG.so --renew")

    def test_the_library_has_the_symbols_of_the_dump(self):
        dump(ROOT / "include", self.folder)
        agreed = symbols(self.folder / "libbichig.so")
        self.assertEqual(symbols(options.library), agreed)
        self.assertTrue(all(name.endswith("@@BICHIG_0") for name in agreed))
        self.assertGreater(len(agreed), 80)
        names = set(re.findall(r"<elf-symbol name='(\w+)'", DUMP.read_text()))
        self.assertEqual({name.split("@")[0] for name in agreed}, names)

    def test_what_breaks_is_noticed(self):
        changes = {
            "a field is gone": ("layout.h", "    double first_line_indent;  /* points */\n", ""),
            "a field has another type": ("layout.h", "    unsigned weight;           /* 1 to 1000; 0: 400, regular */",
                                         "    double weight;"),
            "a field stands in the middle": ("document.h", "    double dots_per_inch;    /* of PNG; 0: 300 */",
                                             "    int added;\n    double dots_per_inch;"),
            "an element of arrays has grown": ("page.h", "    double x1, y1, x2, y2, x, y;\n",
                                               "    double x1, y1, x2, y2, x, y, z;\n"),
            "a function is gone": ("pages.h", "BICHIG_API size_t bichig_pages_count(const bichig_pages *pages);\n", ""),
            "a parameter is another": ("pages.h", "BICHIG_API void bichig_pages_close(bichig_pages *pages);",
                                       "BICHIG_API void bichig_pages_close(bichig_pages *pages, int now);"),
            "an enumerator has another value": ("base.h", "BICHIG_NOT_FOUND = 4,", "BICHIG_NOT_FOUND = 14,"),
        }
        for what, change in changes.items():
            with self.subTest(what):
                self.assertNotEqual(self.changed(*change), "")

    def test_what_is_added_breaks_nothing(self):
        changes = {
            "a function": ("pages.h", "BICHIG_API void bichig_pages_close(bichig_pages *pages);",
                           "BICHIG_API void bichig_pages_close(bichig_pages *pages);\n"
                           "BICHIG_API int bichig_pages_added(const bichig_pages *pages);"),
            "a field at the end of options":
                ("layout.h", "} bichig_style;\n", "    int added;\n} bichig_style;\n"),
            "a field at the end of what callbacks are shown":
                ("page.h", "} bichig_page_link;\n", "    int added;\n} bichig_page_link;\n"),
            "an enumerator": ("text.h", "    BICHIG_FROM_Z52 = 12\n", "    BICHIG_FROM_Z52 = 12, BICHIG_ADDED = 13\n"),
        }
        for what, change in changes.items():
            with self.subTest(what):
                self.assertEqual(self.changed(*change), "")


def renew():
    with tempfile.TemporaryDirectory() as scratch:
        folder = pathlib.Path(scratch)
        made = dump(ROOT / "include", folder)
        if symbols(options.library) != symbols(folder / "libbichig.so"):
            return "the library has not the symbols of its headers: build it first"
        found = breaks(DUMP, made, HEADERS, folder) if DUMP.is_file() and not options.break_abi else ""
        if found:
            return f"{found}\nthis breaks programs that exist; --break-abi writes it all the same"
        new = DUMP.with_suffix(".new")
        new.write_text(made.read_text(encoding="utf-8"), encoding="utf-8")
        new.replace(DUMP)
        print(f"wrote {DUMP.relative_to(ROOT)}")
        return None


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--library", type=pathlib.Path, required=True)
    parser.add_argument("--cc", default="cc")
    parser.add_argument("--renew", action="store_true")
    parser.add_argument("--break-abi", action="store_true")
    options, rest = parser.parse_known_args()
    if options.renew:
        sys.exit(renew())
    unittest.main(argv=[sys.argv[0], *rest])
