"""The command info as a process: info_test.py BICHIG.

PDFs are compared with another reader in tests/oracle/check_info.py.
"""
import json

from program import BICHIG, INPUT, MONGOL, ProgramTest, main

TEXT = (f"---\ntitle: {MONGOL}\nkeywords: [a, b]\n---\n\n# {MONGOL}\n\n{BICHIG} 中文 12\n\n"
        "| a | b |\n|---|---|\n| c | d |\n")


class Info(ProgramTest):
    def test_a_markdown_document(self):
        (self.folder / "in.md").write_text(TEXT, encoding="utf-8")
        text = self.answer("info", "in.md")
        for line in ("kind:        document", f"title:       {MONGOL}", "keywords:    a, b",
                     "words:       mongolian 2, "):
            self.assertIn(line, text)
        self.assertRegex(text, r"sections: +language mn-Mong, lines vertical, left to right, page 297\.0 x 210\.0 mm, "
                               r"paragraphs 1, headings 1, lists 0, tables 1, images 0\n")
        self.assertEqual(self.answer("info", "-", data=TEXT), text)

    def test_json_for_programs(self):
        info = json.loads(self.answer("info", "--json", "-", data=TEXT))
        self.assertEqual(info["sections"][0]["tables"], 1)
        self.assertEqual(info["words"], {"mongolian": 2, "han": 2, "other": 5})
        self.assertTrue(info["text"].startswith(MONGOL))

    def test_a_json_document(self):
        document = {"kind": "document", "sections": [
            {"language": language, "blocks": [{"type": "paragraph", "text": "a"}]}
            for language in ("zh-Hans", "mn-Mong")]}
        (self.folder / "in.json").write_text(json.dumps(document), encoding="utf-8")
        sections = json.loads(self.answer("info", "--json", "in.json"))["sections"]
        self.assertEqual([section["language"] for section in sections], ["zh-Hans", "mn-Mong"])
        self.assertEqual([section["lines"] for section in sections], ["horizontal", "vertical, left to right"])

    def test_what_is_wrong_is_said(self):
        (self.folder / "broken.pdf").write_bytes(b"%PDF-1.7\nnothing")
        (self.folder / "other.bin").write_bytes(b"%PDF-1.7\nnothing")
        (self.folder / "in.json").write_text('{"kind": "document"}')
        for name, said in (("broken.pdf", "broken.pdf: no PDF that can be read"),
                           ("none.pdf", "none.pdf: no such file"),
                           ("other.bin", "other.bin: no PDF that can be read"), ("none.md", "none.md: no such file"),
                           ("in.json", "in.json:1:1: ")):
            with self.subTest(name):
                self.assertEqual(self.refused(INPUT, [said], "info", name).stdout, b"")
        self.refused(INPUT, ["INPUT"], "info")


if __name__ == "__main__":
    main()
