#!/usr/bin/env python3
"""The calls of the C interface that the package leaves out stand here, each with a reason; it makes all others."""

import pathlib
import re
import unittest

ROOT = pathlib.Path(__file__).resolve().parents[2]
LEFT_OUT = {
    r"bichig_set_allocator": "Python has its own memory",
    r"bichig_status_name|bichig_fault_(name|named|is_wrong)": "names stand in errors.py and spelling.py",
    r"bichig_version_number": "the version is a str",
    r"bichig_result_offset": "Mapped.result_offset does it on the parts that are lists already",
    r"bichig_document_write_callback": "write_memory gives bytes, Pages page after page",
    r"bichig_personal_text": "words and save give the same",
    r"bichig_(editor|spelling_job)_\w+": "for widgets; those of Python's toolkits bring their own editors",
    r"bichig_(document|layout|pages)_visit|bichig_glyph_outline|bichig_pages_element":
        "for painters; Python has the pictures and the boxes of characters",
    r"bichig_pdf_info_\w+": "`bichig info --json` gives it",
}


def declared():
    """The calls of the headers, without _utf8 and _utf16."""
    for header in sorted((ROOT / "include/bichig/c").glob("*.h")):
        text = re.sub(r"/\*.*?\*/", "", header.read_text(encoding="utf-8"), flags=re.DOTALL)
        for name in re.findall(r"BICHIG_API[^;]*?\b(bichig_\w+)\(", text):
            yield re.sub(r"_utf(8|16)$", "", name)


class Interface(unittest.TestCase):
    def test_calls_are_used_or_left_out(self):
        source = "".join(path.read_text(encoding="utf-8") for path in sorted((ROOT / "src/python").glob("*.[ch]*")))
        calls = sorted(set(declared()))
        self.assertGreater(len(calls), 100)
        used = {name for name in calls if re.search(rf"\b{name}(_utf8|_utf16)?\b", source)}
        left_out = {name for name in calls if any(re.fullmatch(pattern, name) for pattern in LEFT_OUT)}
        self.assertEqual(sorted(set(calls) - used - left_out), [], "neither called nor listed in LEFT_OUT")
        self.assertEqual(sorted(used & left_out), [], "called, and listed in LEFT_OUT")
        for pattern in LEFT_OUT:
            self.assertTrue(any(re.fullmatch(pattern, name) for name in calls), f"nothing is called {pattern}")


if __name__ == "__main__":
    unittest.main()
