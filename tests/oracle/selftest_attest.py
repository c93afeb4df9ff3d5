"""The attestation of a dictionary on a source of four entries: what it counts, what it rewrites, what it refuses.

selftest_attest.py BICHIG
"""
import contextlib
import io
import sys

import common
import selftest

sys.path.insert(0, str(common.ROOT / "tests" / "tools"))
import attest_dictionary  # noqa: E402  (stands in another folder)

HEAD = ("stem pos paradigm marks cyrillic norm gloss_zh frequency source evidence licence reviewer status date "
        "note").split()
# A comment and an empty line stay; the last entry is known to nobody.
ENTRIES = [("ger", "noun", "noun+plural_nar", "гэр"), ("mori", "noun", "noun_n", ""), ("üǰe", "verb", "verb", ""),
           ("xxx", "noun", "noun", "хххх")]
COMMENT = "# nouns, by no order"
ONE_FILE = '[[files]]\npath = "entries.tsv"\ntier = "core"\n'


class Attest(selftest.Folder):
    def setUp(self):
        super().setUp()
        self.bichig = selftest.ARGUMENTS[0]
        self.entries = self.folder / "entries.tsv"
        (self.folder / "dictionary.toml").write_text(ONE_FILE, encoding="utf-8")
        self.write_entries({})
        # morin and üǰexü: forms of the entries mori and üǰe, whose stems the list does not have
        self.wordbank = self.folder / "words.txt"
        self.wordbank.write_text("".join(f"{word}\n" for word in attest_dictionary.to_mongolian(
            self.bichig, ["morin", "üǰexü", "nomad"])), encoding="utf-8")

    def write_entries(self, evidence, status="unreviewed"):
        lines = ["\t".join(HEAD), "", COMMENT]
        for stem, pos, paradigm, cyrillic in ENTRIES:
            cells = dict.fromkeys(HEAD, "") | {"stem": stem, "pos": pos, "paradigm": paradigm, "cyrillic": cyrillic,
                                               "evidence": evidence.get(stem, ""), "status": status, "note": "kept"}
            lines.append("\t".join(cells.values()))
        self.entries.write_text("\n".join(lines) + "\n", encoding="utf-8")

    def run_tool(self, *arguments, wordbank=True):
        """The exit code, and what was printed."""
        said = io.StringIO()
        words = ["--wordbank", str(self.wordbank if wordbank else self.folder / "absent.txt")]
        with contextlib.redirect_stdout(said), contextlib.redirect_stderr(said):
            code = attest_dictionary.main(["--bichig", self.bichig, "--dictionary", str(self.folder), *words,
                                           *arguments])
        return code, said.getvalue()

    def test_writes_only_evidence(self):
        before = self.entries.read_text(encoding="utf-8").split("\n")
        self.assertEqual(self.run_tool("--write")[0], 0)
        after = self.entries.read_text(encoding="utf-8").split("\n")
        self.assertEqual(before[:3], after[:3])
        place = HEAD.index("evidence")
        found = {}
        for old, new in zip(before[3:-1], after[3:-1], strict=True):
            old, new = old.split("\t"), new.split("\t")
            found[new[0]] = new[place]
            self.assertEqual(old[:place] + old[place + 1:], new[:place] + new[place + 1:])
        self.assertEqual(found, {"ger": "hunspell_mn", "mori": "wordbank", "üǰe": "wordbank", "xxx": ""})
        self.assertEqual(after[-1], "")
        again = self.entries.stat().st_mtime_ns
        self.assertEqual(self.run_tool("--write")[0], 0)
        self.assertEqual(self.entries.stat().st_mtime_ns, again)

    def test_share(self):
        code, said = self.run_tool()
        self.assertEqual(code, 1)
        self.assertIn("75.0 % of the stems are known to (a) or (b), less than 90 %", said)
        self.assertIn("entries.tsv:7: xxx (хххх)", said)
        self.assertEqual(self.run_tool("--least", "75")[0], 0)

    def test_rejected_rows_do_not_count(self):
        self.write_entries({}, status="rejected")
        code, said = self.run_tool()
        self.assertEqual(code, 1)
        self.assertIn("the dictionary has no entries", said)

    def test_absent_word_list_is_said(self):
        self.write_entries({"mori": "wordbank", "üǰe": "wordbank other"})
        code, said = self.run_tool("--least", "75", wordbank=False)
        self.assertEqual(code, 0)
        self.assertIn("SKIPPED (a)", said)
        self.assertEqual(self.run_tool("--write", wordbank=False)[0], 0)
        text = self.entries.read_text(encoding="utf-8")
        self.assertIn("\tother wordbank\t", text)  # kept, in order
        self.assertIn("\thunspell_mn\t", text)

    def test_false_evidence(self):
        self.write_entries({"ger": "wordbank", "xxx": "hunspell_mn"})
        code, said = self.run_tool("--least", "75")
        self.assertEqual(code, 1)
        self.assertIn("entries.tsv:4: ger: wordbank does not confirm it", said)
        self.assertIn("entries.tsv:7: xxx: hunspell_mn does not confirm it", said)

    def test_broken_sources(self):
        for content, reason in (("stem\tpos\n", "has no column paradigm"),
                                ("\t".join(HEAD) + "\nger\tnoun\n", "has 2 cells where the head has 15")):
            self.entries.write_text(content, encoding="utf-8")
            code, said = self.run_tool()
            self.assertEqual(code, 1)
            self.assertIn(reason, said)
        (self.folder / "dictionary.toml").write_text("[[files\n", encoding="utf-8")
        self.assertIn("cannot be read", self.run_tool()[1])

    def test_absent_programs(self):
        for arguments in (("--hunspell", "no_such_program"), ("--bichig", "no_such_program")):
            code, said = self.run_tool(*arguments)
            self.assertEqual(code, 1)
            self.assertIn("no_such_program is missing", said)
        code, said = self.run_tool("--hunspell", "no_such_program", "--without-hunspell", "--least", "50")
        self.assertEqual(code, 0)
        self.assertIn("SKIPPED (b)", said)


if __name__ == "__main__":
    selftest.main()
