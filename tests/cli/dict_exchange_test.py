"""The verbs of `bichig dict` that exchange data, as processes: dict_exchange_test.py BICHIG.

A small source goes out as a spreadsheet, a CSV, an extension and Hunspell's folder; spreadsheets, packs and word lists
come back; and what is refused leaves the source as it was.
"""
import json
import pathlib
import shutil
import zipfile

from program import FOUND, INPUT, ProgramTest, main

COLUMNS = ("stem pos paradigm marks cyrillic norm gloss_zh frequency source evidence licence reviewer status date "
           "note").split()
GAR, GER, NOM, NUM = "\u182d\u1820\u1837", "\u182d\u1821\u1837", "\u1828\u1823\u182e", "\u1828\u1824\u182e"
MANIFEST = """[dictionary]
id = "small"
title = "Small"
version = "1.0"
date = "2026-01-31"
language = "mn-Mong-CN"
licence = "Apache-2.0"
statement = "a test"
suffixes = "suffixes.tsv"
paradigms = "paradigms.toml"
[[files]]
path = "words.tsv"
tier = "core"
[tiers.core]
title = "all"
[norms.im]
title = "norm"
[sources.own]
title = "own"
[hunspell]
map = ["ou"]
"""
SUFFIXES = """suffix\tafter\tof\tmasculine\tfeminine\tjoined\tdrop\tnote
genitive\tn\t\tu\t\u00fc\tconnector\t\t
genitive\thard+soft\t\tun\t\u00fcn\tconnector\t\t
genitive\tvowel\t\tyin\tyin\tconnector\t\t
"""
PARADIGMS = """[groups.cases]
suffixes = ["genitive"]
[paradigms.noun]
pos = ["noun"]
groups = ["cases"]
"""


def row(stem, cyrillic):
    cells = {"stem": stem, "pos": "noun", "paradigm": "noun", "cyrillic": cyrillic, "norm": "im", "gloss_zh": "\u8bcd",
             "source": "own", "licence": "Apache-2.0", "status": "unreviewed", "date": "2026-01-31"}
    return "\t".join(cells.get(column, "") for column in COLUMNS)


WORDS = "\n".join(["# words", "\t".join(COLUMNS), row("gar", "\u0433\u0430\u0440"), "# of houses",
                   row("ger", "\u0433\u044d\u0440"), row("nom", "\u043d\u043e\u043c"), ""])


class DictExchange(ProgramTest):
    def setUp(self):
        super().setUp()
        self.source = self.folder / "dict"
        self.source.mkdir()
        for name, text in {"dictionary.toml": MANIFEST, "suffixes.tsv": SUFFIXES, "paradigms.toml": PARADIGMS,
                           "words.tsv": WORDS}.items():
            (self.source / name).write_text(text, encoding="utf-8")

    def words(self):
        return (self.source / "words.tsv").read_text(encoding="utf-8")

    def dict(self, verb, *arguments, **options):
        return self.answer("dict", verb, "dict", *arguments, **options)

    def asked(self, verb, *arguments, **options):
        return json.loads(self.dict(verb, *arguments, "--json", **options))

    def write(self, name, text, encoding="utf-8"):
        (self.folder / name).write_bytes(text.encode(encoding))

    def test_spreadsheets_come_back(self):
        for name in ("x.xlsx", "x.csv"):
            self.dict("export", "--format", name[2:], "-o", name)
            taken = self.asked("import", name)
            self.assertEqual([taken[key] for key in ("changed", "added", "missing", "unchanged", "written")],
                             [0, 0, 0, 3, []])
            self.assertEqual(self.words(), WORDS)

    def test_exports_are_the_same_each_time(self):
        for kind in ("xlsx", "csv", "oxt"):
            self.dict("export", "--format", kind, "-o", "a")
            self.dict("export", "--format", kind, "-o", "b")
            self.assertEqual((self.folder / "a").read_bytes(), (self.folder / "b").read_bytes(), kind)

    def changed_csv(self, change):
        self.dict("export", "--format", "csv", "-o", "x.csv")
        lines = (self.folder / "x.csv").read_text(encoding="utf-8-sig").splitlines()
        self.write("x.csv", "\n".join(change(lines)) + "\n")

    def test_changes_stand_in_their_place(self):
        self.changed_csv(lambda lines: [lines[0], lines[3], lines[1],
                                        lines[2].replace("\u8bcd", "\u623f"), ',,mori,noun'])
        ger = row("ger", "\u0433\u044d\u0440")
        wanted = WORDS.replace(ger, ger.replace("\u8bcd", "\u623f"))
        self.assertIn("changed\t", self.dict("import", "x.csv", "--dry-run"))
        self.assertEqual(self.words(), WORDS)
        taken = self.asked("import", "x.csv")
        self.assertEqual((taken["changed"], taken["added"], taken["missing"]), (1, 1, 0))
        self.assertEqual(taken["rows"][0]["cells"], [{"column": "gloss_zh", "before": "\u8bcd", "after": "\u623f"}])
        self.assertEqual(self.words(), wanted + "mori\tnoun" + "\t" * 13 + "\n")

    def test_rows_that_are_missing(self):
        self.changed_csv(lambda lines: [line for line in lines if not line.startswith("ger")])
        self.assertEqual(self.asked("import", "x.csv")["missing"], 1)
        self.assertEqual(self.words(), WORDS)
        self.assertEqual(self.asked("import", "x.csv", "--remove")["removed"], 1)
        self.assertEqual(self.words(), WORDS.replace(row("ger", "\u0433\u044d\u0440") + "\n", ""))

    def test_a_faulty_spreadsheet_changes_nothing(self):
        self.changed_csv(lambda lines: [lines[0].replace("gloss_zh", "gloss"), *lines[1:]])
        done = self.run_program("dict", "import", "dict", "x.csv")
        self.assertEqual(done.returncode, INPUT)
        self.assertIn("x.csv: cell I1: unknown column 'gloss'", done.stderr.decode())
        self.assertEqual(self.words(), WORDS)
        self.write("bad.xlsx", "no archive")
        self.refused(INPUT, ["bad.xlsx: is no zip archive"], "dict", "import", "dict", "bad.xlsx")

    def test_extension_and_folder(self):
        self.dict("export", "--format", "oxt", "-o", "x.oxt")
        with zipfile.ZipFile(self.folder / "x.oxt") as archive:
            self.assertIsNone(archive.testzip())
            self.assertIn("small.aff", archive.namelist())
            words = archive.read("small.dic")
        self.dict("export", "--format", "hunspell", "-o", "out")
        self.assertEqual((self.folder / "out" / "small.dic").read_bytes(), words)
        self.assertTrue((self.folder / "out" / "NOTICE").exists())
        self.refused(INPUT, ["was not named"], "dict", "export", "dict", "--format", "oxt")

    def test_words_go_into_a_queue(self):
        self.write("list.txt", f"{GAR}\t3\n{NUM}\n{NOM}\u1820\nabc\n", "utf-16")
        said = self.asked("import", "list.txt", "--list-source", "a_list", "--date", "2026-02-02")
        self.assertEqual([said[key] for key in ("added", "known", "same_shape", "other_script")], [3, 1, 1, 1])
        queue = (self.source / "queue" / "list.tsv").read_text(encoding="utf-8").splitlines()
        self.assertEqual([line.split("\t")[0] for line in queue], ["stem", "gar", "num", "noma"])
        self.assertEqual(queue[3].split("\t")[12:14], ["unreviewed", "2026-02-02"])
        self.assertEqual(self.asked("import", "list.txt", "--list-source", "a_list")["repeated"], 3)
        self.refused(INPUT, ["where the words come from"], "dict", "import", "dict", "list.txt")

    def test_hunspell_dictionaries_go_into_a_queue(self):
        self.dict("export", "--format", "hunspell", "-o", "out")
        shutil.copy(self.folder / "out" / "small.aff", self.folder / "other.aff")
        shutil.copy(self.folder / "out" / "small.dic", self.folder / "other.dic")
        said = self.asked("import", "other.dic", "--list-source", "a_list")
        self.assertEqual((said["words"], said["known"]), (6, 6))
        said = self.asked("import", "other.dic", "--stems", "--queue", "stems", "--list-source", "a")
        self.assertEqual(said["words"], 3)
        self.write("bad.dic", "1\na/x\n")
        self.write("bad.aff", "SET UTF-8\nFLAG num\n")
        self.refused(INPUT, ["bad.dic:2: 'x' is no list of numbers"], "dict", "import", "dict", "bad.dic",
                     "--list-source", "a")
        self.refused(INPUT, ["none.aff: no such file"], "dict", "import", "dict", "none.dic", "--list-source", "a")

    def test_verdicts_are_read(self):
        said = self.dict("review", "-o", "pack.csv", "--limit", "2")
        self.assertIn("2 entries", said)
        lines = (self.folder / "pack.csv").read_text(encoding="utf-8-sig").splitlines()
        count = lines[0].count(",")
        filled = [lines[0], lines[1] + "," * (count - 4 - lines[1].count(",")) + ",right,,,A",
                  lines[2] + "," * (count - 4 - lines[2].count(",")) + ",wrong,g\u00fcr,old,A"]
        self.write("pack.csv", "\n".join(filled))
        said = self.asked("review", "--read", "pack.csv", "--date", "2026-02-02")
        self.assertEqual((said["changed"], said["corrections"], said["open"]), (2, 1, 0))
        rows = [line.split("\t") for line in self.words().splitlines() if not line.startswith("#")][1:]
        self.assertEqual([cells[0] for cells in rows], ["gar", "ger", "nom", "g\u00fcr"])
        self.assertEqual([cells[12] for cells in rows], ["reviewed", "rejected", "unreviewed", "unreviewed"])
        self.assertEqual(rows[1][11], "A")
        self.assertIn("# of houses", self.words())

    def test_a_pack_to_print(self):
        self.dict("review", "-o", "pack.html")
        page = (self.folder / "pack.html").read_text(encoding="utf-8")
        self.assertIn(GER, page)
        self.assertIn("@font-face", page)
        self.refused(INPUT, ["where to write the pack"], "dict", "review", "dict")

    def test_norm_check_keeps_nothing(self):
        before = sorted(path.name for path in self.source.rglob("*"))
        self.write("list.txt", f"{GAR}\n{NUM}\n{NOM}\u1820\t\u043d\u043e\u043c\n{GER}\u1820\n")
        said = self.dict("norm-check", "list.txt", code=FOUND)
        kinds = [line.split("\t")[1] for line in said.splitlines()[:-1]]
        self.assertEqual(kinds, ["other-letters", "other-spelling", "missing"])
        self.assertEqual(said.splitlines()[-1], "4 words, 1 known, 3 not; 0 in another script")
        self.assertEqual(sorted(path.name for path in self.source.rglob("*")), before)
        self.write("good.txt", GAR)
        self.dict("norm-check", "good.txt")


if __name__ == "__main__":
    main()
