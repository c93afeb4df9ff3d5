"""Files in legacy encodings through the command: check_convert_files.py BICHIG.

Each case is one call of `bichig convert` on a file made here: what it writes, what it says, and how it ends. Encodings
that two schemes fit are refused, and a word that cannot be converted leaves the rest of its line alone.
"""
import json
import pathlib
import shutil
import sys
import tempfile
import unittest

import common

DONE, FOUND, REFUSED = 0, 1, 2
PROGRAM = pathlib.Path()
AMAN, TAN = "\ue266\ue2f4\ue26c\ue2b5", "\ue308\ue26c\ue2b5"  # Menksoft glyph codes
AMAN_UNICODE, TAN_UNICODE = "\u1820\u182e\u1820\u1828", "\u1832\u1820\u1828"
MENKSOFT = f"{AMAN} {TAN}\ue236\r\n{TAN} {AMAN} 2024\r\n"
UNICODE = f"{AMAN_UNICODE} {TAN_UNICODE}\u1802\r\n{TAN_UNICODE} {AMAN_UNICODE} 2024\r\n"


class Files(unittest.TestCase):
    def setUp(self):
        self.folder = pathlib.Path(tempfile.mkdtemp(prefix="bichig-convert-"))
        self.addCleanup(shutil.rmtree, self.folder)

    def convert(self, content, *arguments, name="given.txt"):
        """The exit code, the bytes written (None: no file) and the messages."""
        given, made = self.folder / name, self.folder / "made.txt"
        given.write_bytes(content)
        made.unlink(missing_ok=True)
        done = common.run([PROGRAM, "convert", *arguments, given, "-o", made])
        return done.returncode, made.read_bytes() if made.exists() else None, done.stderr.decode("utf-8")

    def check(self, content, expected, *arguments, code=DONE):
        answer = self.convert(content, *arguments)
        self.assertEqual(answer[0], code, answer[2])
        self.assertEqual(answer[1].decode("utf-8"), expected)
        return answer[2]

    def test_menksoft_is_detected_and_line_ends_stay(self):
        self.check(MENKSOFT.encode("utf-8"), UNICODE)
        self.check(MENKSOFT.encode("utf-8"), UNICODE, "--from", "auto")
        self.check(MENKSOFT.encode("utf-8"), UNICODE, "--from", "menksoft")

    def test_utf_16_with_and_without_a_mark(self):
        self.check(MENKSOFT.encode("utf-16"), UNICODE)
        self.check(MENKSOFT.encode("utf-16-be"), UNICODE, "--input-encoding", "utf-16be")
        self.check(MENKSOFT.encode("utf-16-le"), UNICODE, "--input-encoding", "utf-16le")

    def test_gb_18030_keeps_private_codes(self):
        content = MENKSOFT.encode("gb18030")
        self.assertNotEqual(content, MENKSOFT.encode("utf-8"))
        self.check(content, UNICODE, "--input-encoding", "gb18030")

    def test_output_in_other_encodings(self):
        for encoding, python in (("gb18030", "gb18030"), ("utf-16le", "utf-16-le")):
            code, made, _ = self.convert(MENKSOFT.encode("utf-8"), "--output-encoding", encoding)
            self.assertEqual((code, made.decode(python).lstrip("\ufeff")), (DONE, UNICODE))

    def test_there_and_back(self):
        self.check(UNICODE.encode("utf-8"), MENKSOFT, "--from", "unicode", "--to", "menksoft")

    def test_a_word_that_cannot_be_converted_is_kept_alone(self):
        line = f"{AMAN} \ue308\u1866\ue26c {TAN} \ue262 {AMAN}\r\n{TAN}\r\n"
        expected = f"{AMAN_UNICODE} \ue308\u1866\ue26c {TAN_UNICODE} \ue262 {AMAN_UNICODE}\r\n{TAN_UNICODE}\r\n"
        messages = self.check(line.encode("utf-8"), expected, "--from", "menksoft", code=FOUND).splitlines()
        self.assertEqual(len(messages), 2, messages)
        self.assertIn("given.txt:1:6: ", messages[0])
        self.assertIn("given.txt:1:14: ", messages[1])
        self.assertTrue(all("kept as it is" in message for message in messages))

    def test_a_selector_beside_a_glyph_code_is_dropped_and_reported(self):
        messages = self.check(f"{TAN}\u180b\n".encode("utf-8"), f"{TAN_UNICODE}\n", "--from", "menksoft", code=FOUND)
        self.assertIn("given.txt:1:4: a selector beside a glyph code", messages)

    def refuse(self, text, reason, *arguments):
        code, made, messages = self.convert(text.encode("utf-8"), *arguments)
        self.assertEqual((code, made), (REFUSED, None), messages)
        self.assertIn(reason, messages)
        self.assertIn("given.txt", messages)
        self.assertIn("--from", messages)

    def test_what_several_schemes_fit_is_refused(self):
        self.refuse(TAN, "too few words")
        self.refuse("\ue308\ue26c \ue2f1\ue26c \ue2f4\ue26c \ue2b1", "perhaps Saiyin")
        self.refuse(f"{TAN} {AMAN} {TAN} \ue352", "perhaps Saiyin")
        self.refuse("\ue610\ue611 \ue7bd", "perhaps Boljoo")
        self.refuse("\u188c\u186a\u1867", "Sibe or Manchu")

    def test_the_font_decides(self):
        self.check(TAN.encode("utf-8"), TAN_UNICODE, "--font-hint", "Menksoft Qagan")
        self.check("\u188c\u186a\u1867".encode("utf-8"), "\u182e\u1820\u1828", "--font-hint", "Z52 Hawang")
        self.refuse(MENKSOFT, "Saiyin", "--font-hint", "Saiyin")
        self.refuse(MENKSOFT, "Boljoo", "--font-hint", "Boljoo Qagan")
        # The letters stay as Delehi draws them: sh before i keeps its shape.
        self.check("\u182c\u1820\u1831\u1822".encode("utf-8"), "\u182c\u1820\u1831\u180c\u1822",
                   "--font-hint", "Delehi")

    def test_the_report_says_what_was_concluded(self):
        report = self.folder / "report.json"
        code, _, messages = self.convert(MENKSOFT.encode("utf-8"), "--json", str(report))
        self.assertEqual(code, DONE, messages)
        answer = json.loads(report.read_text(encoding="utf-8"))["files"][0]
        self.assertEqual(answer["from"], "menksoft")
        self.assertGreater(answer["confidence"], 0.9)
        self.assertTrue(answer["reason"])
        self.assertEqual(answer["remarks"], [])

    def test_unicode_is_left_alone(self):
        self.check(UNICODE.encode("utf-8"), UNICODE)


if __name__ == "__main__":
    PROGRAM = pathlib.Path(sys.argv.pop(1))
    unittest.main()
