"""What the command line says and does when something is wrong: check_errors.py BICHIG FONT_FOLDER.

Each case is one call. It must end with the right exit code and one line "bichig: FILE…: what (what to do)" on standard
error that names the place; the output file of an earlier run must be left byte for byte, and no other file may appear.
"""
import os
import pathlib
import resource
import shutil
import signal
import struct
import subprocess
import sys
import tempfile
import unittest
import zlib

import common

INPUT, SYSTEM = 2, 3  # exit codes
NOBODY = 65534
GOOD = "# \u182e\u1823\u1829\u182d\u1823\u182f\n\n" + "\u182a\u1822\u1834\u1822\u182d 中文 2024\n\n" * 40
BEFORE = b"the output of an earlier run"
PROGRAM, FONTS = pathlib.Path(), pathlib.Path()


class Errors(unittest.TestCase):
    """Every test works in a folder of its own, with good.md and the older output out.pdf."""

    def setUp(self):
        self.folder = pathlib.Path(tempfile.mkdtemp(prefix="bichig-errors-"))
        self.addCleanup(shutil.rmtree, self.folder)
        self.write("good.md", GOOD)
        self.write("out.pdf", BEFORE)

    def write(self, name, content):
        path = self.folder / name
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(content if isinstance(content, bytes) else content.encode("utf-8"))
        return path

    def run_program(self, *arguments, fonts=None, **options):
        """Runs `bichig typeset` in the folder."""
        command = [PROGRAM, "typeset", *arguments, "--font-dir", fonts or FONTS]
        return common.run(command, cwd=self.folder, **options)

    def refused(self, code, fragments, *arguments, target="out.pdf", **options):
        """Runs and demands an error: exit code, one line with all `fragments`, and nothing changed in the folder."""
        before = self.files()
        done = self.run_program(*arguments, *(["-o", target] if target else []), **options)
        error = done.stderr.decode("utf-8")
        self.assertEqual(done.returncode, code, error)
        self.assertRegex(error, r"^bichig: [^\n]*[^\n ] \([^\n]+\)\n$", "one line: what (what to do)")
        for fragment in fragments:
            self.assertIn(fragment, error)
        self.assertEqual(self.files(), before, "files of the folder changed")
        self.assertEqual(done.stdout, b"")

    def files(self):
        return {path.relative_to(self.folder): path.read_bytes() if path.is_file() else None
                for path in sorted(self.folder.rglob("*"))}

    def test_good_input_replaces_output(self):
        done = self.run_program("good.md", "-o", "out.pdf")
        self.assertEqual((done.returncode, done.stderr), (0, b""))
        self.assertTrue((self.folder / "out.pdf").read_bytes().startswith(b"%PDF-"))
        self.assertEqual(sorted(map(str, self.files())), ["good.md", "out.pdf"])

    # The command line

    def test_no_input(self):
        self.refused(INPUT, [])

    def test_no_output(self):
        self.refused(INPUT, ["-o"], "good.md", target=None)

    def test_unknown_option(self):
        self.refused(INPUT, ["--colour"], "good.md", "--colour")

    def test_unknown_ending_of_output(self):
        self.refused(INPUT, ["out.doc", ".pdf"], "good.md", target="out.doc")

    # The input file

    def test_missing_input(self):
        self.refused(INPUT, ["none.md"], "none.md")

    def test_second_input_missing(self):
        self.refused(INPUT, ["none.md"], "good.md", "none.md")

    def test_input_is_folder(self):
        (self.folder / "in.md").mkdir()
        self.refused(INPUT, ["in.md"], "in.md")

    def test_unreadable_input(self):
        """Root may read everything: the program runs as nobody, from a folder where nobody may."""
        options = self.as_nobody()
        self.write("closed.md", GOOD).chmod(0)
        before = self.files() if os.geteuid() == 0 else None
        done = self.run_as(options, "closed.md", "-o", "new.pdf")
        self.assertEqual(done.returncode, SYSTEM, done.stderr)
        self.assertRegex(done.stderr.decode(), r"^bichig: closed\.md: [^\n]*ermission[^\n]*\([^\n]+\)\n$")
        if before is not None:
            self.assertEqual(self.files(), before)

    def as_nobody(self):
        """The folder opened for user nobody, the program copied into it where its own place is closed."""
        self.folder.chmod(0o777)
        if os.geteuid() != 0:
            return {}
        return {"user": NOBODY, "group": NOBODY, "extra_groups": []}

    def run_as(self, options, *arguments):
        """Runs as another user; the program and the fonts are copied to where that user may read them."""
        with tempfile.TemporaryDirectory() as place:
            os.chmod(place, 0o755)
            program = shutil.copy(PROGRAM, place)
            os.chmod(program, 0o755)
            fonts = pathlib.Path(place) / "fonts"
            fonts.mkdir(mode=0o755)
            for font in FONTS.iterdir():
                if font.is_file():
                    shutil.copy(font, fonts)
                    (fonts / font.name).chmod(0o644)
            return common.run([program, "typeset", *arguments, "--font-dir", fonts], cwd=self.folder, **options)

    def test_ill_formed_utf8(self):
        self.write("bad.md", b"# ok\n\nab\xffc\n")
        self.refused(INPUT, ["bad.md", "byte 8"], "bad.md")

    def test_ill_formed_utf8_at_the_end(self):
        self.write("bad.md", GOOD.encode("utf-8")[:-3] + "中".encode("utf-8")[:2])
        self.refused(INPUT, ["bad.md", f"byte {len(GOOD.encode('utf-8')) - 3}"], "bad.md")

    def test_ill_formed_utf8_in_json(self):
        self.write("bad.json", b'{"a": "\xc0\xaf"}')
        self.refused(INPUT, ["bad.json", "byte 7"], "bad.json")

    def test_ill_formed_utf8_for_text(self):
        self.write("bad.md", b"\xed\xa0\x80")
        self.refused(INPUT, ["bad.md", "byte 0"], "bad.md", "--text", target=None)

    def test_unknown_key_in_front_matter(self):
        self.write("bad.md", "---\nkind: notice\ntitel: x\n---\n\ntext\n")
        self.refused(INPUT, ["bad.md:3", "titel"], "bad.md")

    def test_broken_front_matter(self):
        self.write("bad.md", "---\nkind: notice\nissuer: [a\n---\n\ntext\n")
        self.refused(INPUT, ["bad.md:"], "bad.md")

    def test_wrong_type_in_front_matter(self):
        self.write("bad.md", "---\nkind: [notice]\n---\n\ntext\n")
        self.refused(INPUT, ["bad.md:2", "kind"], "bad.md")

    def test_unknown_kind(self):
        self.write("bad.md", "---\nkind: poem\n---\n\ntext\n")
        self.refused(INPUT, ["bad.md:2", "kind", "poem"], "bad.md")

    def test_unknown_field_in_json(self):
        self.write("bad.json", '{"kind": "document", "sections": [{"blocks": [], "colour": 1}]}')
        self.refused(INPUT, ["bad.json", "/sections/0", "colour"], "bad.json")

    def test_wrong_type_in_json(self):
        self.write("bad.json", '{"kind": "document", "sections": 7}')
        self.refused(INPUT, ["bad.json", "/sections"], "bad.json")

    def test_broken_json(self):
        self.write("bad.json", '{"kind": "document", "sections": [\n{]}')
        self.refused(INPUT, ["bad.json:2"], "bad.json")

    def test_empty_json(self):
        self.write("bad.json", "")
        self.refused(INPUT, ["bad.json"], "bad.json")

    # Too much of something

    def test_nested_too_deeply(self):
        self.write("quotes.md", ">" * 1000 + " x\n")
        self.refused(INPUT, ["quotes.md:1:", "nested too deeply"], "quotes.md")
        self.write("lists.md", "".join("  " * level + "- a\n" for level in range(1000)))
        self.refused(INPUT, ["lists.md:101:", "nested too deeply"], "lists.md")
        block = '{"type": "paragraph", "text": "x"}'
        for _ in range(100):
            block = '{"type": "list", "items": [[%s]]}' % block
        self.write("lists.json", '{"kind": "document", "sections": [{"language": "zh-Hans", "blocks": [%s]}]}' % block)
        self.refused(INPUT, ["lists.json:1:", "nested too deeply"], "lists.json")

    def test_tables_do_not_nest(self):
        cell = '"x"'
        for _ in range(100):
            cell = '{"runs": [{"type": "table", "rows": [[%s]]}]}' % cell
        table = '{"type": "table", "rows": [[%s]]}' % cell
        self.write("tables.json", '{"kind": "document", "sections": [{"language": "en", "blocks": [%s]}]}' % table)
        self.refused(INPUT, ["tables.json:1:"], "tables.json")

    def gigapixel(self, woven):
        """A PNG of 40,000 × 25,000 black pixels, one bit each."""
        rows = zlib.compressobj(9)
        row = b"\0" * (1 + 40_000 // 8)
        data = b"".join(rows.compress(row) for _ in range(25_000)) + rows.flush()
        head = struct.pack(">IIBBBBB", 40_000, 25_000, 1, 0, 0, 0, int(woven))
        return b"\x89PNG\r\n\x1a\n" + b"".join(
            struct.pack(">I", len(content)) + kind + content + struct.pack(">I", zlib.crc32(kind + content))
            for kind, content in ((b"IHDR", head), (b"IDAT", data), (b"IEND", b"")))

    def test_an_image_of_a_gigapixel_is_set_in_little_memory(self):
        self.write("black.png", self.gigapixel(False))
        self.write("image.md", "![black](black.png)\n")

        def limit():
            resource.setrlimit(resource.RLIMIT_AS, (1 << 30, 1 << 30))
        done = self.run_program("image.md", "-o", "out.pdf", preexec_fn=limit)
        self.assertEqual(done.returncode, 0, done.stderr)

    def test_an_image_of_a_gigapixel_with_woven_rows(self):
        self.write("woven.png", self.gigapixel(True))
        self.write("image.md", "![black](woven.png)\n")
        self.refused(INPUT, ["woven.png", "too large"], "image.md")

    def test_a_damaged_image(self):
        self.write("cut.png", self.gigapixel(False)[:5000])
        self.write("image.md", "![black](cut.png)\n")
        self.refused(INPUT, ["cut.png", "damaged"], "image.md")

    def test_a_paragraph_of_ten_megabytes_is_set(self):
        self.write("long.md", "\u182e\u1823\u1829\u182d\u1823\u182f " * 500_000)
        done = self.run_program("long.md", "-o", "out.pdf")
        self.assertEqual(done.returncode, 0, done.stderr)
        self.assertGreater((self.folder / "out.pdf").stat().st_size, 500_000)

    # Fonts

    def test_font_for_a_role_that_nobody_has(self):
        self.refused(INPUT, ['no font "No Such Font"', "han-title"], "good.md", "--font", "han-title=No Such Font")

    def test_no_fonts(self):
        (self.folder / "fonts").mkdir()
        self.refused(INPUT, ["fonts", "noto-sans-mongolian"], "good.md", fonts="fonts")

    def test_font_folder_missing(self):
        self.refused(INPUT, ["nowhere"], "good.md", fonts="nowhere")

    def test_font_that_is_no_font(self):
        folder = self.folder / "fonts"
        folder.mkdir()
        for font in FONTS.iterdir():
            if font.is_file():
                (folder / font.name).symlink_to(font)
        broken = folder / "NotoSansMongolian_400Regular.ttf"
        broken.unlink()
        broken.write_bytes(b"no font")
        self.refused(INPUT, ["NotoSansMongolian_400Regular.ttf"], "good.md", fonts="fonts")

    def test_missing_character_with_strict(self):
        self.write("rare.md", "\u182e\u1823\u1829 \U0001F1FF\U00012000\n")
        self.refused(INPUT, ["rare.md:1", "U+12000"], "rare.md", "--strict")

    # The output

    def test_output_folder_missing(self):
        self.refused(SYSTEM, ["none/out.pdf"], "good.md", target="none/out.pdf")

    def test_output_under_a_file(self):
        self.refused(SYSTEM, ["good.md/out.pdf"], "good.md", target="good.md/out.pdf")

    def test_output_is_folder(self):
        (self.folder / "old.pdf").mkdir()
        self.refused(INPUT, ["old.pdf"], "good.md", target="old.pdf")

    def test_output_folder_not_writable(self):
        options = self.as_nobody()
        closed = self.folder / "closed"
        closed.mkdir()
        (closed / "out.pdf").write_bytes(BEFORE)
        closed.chmod(0o555)
        done = self.run_as(options, "good.md", "-o", "closed/out.pdf")
        self.assertEqual(done.returncode, SYSTEM, done.stderr)
        self.assertRegex(done.stderr.decode(), r"^bichig: closed/out\.pdf: [^\n]*ermission[^\n]*\([^\n]+\)\n$")
        self.assertEqual([(path.name, path.read_bytes()) for path in closed.iterdir()], [("out.pdf", BEFORE)])

    def limited(self, size):
        """For a child that may write files of `size` bytes at most: a disk that is full, for any user."""
        def limit():
            signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
            resource.setrlimit(resource.RLIMIT_FSIZE, (size, size))
        return limit

    def test_no_room_from_the_start(self):
        self.refused(SYSTEM, ["out.pdf"], "good.md", preexec_fn=self.limited(0))

    def test_no_room_after_some_bytes(self):
        self.refused(SYSTEM, ["out.pdf"], "good.md", preexec_fn=self.limited(4096))

    def test_no_room_for_svg(self):
        self.write("out.svg", BEFORE)
        self.refused(SYSTEM, ["out"], "good.md", target="out.svg", preexec_fn=self.limited(4096))

    def test_disk_full(self):
        """A real small disk, where mounting is allowed; elsewhere the limits above stand for it."""
        disk = self.folder / "disk"
        disk.mkdir()
        mount = ["mount", "-t", "tmpfs", "-o", "size=8k", "none", disk]
        mounted = subprocess.run(mount, capture_output=True, check=False)
        if mounted.returncode == 0:
            self.addCleanup(subprocess.run, ["umount", disk], check=True)
        (disk / "out.pdf").write_bytes(BEFORE)
        if mounted.returncode == 0:
            self.refused(SYSTEM, ["disk/out.pdf", "room"], "good.md", target="disk/out.pdf")
        else:
            self.refused(SYSTEM, ["disk/out.pdf"], "good.md", target="disk/out.pdf", preexec_fn=self.limited(8192))

    def test_text_to_full_device(self):
        with open("/dev/full", "wb") as full:
            done = subprocess.run([PROGRAM, "typeset", "good.md", "--text"], cwd=self.folder, stdout=full,
                                  stderr=subprocess.PIPE, check=False)
        self.assertEqual(done.returncode, SYSTEM)
        self.assertRegex(done.stderr.decode(), r"^bichig: [^\n]+\([^\n]+\)\n$")

    def test_output_that_is_no_file(self):
        """A pipe or a device is not replaced by a file."""
        os.mkfifo(self.folder / "pipe.pdf")
        self.run_program("good.md", "-o", "pipe.pdf", stdin=subprocess.DEVNULL)
        self.assertTrue((self.folder / "pipe.pdf").is_fifo(), "the pipe is gone")

    def test_link_is_kept(self):
        """A symbolic link to an older output still leads there."""
        (self.folder / "deep").mkdir()
        (self.folder / "link.pdf").symlink_to("deep/real.pdf")
        self.write("deep/real.pdf", BEFORE)
        done = self.run_program("good.md", "-o", "link.pdf")
        self.assertEqual(done.returncode, 0, done.stderr)
        self.assertTrue((self.folder / "link.pdf").is_symlink())
        self.assertTrue((self.folder / "deep" / "real.pdf").read_bytes().startswith(b"%PDF-"))

    def test_font_for_no_role(self):
        self.write("good.md", GOOD)
        self.refused(INPUT, ["--font title=Any", "roles: mongolian, mongolian-title"], "good.md", "--font", "title=Any")
        self.refused(INPUT, ["--font latin="], "good.md", "--font", "latin=")

    def test_font_that_nobody_has(self):
        self.write("good.md", GOOD)
        self.refused(INPUT, ['no font "Nobody Has It" to serve as latin'], "good.md", "--font", "latin=Nobody Has It")

    def test_folder_of_more_fonts_is_missing(self):
        self.write("good.md", GOOD)
        self.refused(INPUT, ["no/such/folder", "no such folder of fonts"], "good.md", "--fonts", "no/such/folder")

    def test_interrupted(self):
        """Ctrl-C leaves the older output and no other file that counts as one."""
        self.write("long.md", GOOD * 400)
        command = [PROGRAM, "typeset", "long.md", "-o", "out.pdf", "--font-dir", FONTS]
        running = subprocess.Popen(command, cwd=self.folder, stderr=subprocess.DEVNULL)
        try:
            running.wait(timeout=0.1)
        except subprocess.TimeoutExpired:
            running.send_signal(signal.SIGINT)
            running.wait(timeout=30)
            self.assertEqual((self.folder / "out.pdf").read_bytes(), BEFORE)

    def test_standard_input(self):
        done = self.run_program("-", "-o", "out.pdf", input=GOOD.encode("utf-8"))
        self.assertEqual((done.returncode, done.stderr), (0, b""))
        self.assertTrue((self.folder / "out.pdf").read_bytes().startswith(b"%PDF-"))

    def test_ill_formed_standard_input(self):
        self.refused(INPUT, ["-:1", "byte 2"], "-", input=b"ab\xfe")


if __name__ == "__main__":
    PROGRAM, FONTS = (pathlib.Path(argument).resolve() for argument in sys.argv[1:3])
    if not PROGRAM.exists():
        sys.exit(f"{PROGRAM} is missing: run ./dev build")
    unittest.main(argv=sys.argv[:1], verbosity=1)
