#!/usr/bin/env python3
# Pages as PNG from the command line.
"""bichig typeset -o FILE.png as a process: png_test.py BICHIG."""
import json
import struct

from program import BICHIG, INPUT, MONGOL, ProgramTest, main

TEXT = f"# {MONGOL}\n\n" + f"{BICHIG} {MONGOL}\n\n" * 150


def size_of(path):
    """Width and height in the head of a PNG."""
    head = path.read_bytes()[:24]
    return head[:4], struct.unpack(">II", head[16:])


class Png(ProgramTest):
    def test_a_page_is_a_file(self):
        answer = json.loads(self.answer("typeset", "-", "-o", "out.png", "--dpi", "72", "--json", data=TEXT))
        self.assertGreater(answer["pages"], 1)
        self.assertEqual(answer["files"], [f"out-{page + 1}.png" for page in range(answer["pages"])])
        for name in answer["files"]:
            self.assertEqual(size_of(self.folder / name), (b"\x89PNG", (842, 596)))

    def test_the_resolution_is_300_by_itself(self):
        self.answer("typeset", "-", "-o", "out.png", data=f"{MONGOL}\n")
        self.assertEqual(size_of(self.folder / "out.png")[1], (3508, 2481))

    def test_what_cannot_be_drawn_is_refused(self):
        self.refused(INPUT, ["resolution"], "typeset", "-", "-o", "out.png", "--dpi", "0", data=b"a\n")
        self.refused(INPUT, ["32000 pixels"], "typeset", "-", "-o", "out.png", "--dpi", "9000", data=b"a\n")
        self.assertEqual(list(self.folder.iterdir()), [])


if __name__ == "__main__":
    main()
