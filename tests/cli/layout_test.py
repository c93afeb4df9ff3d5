"""The command layout as a process: layout_test.py BICHIG FONTS.

Plain text and sheets, from files and standard input, as text and as pages; and what is said of every faulty sheet,
where, and that no page is left behind.
"""
import json
import pathlib
import re
import struct
import sys
import xml.etree.ElementTree
import zlib

from program import BICHIG, INPUT, MONGOL, SYSTEM, ProgramTest, main

FRAME = {"kind": "sheet", "width": "120pt", "height": "200pt"}
IMAGE = {"image": "dot.png", "width": "8pt", "height": "6pt", "alt": "a dot"}
# What a paragraph holds, what is said of it, and at which field.
FAULTS = [
    ({}, "field 'spans' is missing", ""),
    ({"text": "a", "spans": []}, "both 'text' and 'spans'", ""),
    ({"text": 3}, "a string is wanted here, not a number", "/text"),
    ({"texts": "a"}, "unknown field", "/texts"),
    ({"text": "a", "size": "12px"}, "'12px' is no length", "/size"),
    ({"text": "a", "size": 12}, "a string is wanted here, not a number", "/size"),
    ({"text": "a", "size": "0pt"}, "above zero", "/size"),
    ({"text": "a", "character_pitch": "-2pt"}, "above zero", "/character_pitch"),
    ({"text": "a", "alignment": "left"}, "known are start, centre, end, justify", "/alignment"),
    ({"text": "a", "last_line": ""}, "is not known here", "/last_line"),
    ({"text": "a", "mark_spacing": "odd"}, "known are even, as_written", "/mark_spacing"),
    ({"text": "a", "most_stretch": -1}, "from 0 to 1000", "/most_stretch"),
    ({"text": "a", "colour": "red"}, "write #RRGGBB", "/colour"),
    ({"text": "a", "combine_digits": 5}, "from 0 to 4", "/combine_digits"),
    ({"text": "a", "han_scale": 9}, "from 0.25 to 4", "/han_scale"),
    ({"text": "a", "weight": 0}, "from 1 to 1000", "/weight"),
    ({"text": "a", "strike": "yes"}, "is wanted here", "/strike"),
    ({"text": "a", "tab_stops": [{}]}, "field 'position' is missing", "/tab_stops/0"),
    ({"text": "a", "tab_stops": [{"position": "1"}]}, "is no length", "/tab_stops/0/position"),
    ({"spans": [{}]}, "field 'text' is missing", "/spans/0"),
    ({"spans": [IMAGE | {"image": "none.png"}]}, "no such file", "/spans/0/image"),
    ({"spans": [IMAGE | {"image": "../dot.png"}]}, "not in the folder of the sheet", "/spans/0/image"),
    ({"spans": [IMAGE | {"image": "/dot.png"}]}, "not in the folder of the sheet", "/spans/0/image"),
    ({"spans": [IMAGE | {"image": "text.png"}]}, "neither PNG nor JPEG", "/spans/0/image"),
    ({"spans": [IMAGE | {"alt": ""}]}, "no alternative text", "/spans/0/alt"),
    ({"spans": [{"image": "dot.png", "width": "1pt", "height": "1pt"}]}, "field 'alt' is missing", "/spans/0"),
    ({"spans": [IMAGE | {"width": "0pt"}]}, "above zero", "/spans/0/width"),
    ({"spans": [{"block": {"text": "a"}}]}, "field 'measure' is missing", "/spans/0/block"),
    ({"spans": [{"block": {"text": "a", "measure": "9pt", "writing_mode": "up"}}]},
     "known are vertical_lr, horizontal_tb", "/spans/0/block/writing_mode"),
]


def png(width, height):
    """A grey picture."""
    def chunk(kind, data):
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
    rows = b"".join(b"\0" + b"\x80" * width for _ in range(height))
    return (b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)) +
            chunk(b"IDAT", zlib.compress(rows)) + chunk(b"IEND", b""))


class Layout(ProgramTest):
    fonts = ""

    def setUp(self):
        super().setUp()
        (self.folder / "dot.png").write_bytes(png(4, 3))
        (self.folder / "text.png").write_text("no picture")

    def command(self, *arguments):
        return ["layout", "--font-dir", self.fonts, *arguments]

    def plain(self, *arguments):
        return self.command("--width", "120pt", "--height", "200pt", *arguments)

    def sheet(self, *paragraphs, **fields):
        text = json.dumps(FRAME | fields | {"paragraphs": list(paragraphs)}, ensure_ascii=False)
        (self.folder / "s.json").write_text(text, encoding="utf-8")
        return text

    def lines(self, dump):
        return re.findall(r"^  line .*$", dump, re.M)

    # What is laid out

    def test_plain_text_is_a_line_a_paragraph(self):
        text = f"{MONGOL} {BICHIG}\n\n{MONGOL}\n"
        (self.folder / "in.txt").write_text(text, encoding="utf-8")
        dump = self.answer(*self.plain("in.txt"))
        self.assertRegex(dump, r"^sheet vertical_lr 120,200 margin 12\n")
        self.assertEqual([line.split()[1] for line in self.lines(dump)], ["1.1", "2.1", "3.1"])
        self.assertEqual("".join(re.findall(r'^    glyphs .* "(.*)"$', dump, re.M)), f"{MONGOL} {BICHIG}{MONGOL}")
        self.assertEqual(self.answer(*self.plain("-"), data=text), dump)
        self.assertEqual(self.answer(*self.plain(), data=text), dump)
        self.assertEqual(self.answer(*self.plain(), data=text.replace("\n", "\r\n")), dump)

    def test_empty_text_is_an_empty_page(self):
        self.assertEqual(self.answer(*self.plain()), "sheet vertical_lr 120,200 margin 12\npage 1\n")

    def test_a_sheet_from_standard_input(self):
        text = self.sheet({"text": MONGOL})
        dump = self.answer(*self.command("s.json"))
        self.assertEqual(self.answer(*self.command("--sheet", "-"), data=text), dump)
        self.assertEqual(self.answer(*self.command("--sheet", "-"), data="\ufeff" + text), dump)

    def test_options_change_the_page(self):
        text = f"{MONGOL} （{BICHIG}） 12 中文(3) {MONGOL}\n" * 3
        plain = self.answer(*self.plain(), data=text)
        for option in (["--mode", "horizontal_tb"], ["--size", "12pt"], ["--align", "end"], ["--margin", "20pt"],
                       ["--combine-digits", "0"], ["--han-scale", "0.8"], ["--line-pitch", "40pt"],
                       ["--first-line-indent", "20pt"], ["--mark-spacing", "as_written"]):
            with self.subTest(option=option[0]):
                self.assertNotEqual(self.answer(*self.plain(*option), data=text), plain)

    def test_pages_are_files(self):
        text = f"{MONGOL} {BICHIG}\n" * 40
        self.answer(*self.plain("-o", "out.svg"), data=text)
        pages = sorted(self.folder.glob("out-*.svg"))
        self.assertGreater(len(pages), 1)
        for page in pages:
            root = xml.etree.ElementTree.parse(page).getroot()
            self.assertEqual((root.get("width"), root.get("height")), ("120pt", "200pt"))
        dumped = self.answer(*self.plain(), data=text)
        self.assertEqual(len(re.findall(r"^page \d+$", dumped, re.M)), len(pages))
        self.answer(*self.plain("--svg", "-o", "one.svg"), data=MONGOL)
        self.assertTrue((self.folder / "one.svg").exists())

    def test_the_dump_as_a_file(self):
        dump = self.answer(*self.plain(), data=MONGOL)
        self.answer(*self.plain("--dump", "-o", "out.txt"), data=MONGOL)
        self.assertEqual((self.folder / "out.txt").read_text(encoding="utf-8"), dump)

    def test_objects(self):
        block = {"block": {"text": "中文 AB", "measure": "40pt", "writing_mode": "horizontal_tb"}}
        self.sheet({"spans": [{"text": MONGOL}, IMAGE, {"text": BICHIG}, block]})
        dump = self.answer(*self.command("s.json"))
        self.assertIn("image", dump)
        self.assertIn("中文 AB", "".join(re.findall(r'^    glyphs .* "(.*)"$', dump, re.M)))

    def test_a_line_that_holds_too_much_is_reported(self):
        done = self.run_program(*self.command("--width", "200pt", "--height", "60pt"), data=(MONGOL * 20).encode())
        self.assertEqual(done.returncode, 0)
        self.assertRegex(done.stderr.decode(), r"^bichig: -:1: [^\n]+ \([^\n]+\)\n$")
        self.assertGreater(len(self.lines(done.stdout.decode())), 10)

    # What is refused

    def test_faulty_sheets(self):
        (self.folder / "out.svg").write_bytes(b"before")
        before = sorted(path.name for path in self.folder.iterdir()) + ["s.json"]
        for paragraph, said, field in FAULTS:
            with self.subTest(said, paragraph=paragraph):
                self.sheet({"text": MONGOL}, paragraph)
                done = self.refused(INPUT, [said, f"/paragraphs/1{field}: "], *self.command("s.json", "-o", "out.svg"))
                self.assertRegex(done.stderr.decode(), r"^bichig: s\.json:1:\d+: ")
                self.assertEqual(done.stdout, b"")
                self.assertEqual((self.folder / "out.svg").read_bytes(), b"before")
                self.assertEqual(sorted(path.name for path in self.folder.iterdir()), sorted(before))

    def test_faulty_frames(self):
        for fields, said in (({"width": "-1pt"}, "/width: a length above zero"), ({"height": "1"}, "/height: '1'"),
                             ({"kind": "document"}, "/kind: "), ({"paper": "A4"}, "/paper: unknown field"),
                             ({"writing_mode": "vertical_rl"}, "known are vertical_lr, horizontal_tb"),
                             ({"margin": "60pt"}, "s.json: the margins leave no room")):
            with self.subTest(said):
                self.sheet({"text": "a"}, **fields)
                self.refused(INPUT, ["s.json", said], *self.command("s.json"))

    def test_what_is_no_sheet(self):
        for text, place in ((b"", "1:1"), (b"[]", "1:1"), (b"{\n  \"kind\" \"sheet\"}", "2:"),
                            (b"{\"kind\": \"sheet\"}", "1:1"), (b"{\"kind\": \"\xff\"}", "1:11"),
                            (b"{" * 3, "1:2"), (b"[" * 5000, "1:")):
            with self.subTest(text=text[:20]):
                (self.folder / "s.json").write_bytes(text)
                self.refused(INPUT, [f"s.json:{place}"], *self.command("s.json"))

    def test_faulty_calls(self):
        for arguments, said in ((["--width", "120pt"], "--width and --height"),
                                (["--width", "0pt", "--height", "9pt"], "--width: a length above zero"),
                                (["--width", "12", "--height", "9pt"], "--width: '12' is no length"),
                                (["--width", "12pt", "--height", "90pt"], "the margins leave no room"),
                                (["--width", "90pt", "--height", "90pt", "--margin", "-2pt"], ""),
                                (["--width", "90pt", "--height", "90pt", "--svg"], "-o FILE.svg"),
                                (["--width", "90pt", "--height", "90pt", "--dump", "-o", "x.svg"], "writes no SVG"),
                                (["--width", "90pt", "--height", "90pt", "--combine-digits", "5"], "0 to 4"),
                                (["--width", "90pt", "--height", "90pt", "--mark-spacing", "wide"], "as_written"),
                                (["--width", "90pt", "--height", "90pt", "--input-encoding", "latin9"], "latin9")):
            with self.subTest(arguments=arguments):
                if said:
                    self.refused(INPUT, [said], *self.command(*arguments), data=b"a")
                else:
                    self.answer(*self.command(*arguments), data=b"a")  # text may stand over the edge on purpose

    def test_files_that_cannot_be_had(self):
        self.refused(INPUT, ["none.txt: no such file"], *self.plain("none.txt"))
        self.refused(INPUT, ["none.json: no such file"], *self.command("none.json"))
        self.refused(SYSTEM, ["none/x.svg"], *self.plain("-o", "none/x.svg"), data=b"a")
        self.refused(INPUT, ["-:2:1: byte 2"], *self.plain("--input-encoding", "utf-8"), data=b"a\n\xff")


if __name__ == "__main__":
    Layout.fonts = str(pathlib.Path(sys.argv.pop(2)).resolve())
    main()
