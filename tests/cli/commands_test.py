"""The commands units, normalize, key, sort, count and translit as processes: commands_test.py BICHIG.

Files and standard input, in every encoding that is read, with byte order mark and CR LF; the answers for programs; and
what is said, with which exit code, when something is wrong.
"""
import json

from program import BICHIG, FOUND, INPUT, MONGOL, SYSTEM, ProgramTest, main

COMMANDS = ["units", "normalize", "key", "sort", "count", "translit"]
TEXT = f"{MONGOL} {BICHIG}\n{BICHIG} 中文 2024\n"
# What the bytes of a text may be, by what they are called. Without a mark UTF-16 must be told by its bytes.
ENCODINGS = {
    "utf-8": lambda text: text.encode("utf-8"),
    "utf-8 with mark": lambda text: b"\xef\xbb\xbf" + text.encode("utf-8"),
    "utf-16le with mark": lambda text: b"\xff\xfe" + text.encode("utf-16-le"),
    "utf-16be with mark": lambda text: b"\xfe\xff" + text.encode("utf-16-be"),
    "utf-16le": lambda text: text.encode("utf-16-le"),
    "gb18030": lambda text: text.encode("gb18030"),
    "gb18030 with mark": lambda text: b"\x84\x31\x95\x33" + text.encode("gb18030"),
}


class Commands(ProgramTest):
    # Every command reads what is given in any encoding

    def test_file_and_standard_input_give_the_same(self):
        (self.folder / "in.txt").write_text(TEXT, encoding="utf-8")
        for command in COMMANDS:
            with self.subTest(command):
                from_file = self.answer(command, "in.txt")
                self.assertTrue(from_file.strip())
                self.assertEqual(self.answer(command, "-", data=TEXT).replace(" -\n", " in.txt\n"), from_file)
                self.assertEqual(self.answer(command, data=TEXT).replace(" -\n", " in.txt\n"), from_file)

    def test_encodings(self):
        for command in COMMANDS:
            wanted = self.answer(command, data=TEXT)
            for name, encode in ENCODINGS.items():
                with self.subTest(command, encoding=name):
                    self.assertEqual(self.answer(command, data=encode(TEXT)), wanted)

    def test_named_encoding(self):
        for command in COMMANDS:
            with self.subTest(command):
                wanted = self.answer(command, data=TEXT)
                for name in ("utf-16be", "gb18030"):
                    encoded = TEXT.encode(name)
                    self.assertEqual(self.answer(command, "--input-encoding", name, data=encoded), wanted)

    def test_ends_of_lines(self):
        crlf = TEXT.replace("\n", "\r\n")
        for command in ("units", "key", "sort"):
            with self.subTest(command):
                self.assertEqual(self.answer(command, data=crlf), self.answer(command, data=TEXT))
        self.assertEqual(self.answer("normalize", data=crlf), crlf, "a text keeps its line ends")
        latin = self.answer("translit", data=crlf)
        self.assertEqual(latin, self.answer("translit", data=TEXT).replace("\n", "\r\n"))
        self.assertEqual(json.loads(self.answer("count", "--json", data=crlf))["total"]["lines"], 2)
        self.assertEqual(self.answer("normalize", data="a"), "a", "no line end is added")

    def test_empty_input(self):
        for command in ("units", "normalize", "key", "sort", "translit"):
            self.assertEqual(self.answer(command), "", command)
        self.assertEqual(json.loads(self.answer("count", "--json"))["total"]["characters"], 0)

    def test_output_file_and_encoding(self):
        self.answer("normalize", "-o", "out.txt", "--output-encoding", "utf-16", data=TEXT)
        self.assertEqual((self.folder / "out.txt").read_bytes(), b"\xff\xfe" + TEXT.encode("utf-16-le"))
        self.answer("sort", "-o", "out.txt", "--output-encoding", "gb18030", data=TEXT)
        self.assertEqual(sorted((self.folder / "out.txt").read_bytes().decode("gb18030").split("\n")),
                         sorted(TEXT.split("\n")))

    # Each command

    def test_units(self):
        self.assertEqual(self.answer("units", data=TEXT).split("\n")[0], "M O A G Hx O L - B I Ch I G")
        self.assertEqual(self.answer("units", "--aliases", data="b i ch i g\n"), "B I Ch I G\n")
        line = json.loads(self.answer("units", "--json", "--explain", data=BICHIG + "\u180b\n"))
        self.assertEqual((line["text"], line["system"]), (BICHIG + "\u180b", "hudum"))
        self.assertEqual([letter["name"] for letter in line["letters"]], ["b", "i", "ch", "i", "g"])
        self.assertEqual((line["letters"][4]["begin"], line["letters"][4]["end"]), (4, 6))
        self.assertTrue(line["letters"][4]["selector"].startswith("fvs1 "))

    def test_normalize(self):
        source = f"e\u0301{MONGOL}\u180d\u202f\u1822\u1828\n"
        wanted = f"\u00e9{MONGOL}\u180e\u1822\u1828\n"
        self.assertEqual(self.answer("normalize", data=source), wanted)
        for option in ("--json", "--report=json"):
            line = json.loads(self.answer("normalize", option, data=source))
            self.assertEqual((line["source"] + "\n", line["text"] + "\n"), (source, wanted))
            edits = [(edit["rules"][0]["rule"], *edit["source"], *edit["result"]) for edit in line["edits"]]
            self.assertEqual(edits, [("nfc", 0, 2, 0, 1), ("selector-without-effect", 8, 9, 7, 7),
                                     ("connector", 9, 10, 7, 8)])
            self.assertTrue(all(rule["reason"] for edit in line["edits"] for rule in edit["rules"]))

    def test_rules_of_normalize(self):
        source = f"e\u0301{MONGOL}\u180d\n"
        self.assertEqual(self.answer("normalize", "--rules", "nfc", data=source), f"\u00e9{MONGOL}\u180d\n")
        self.assertEqual(self.answer("normalize", "--rules", "selector-without-effect", data=source),
                         f"e\u0301{MONGOL}\n")
        self.refused(INPUT, ["nfd", "nfc, vertical-forms"], "normalize", "--rules", "nfd")

    def test_key(self):
        data = f"{MONGOL}\n{MONGOL}\u180d\n{BICHIG}\n"
        one, same, other = self.answer("key", data=data).split()
        self.assertEqual(one, same)
        self.assertNotEqual(one, other)
        exact = self.answer("key", "--level", "exact", data=data).split()
        self.assertNotEqual(exact[0], exact[1])
        rows = [json.loads(line) for line in self.answer("key", "--json", data=data).splitlines()]
        self.assertEqual([row["key"] for row in rows], [one, same, other])
        self.assertEqual(rows[2]["text"], BICHIG)

    def test_sort(self):
        lines = ["\u1820", "\u1821", "\u1827", "\u1822"]  # U+1827 after U+1821: GB/T 30851
        self.assertEqual(self.answer("sort", data="\n".join(reversed(lines)) + "\n").split(), lines)
        self.assertEqual(self.answer("sort", "-r", data="\n".join(lines)).split(), lines[::-1])
        self.assertEqual(self.answer("sort", "-u", data="b\na\nb\n"), "a\nb\n")
        self.assertEqual(self.answer("sort", "-n", data="10\n9\n"), "9\n10\n")
        self.assertEqual(self.answer("sort", "-k", "2", data="1\tb\n2\ta\n"), "2\ta\n1\tb\n")
        self.assertEqual(self.answer("sort", "--han", "stroke", data="四\n一\n"), "一\n四\n")
        rows = [json.loads(line) for line in self.answer("sort", "--json", data="b\na\n").splitlines()]
        self.assertEqual([row["line"] for row in rows], ["a", "b"])
        self.assertLess(bytes.fromhex(rows[0]["key"]), bytes.fromhex(rows[1]["key"]))

    def test_sort_takes_the_lines_of_all_files(self):
        (self.folder / "one").write_bytes(b"c\na")  # no line end at its end
        (self.folder / "two").write_bytes("b\n".encode("utf-16"))
        self.assertEqual(self.answer("sort", "one", "two"), "a\nb\nc\n")

    def test_count(self):
        (self.folder / "one").write_text(TEXT, encoding="utf-8")
        (self.folder / "two").write_bytes(TEXT.encode("utf-16"))
        found = json.loads(self.answer("count", "--json", "one", "two"))
        self.assertEqual([file["file"] for file in found["files"]], ["one", "two"])
        one, two = ({key: file[key] for key in file if key != "file"} for file in found["files"])
        self.assertEqual(one, two)
        self.assertEqual((one["words"], one["characters"], one["han"], one["other_words"], one["lines"]),
                         (3, 16, 2, 1, 2))
        self.assertEqual(found["total"], {key: 2 * value for key, value in one.items()})
        self.assertIn("total", self.answer("count", "one", "two").splitlines()[-1])

    def test_translit(self):
        self.assertEqual(self.answer("translit", data=TEXT), "mon\u0261gol bičig\nbičig 中文 2024\n")
        for latin in ("eac", "utn"):
            there = self.answer("translit", "--to", latin, data=TEXT)
            self.assertEqual(self.answer("translit", "--from", latin, "--to", "mongolian", data=there), TEXT)
        self.refused(INPUT, ["Manchu", "--system"], "translit", "--to", "mollendorff", data=TEXT.encode())

    def test_plain_translit_says_what_is_lost(self):
        done = self.run_program("translit", "--plain", data=f"a\n {MONGOL}\u180f\n".encode())
        self.assertEqual(done.returncode, FOUND)
        self.assertRegex(done.stderr.decode(), r"^bichig: -:(1:1|2:8): ")

    # What is wrong

    def test_ill_formed_input(self):
        """The place in lines and characters, and the byte, behind a line of Mongolian; the mark is counted as bytes."""
        for command in COMMANDS:
            with self.subTest(command):
                data = f"{MONGOL}\n{BICHIG}".encode() + b"\xff\n"
                self.refused(INPUT, ["-:2:6: ", "byte 34", "UTF-8"], command, data=data)
                self.refused(INPUT, ["-:1:7: ", "byte 21"], command, data=b"\xef\xbb\xbf" + MONGOL.encode() + b"\xff")
                self.refused(INPUT, ["-:2:1: ", "byte 2"], command, "--input-encoding", "gb18030", data=b"a\n\xff\n")
                self.refused(INPUT, ["-:1:2: ", "byte 4", "odd"], command, data=b"\xff\xfea\0b")

    def test_unknown_name_of_a_letter(self):
        self.refused(INPUT, ["-:2:5: ", "'qq'", "--system"], "units", "--aliases", data=b"b i ch\na n qq a\n")

    def test_missing_file(self):
        for command in COMMANDS:
            self.refused(INPUT, ["none.txt"], command, "none.txt")

    def test_wrong_options(self):
        for command in COMMANDS:
            self.refused(INPUT, ["--colour"], command, "--colour", "-")
            self.refused(INPUT, ["latin-9"], command, "--input-encoding", "latin-9", "-")
        for command in ("units", "normalize", "key", "translit"):
            self.refused(INPUT, ["klingon"], command, "--system", "klingon", "-")
        self.refused(INPUT, ["deep"], "key", "--level", "deep", "-")
        self.refused(INPUT, ["--key"], "sort", "-k", "0", "-")

    def test_output_that_cannot_be_written(self):
        for command in ("units", "normalize", "key", "sort", "translit"):
            self.refused(SYSTEM, ["none/out"], command, "-o", "none/out", data=TEXT.encode())

    def test_failed_run_leaves_the_output(self):
        (self.folder / "out").write_bytes(b"before")
        for command in ("units", "normalize", "key", "sort", "translit"):
            self.refused(INPUT, ["-:1:1"], command, "-o", "out", data=b"\xff")
            self.assertEqual((self.folder / "out").read_bytes(), b"before")


if __name__ == "__main__":
    main()
