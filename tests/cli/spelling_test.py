"""The commands check and repair as processes, with the dictionary of the build: spelling_test.py BICHIG."""
import json

from program import BICHIG, FOUND, INPUT, MONGOL, ProgramTest, main

MVS, NNBSP = "\u180e", "\u202f"
WRONG = "\u182e\u1824\u1829\u182d\u1824\u182f"  # munggul: drawn as monggol is
UN = "\u1824\u1828"
TEXT = f"{MONGOL} {BICHIG}, GDP 2023\n{WRONG} \u5185\u8499\u53e4 {MONGOL}{NNBSP}{UN}\n"
MENDED = TEXT.replace(WRONG, MONGOL)


class Check(ProgramTest):
    def findings(self, *arguments, data=b"", code=FOUND):
        lines = self.answer("check", "--json", *arguments, data=data, code=code).splitlines()
        return [json.loads(line) for line in lines]

    def test_findings_have_their_place(self):
        (self.folder / "in.txt").write_text(TEXT, encoding="utf-8")
        first, second = self.findings("in.txt")
        self.assertEqual((first["file"], first["line"], first["column"]), ("in.txt", 2, 1))
        self.assertEqual((first["class"], first["text"], first["suggestions"]), ("encoding", WRONG, [MONGOL]))
        self.assertTrue(first["certain"])
        for found in (first, second):
            begin, length = found["offset"], found["length"]
            self.assertEqual(TEXT[begin:begin + length], found["text"])
            begin, length = found["byte_offset"], found["byte_length"]
            self.assertEqual(TEXT.encode()[begin:begin + length].decode(), found["text"])
        self.assertEqual((second["class"], second["id"]), ("suffix", "old-connector"))
        self.assertEqual(second["suggestions"], [f"{MONGOL}{MVS}{UN}"])

    def test_lines_for_people(self):
        said = self.answer("check", data=TEXT, code=FOUND).splitlines()
        self.assertEqual(len(said), 2)
        self.assertTrue(said[0].startswith(f"-:2:1: encoding: '{WRONG}' (U+182E U+1824"), said[0])
        self.assertIn("write '" + MONGOL, said[0])

    def test_right_text_says_nothing(self):
        self.assertEqual(self.answer("check", data=f"{MONGOL} {BICHIG} 2023 \u4e2d\u6587 English\n"), "")
        self.assertEqual(self.answer("check", data=""), "")

    def test_unknown_words_are_faults_only_when_asked(self):
        unknown = "\u182c\u1823\u1828\u1824\u182f\u1820\u1828"
        self.assertEqual(self.answer("check", data=unknown), "")
        self.assertEqual(self.findings(data=unknown.encode(), code=0)[0]["class"], "unknown")
        self.answer("check", "--all", data=unknown, code=FOUND)
        self.assertEqual(self.answer("check", "--classes", "encoding", data=unknown), "")
        self.answer("check", "--classes", "unknown", data=unknown, code=FOUND)

    def test_encodings(self):
        for name, encoded in {"utf-16le": b"\xff\xfe" + TEXT.encode("utf-16-le"), "gb18030": TEXT.encode("gb18030"),
                              "utf-8 with mark": b"\xef\xbb\xbf" + TEXT.encode()}.items():
            with self.subTest(name):
                found = self.findings(data=encoded)
                self.assertEqual([(one["line"], one["text"]) for one in found],
                                 [(2, WRONG), (2, f"{MONGOL}{NNBSP}{UN}")])
                if "byte_offset" in found[0]:
                    begin = found[0]["byte_offset"]
                    wrong = WRONG.encode("utf-16-le" if name == "utf-16le" else "utf-8")
                    self.assertEqual(encoded[begin:begin + found[0]["byte_length"]], wrong)

    def test_certain_corrections_are_written_and_nothing_else_changes(self):
        for name, encode in {"utf-8": lambda text: text.encode(), "mark": lambda text: b"\xef\xbb\xbf" + text.encode(),
                             "crlf": lambda text: text.replace("\n", "\r\n").encode(),
                             "utf-16": lambda text: b"\xff\xfe" + text.encode("utf-16-le"),
                             "gb18030": lambda text: text.encode("gb18030")}.items():
            with self.subTest(name):
                path = self.folder / "text.md"
                path.write_bytes(encode(TEXT))
                said = self.answer("check", "--fix", "encoding", "text.md", code=FOUND)
                self.assertIn("now '" + MONGOL, said)
                self.assertEqual(path.read_bytes(), encode(MENDED))
        done = self.run_program("check", "--fix", "encoding,suffix", data=TEXT.encode())
        self.assertEqual(done.stdout.decode(), MENDED.replace(NNBSP, MVS))
        self.assertEqual(done.returncode, FOUND)
        # A right file is not touched.
        path.write_bytes(encode(MENDED.replace(NNBSP, MVS)))
        before = path.stat().st_mtime_ns
        self.answer("check", "--fix", "encoding", "text.md")
        self.assertEqual(path.stat().st_mtime_ns, before)

    def test_json_documents_with_escapes(self):
        document = json.dumps({"content": [f"{MONGOL} {WRONG}\n"]})
        self.assertIn("\\u182e", document)
        path = self.folder / "document.json"
        path.write_text(document, encoding="utf-8")
        (found,) = self.findings("document.json")
        begin, length = found["offset"], found["length"]
        self.assertEqual(json.loads(f'"{document[begin:begin + length]}"'), WRONG)
        self.answer("check", "--fix", "encoding", "document.json", code=FOUND)
        self.assertEqual(json.loads(path.read_text(encoding="utf-8")), {"content": [f"{MONGOL} {MONGOL}\n"]})

    def test_sarif(self):
        log = json.loads(self.answer("check", "--sarif", data=TEXT, code=FOUND))
        self.assertEqual(log["version"], "2.1.0")
        (run,) = log["runs"]
        rules = {rule["id"] for rule in run["tool"]["driver"]["rules"]}
        self.assertEqual([result["ruleId"] for result in run["results"]], ["encoding", "suffix"])
        self.assertLessEqual({result["ruleId"] for result in run["results"]}, rules)
        region = run["results"][0]["locations"][0]["physicalLocation"]["region"]
        self.assertEqual((region["startLine"], region["startColumn"]), (2, 1))
        (fix,) = run["results"][0]["fixes"]
        self.assertEqual(fix["artifactChanges"][0]["replacements"][0]["insertedContent"]["text"], MONGOL)

    def test_json_lines(self):
        lines = [json.dumps({"id": 7, "text": TEXT}), json.dumps("\U0001F600 " + WRONG), "", json.dumps({"text": ""})]
        answers = [json.loads(line) for line in
                   self.answer("check", "--lines", data="\n".join(lines), code=FOUND).splitlines()]
        self.assertEqual([len(answer["findings"]) for answer in answers], [2, 1, 0])
        self.assertEqual(answers[0]["id"], 7)
        self.assertEqual(answers[1]["findings"][0]["offset"], 2)
        bad = ["no json", "[1]", '{"text": 3}', '{"id": 4}', json.dumps({"text": MONGOL})]
        answers = [json.loads(line) for line in
                   self.answer("check", "--lines", data="\n".join(bad), code=INPUT).splitlines()]
        self.assertEqual(["error" in answer for answer in answers], [True] * 4 + [False])
        self.assertEqual(answers[3]["line"], 4)
        self.assertEqual(answers[3]["id"], 4)

    def test_personal_words(self):
        (self.folder / "mine.txt").write_text(f"# mine\n{WRONG}\t{MONGOL}\n", encoding="utf-8")
        text = f"{WRONG} {WRONG}{MVS}{UN}\n"
        self.assertEqual(self.answer("check", "--personal", "mine.txt", data=text), "")
        other = "\u182c\u1823\u1828\u1824\u182f\u1820\u1828"
        text = f"{other} {other}{MVS}{UN}\n"
        self.answer("check", "--all", data=text, code=FOUND)
        self.assertEqual(self.answer("check", "--all", "--ignore", other, "--ignore", other + MVS + UN, data=text), "")
        learn = ("--personal", "new.txt", "--learn", f"{other}={MONGOL}")
        self.answer("check", "--all", *learn, data=f"{other} {other}{MVS}\u1824\n")
        self.assertEqual((self.folder / "new.txt").read_text(encoding="utf-8"), f"{other}\t{MONGOL}\n")
        self.refused(INPUT, ["--learn needs a file of words"], "check", "--learn", other)
        (self.folder / "bad.txt").write_text("a b\n", encoding="utf-8")
        self.refused(INPUT, ["bad.txt:1", "is no word"], "check", "--personal", "bad.txt")

    def test_what_is_wrong_is_said(self):
        self.refused(INPUT, ["no such file"], "check", "--dictionary", "missing.shapes")
        (self.folder / "empty").mkdir()
        self.refused(INPUT, ["holds no dictionary", "bichig dict build"], "check", "--dictionary", "empty")
        (self.folder / "cut.shapes").write_bytes(b"BICHIGSI" + bytes(40))
        self.refused(INPUT, ["cut.shapes", "is no shape index"], "check", "--dictionary", "cut.shapes")
        self.refused(INPUT, ["missing.txt", "no such file"], "check", "missing.txt")
        self.refused(INPUT, ["there is no class 'grammar'"], "check", "--fix", "grammar")
        self.refused(INPUT, ["byte 1"], "check", "--input-encoding", "utf-8", data=b"a\xff")


class Repair(ProgramTest):
    def test_letters_that_only_look_right(self):
        self.assertEqual(self.answer("repair", data=TEXT), MENDED.replace(NNBSP, MVS))

    def test_glyph_codes(self):
        codes = self.answer("convert", "--to", "menksoft", data=f"{MONGOL}{MVS}{UN} {BICHIG}\n")
        self.assertEqual(self.answer("repair", "--report", "report.json", data=codes), f"{MONGOL}{MVS}{UN} {BICHIG}\n")
        (report,) = json.loads((self.folder / "report.json").read_text(encoding="utf-8"))["files"]
        self.assertEqual((report["from"], report["review"]), ("menksoft", []))

    def test_what_is_not_certain_is_to_be_looked_at(self):
        unknown = "\u182c\u1823\u1828\u1824\u182f\u1820\u1828"
        made = self.answer("repair", "--report", "report.json", data=f"{WRONG} {unknown}\n", code=FOUND)
        self.assertEqual(made, f"{MONGOL} {unknown}\n")
        (report,) = json.loads((self.folder / "report.json").read_text(encoding="utf-8"))["files"]
        self.assertEqual([change["text"] for change in report["changes"]], [WRONG])
        self.assertEqual([(one["text"], one["column"]) for one in report["review"]], [(unknown, 8)])


if __name__ == "__main__":
    main()
