"""The command dict as a process: dict_test.py BICHIG DICTIONARY (the folder of the starter dictionary).

Spreadsheets, reviews and pages for reading have tests of their own; what Hunspell and Nuspell say is in tests/oracle.
"""
import json
import pathlib
import shutil
import sys

from program import FOUND, INPUT, ProgramTest, main

DICTIONARY = pathlib.Path(sys.argv[2]).resolve()
GAR, GER = "\u182d\u1820\u1837", "\u182d\u1821\u1837"


class Dict(ProgramTest):
    def copy(self, name="copy"):
        target = self.folder / name
        shutil.copytree(DICTIONARY, target)
        return target

    def change(self, folder, name, before, after):
        path = folder / name
        text = path.read_text(encoding="utf-8")
        self.assertIn(before, text)
        path.write_text(text.replace(before, after, 1), encoding="utf-8")

    def test_the_starter_dictionary_has_no_finding(self):
        done = self.run_program("dict", "lint", DICTIONARY, "--json")
        found = json.loads(done.stdout)
        self.assertEqual(found["findings"], [])
        self.assertEqual((done.returncode, found["errors"], found["warnings"], found["notes"]), (0, 0, 0, 0))

    def test_lint_names_checks_and_mends(self):
        checks = json.loads(self.answer("dict", "lint", "--list", "--json"))
        self.assertGreater(len(checks), 40)
        copy = self.copy()
        stem = (copy / "entries/nouns.tsv").read_text(encoding="utf-8")
        row = next(line for line in stem.split("\n") if line.startswith("gar\t"))
        self.change(copy, "entries/nouns.tsv", row, row.replace("gar", GAR, 1))
        before = self.answer("dict", "lint", copy, "--least", "error", code=FOUND)
        self.assertIn(f"'{GAR}' is no stem in Latin transliteration (write gar) [stem-latin]", before)
        self.assertIn("1 cell was mended", self.answer("dict", "lint", copy, "--fix"))
        self.assertEqual((copy / "entries/nouns.tsv").read_text(encoding="utf-8"), stem, "all else is as it was")

    def test_a_build_is_the_same_each_time(self):
        built = json.loads(self.answer("dict", "build", DICTIONARY, "-o", "a", "--json"))
        self.answer("dict", "build", DICTIONARY, "-o", "deep/b")
        self.assertGreaterEqual(built["distinct_forms"], 25_000)
        self.assertGreaterEqual(built["entries"], 1_000)
        names = sorted(path.name for path in (self.folder / "a").iterdir())
        self.assertEqual(names, ["NOTICE", "mn_Mong_CN.aff", "mn_Mong_CN.dic", "mn_Mong_CN.shapes"])
        for name in names:
            a, b = ((self.folder / folder / name).read_bytes() for folder in ("a", "deep/b"))
            self.assertEqual(a, b, name)
        forms = self.answer("dict", "export", DICTIONARY, "--format", "list").splitlines()
        self.assertEqual(len(forms), built["distinct_forms"])
        self.assertEqual(len(set(forms)), len(forms))

    def test_a_broken_source_leaves_the_old_build(self):
        copy = self.copy()
        self.answer("dict", "build", copy, "-o", "out")
        old = (self.folder / "out/mn_Mong_CN.dic").read_bytes()
        self.change(copy, "entries/nouns.tsv", "\tnoun\t", "\tnuon\t")
        self.refused(INPUT, ["entries/nouns.tsv:", "pos: 'nuon' is no part of speech"],
                     "dict", "build", copy, "-o", "out")
        self.assertEqual((self.folder / "out/mn_Mong_CN.dic").read_bytes(), old)

    def test_paradigms(self):
        text = self.answer("dict", "expand", DICTIONARY, "gar")
        self.assertIn(f"genitive\tgar_un\t{GAR}\u180e\u1824\u1828\tHx A R - O A\n", text)
        found = json.loads(self.answer("dict", "expand", DICTIONARY, GAR, "--json"))
        self.assertEqual([entry["stem"] for entry in found], ["gar"] * len(found))
        self.assertIn("gar_tu", [form["latin"] for form in found[0]["forms"]])
        self.refused(INPUT, ["has no stem 'garr'"], "dict", "expand", DICTIONARY, "garr")

    def test_collisions(self):
        found = json.loads(self.answer("dict", "collisions", DICTIONARY, "--json"))
        for group in found:
            self.assertGreater(len(group["forms"]), 1)
            self.assertTrue(all(form["stems"] for form in group["forms"]))
        self.assertIn(f"{len(found)} shapes have more than one spelling", self.answer("dict", "collisions", DICTIONARY))

    def test_words_are_tested(self):
        for engine in ("checker", "hunspell"):
            found = json.loads(self.answer("dict", "test", DICTIONARY, "--json", "--engine", engine))
            self.assertEqual(found["engine"], engine)
            self.assertEqual(found["accept"]["right"], found["accept"]["all"])
            self.assertEqual(found["reject"]["right"], found["reject"]["all"])
            self.assertGreaterEqual(found["suggest_top5"]["right"], 0.9 * found["suggest_top5"]["all"])
            self.assertGreater(found["suggest_p99_ms"], found["suggest_p50_ms"])
        (self.folder / "words.tsv").write_text("word\texpect\tsuggest\tnote\ngar\treject\t\t\n", encoding="utf-8")
        said = self.answer("dict", "test", DICTIONARY, "words.tsv", code=FOUND)
        self.assertIn("words.tsv:2:1: word: 'gar' is accepted", said)
        (self.folder / "words.tsv").write_text("word\texpect\tsuggest\tnote\ngar\tallow\t\t\n", encoding="utf-8")
        self.refused(INPUT, ["words.tsv:2:5", "'allow' is no expectation"], "dict", "test", DICTIONARY, "words.tsv")

    def test_differences(self):
        self.assertIn("0 gained, 0 lost", self.answer("dict", "diff", DICTIONARY, DICTIONARY))
        copy = self.copy()
        self.change(copy, "suffixes.tsv", "ablative\tany\t\tača\teče", "ablative\tany\t\tača\teče'")
        found = json.loads(self.answer("dict", "diff", DICTIONARY, copy, "--json", code=FOUND))
        self.assertEqual(len(found["gained"]), len(found["lost"]))
        self.assertTrue(all("eče" in form["latin"] for form in found["lost"]))
        self.assertTrue(found["paradigms"])
        self.assertEqual(found["entries"], [])

    def test_coverage(self):
        (self.folder / "corpus").mkdir()
        (self.folder / "corpus/a.txt").write_text(
            f"{GAR} {GER} {GAR}\u202f\u1824\u1828\n{GAR}\u1833\u1833\u1833\n", encoding="utf-8")
        found = json.loads(self.answer("dict", "cover", DICTIONARY, "corpus", "--json"))
        self.assertEqual((found["tokens"], found["types"]), (4, 4))
        self.assertEqual(found["tokens_by_class"], {"known": 3, "same-shape": 0, "known-stem": 0, "unknown": 1})
        self.assertEqual(found["unknown"][0]["line"], 2)
        said = self.answer("dict", "cover", DICTIONARY, "-", data=f"{GAR} {GER} {GER} {GAR}\u1833\u1833")
        self.assertIn("known\t3\t75.00 %", said)
        (self.folder / "bad.txt").write_bytes(b"\xff\xfe\xff")
        self.refused(INPUT, ["bad.txt"], "dict", "cover", DICTIONARY, "bad.txt")

    def test_wrong_usage(self):
        self.refused(INPUT, ["subcommand"], "dict")
        self.refused(INPUT, ["there is no folder of a dictionary here"], "dict", "build", "nowhere")
        (self.folder / "empty").mkdir()
        self.refused(INPUT, ["empty/dictionary.toml", "no such file"], "dict", "lint", "empty")
        self.refused(INPUT, ["no SOURCE"], "dict", "lint")
        self.refused(INPUT, ["--format"], "dict", "export", DICTIONARY, "--format", "nothing")


if __name__ == "__main__":
    main()
