#!/usr/bin/env python3
"""Spelling in Python: dictionaries, lists of words, the checker, the tables of a dictionary."""

import json
import pathlib
import subprocess
import tempfile
import unittest

import bichig
from support import ASTRAL, BICHIG as COMMAND, NOTICE, ROOT

NOM, NUM, BICHIG = (bichig.from_latin(word) for word in ("nom", "num", "bičig"))
SMALL = ROOT / "tests/c/lexicon"


class Folder(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = pathlib.Path(folder.name)


class Dictionaries(Folder):
    def test_of_words(self):
        words = bichig.Dictionary.from_words({NOM: 7, BICHIG: 2}, kind="name", path=self.folder / "my.shapes")
        self.assertEqual((len(words), words.info.forms, words.info.profile), (2, 2, "gb25914"))
        self.assertEqual(words.same_shape(NUM), [bichig.Form(NOM, 7, "name", 0)])
        self.assertEqual(sorted(words), sorted([NOM, BICHIG]))
        for again in (bichig.Dictionary.open(self.folder / "my.shapes", whole=True),
                      bichig.Dictionary.from_bytes((self.folder / "my.shapes").read_bytes())):
            self.assertEqual(list(again), list(words))
            self.assertIn(NOM, again)
            self.assertNotIn(NUM, again)
            self.assertNotIn(7, again)
        with self.assertRaises(bichig.NotFound):
            words.hunspell

    def test_default(self):
        dictionary = bichig.default_dictionary()
        self.assertGreater(len(dictionary), 100_000)
        self.assertIn("Bichig starter dictionary", repr(dictionary))
        self.assertEqual(sum(1 for _ in dictionary), len(dictionary))
        nearest = dictionary.near(bichig.from_latin("bičix"), 200, 5)
        self.assertIn(BICHIG, [form.text for form in nearest])
        self.assertEqual([form.distance for form in nearest], sorted(form.distance for form in nearest))
        self.assertTrue(dictionary.hunspell.is_right(NOM))
        self.assertEqual(dictionary.hunspell.encoding, "UTF-8")
        self.assertTrue(dictionary.hunspell.covers(NOM))
        self.assertIsInstance(dictionary.hunspell.suggest(NOM + "x", 2), list)

    def test_damage(self):
        with self.assertRaises(bichig.InvalidInput):
            bichig.Dictionary.from_bytes(b"no dictionary")
        with self.assertRaises(bichig.NotFound):
            bichig.Dictionary.open(self.folder / "none")


class Lists(Folder):
    def test_in_memory_and_file(self):
        for path in (None, self.folder / "words.txt"):
            words = bichig.WordList(path)
            words.add(BICHIG, like=NOM)
            words.add(NUM)
            words.remove(NUM)
            self.assertEqual((words.words, len(words), NUM in words), ([bichig.LearntWord(BICHIG, NOM)], 1, False))
            words.save(self.folder / "copy.txt")
            self.assertEqual((self.folder / "copy.txt").read_text(encoding="utf-8"), f"{BICHIG}\t{NOM}\n")
        other = bichig.WordList(self.folder / "words.txt")
        words.add(NOM)
        other.refresh()
        self.assertEqual(list(other), [BICHIG, NOM])
        self.assertEqual(list(bichig.WordList.from_text(f"{NUM}\n")), [NUM])
        with self.assertRaises(bichig.InvalidInput):
            words.add("two words")


class Checking(Folder):
    @classmethod
    def setUpClass(cls):
        cls.checker = bichig.Checker()

    def test_as_the_command(self):
        """The findings of a text are those of `bichig check`."""
        text = self.folder / "text.txt"
        text.write_text(bichig.Document.open(NOTICE).text, encoding="utf-8")
        done = subprocess.run([COMMAND, "check", text, "--json", "--all", "--dictionary",
                               bichig.default_dictionary().info.path], capture_output=True, text=True)
        self.assertEqual(done.returncode, 1, done.stderr)
        theirs = [json.loads(line) for line in done.stdout.splitlines()]
        content = text.read_text(encoding="utf-8")
        ours = self.checker.check(content)
        self.assertGreater(len(ours), 20)
        # Of suggestions that are searched for a busy machine finds fewer: time is limited. Certain ones need no search.
        self.assertEqual([(finding.range.of(content), finding.fault, finding.id, finding.certain,
                           finding.certain and finding.suggestions[0].text) for finding in ours],
                         [(finding["text"], finding["class"], finding["id"], finding["certain"],
                           finding["certain"] and finding["suggestions"][0]) for finding in theirs])

    def test_faults(self):
        word, = self.checker.check(NUM)
        self.assertEqual((word.range, word.fault, word.certain, word.suggestions[0]),
                         (bichig.Range(0, 3), "encoding", True, bichig.Suggestion(NOM, 0)))
        self.assertEqual(self.checker.fix(f"{NUM} {NUM}."), f"{NOM} {NOM}.")
        self.assertEqual(self.checker.fix(NUM, ["suffix"]), NUM)
        self.assertTrue(self.checker.is_right(NOM))
        self.assertFalse(self.checker.is_right(NUM))
        self.assertEqual(self.checker.suggest(NUM)[0].text, NOM)

    def test_offsets(self):
        for before in ("", ASTRAL, ASTRAL + " \ud800 " + ASTRAL + " "):
            text = before + " " + NUM + ASTRAL
            finding, = self.checker.check(text)
            self.assertEqual(finding.range.of(text), NUM)

    def test_options(self):
        old = bichig.from_latin("nom-un")
        self.assertEqual([finding.id for finding in self.checker.check(old)], ["old-connector"])
        self.assertEqual(self.checker.check(old, accept_nnbsp=True), [])
        wrong = bichig.from_latin("bičixx")
        self.assertEqual(self.checker.check(wrong, suggestions=False)[0].suggestions, [])
        self.assertEqual(len(self.checker.check(wrong, limit=1)[0].suggestions), 1)
        report = self.checker.report(" ".join(bichig.from_latin(word) for word in ("bičixx", "sayixx", "nomxx")),
                                     searches=1)
        self.assertEqual((report.words, report.searched), (3, False))

    def test_personal_words_are_seen_at_once(self):
        words = bichig.WordList()
        checker = bichig.Checker(bichig.Dictionary.from_words([NOM]), personal=[words])
        self.assertEqual(len(checker.check(BICHIG)), 1)
        words.add(BICHIG)
        self.assertEqual(checker.check(BICHIG), [])

    def test_other_scripts(self):
        (self.folder / "xx.aff").write_text("SET UTF-8\nTRY abc\n")
        (self.folder / "xx.dic").write_text("1\nright\n")
        other = bichig.Hunspell.open(self.folder / "xx.aff", self.folder / "xx.dic")
        checker = bichig.Checker(others=[other])
        found = checker.check(f"right rigth {NOM}")
        self.assertEqual([finding.range.of(f"right rigth {NOM}") for finding in found], ["rigth"])
        self.assertEqual((other.is_right("right"), other.covers("汉")), (True, False))

    def test_progress(self):
        text = " ".join(bichig.from_latin(f"bi{letter}ixx{other}a") for letter in "bčdg" for other in "bčdg") * 30

        def fail(done, total):
            raise KeyError("enough")

        with self.assertRaisesRegex(KeyError, "enough"):
            self.checker.check(text, progress=fail)
        with self.assertRaises(bichig.Cancelled):
            self.checker.check(text, progress=lambda done, total: False)


class Tables(Folder):
    def test_small_source(self):
        lexicon = bichig.Lexicon(SMALL)
        self.assertEqual(lexicon.findings, [])
        entries = lexicon.entries()
        self.assertEqual(len(entries), lexicon.info.entries)
        entry = entries[0]
        self.assertEqual(lexicon.entries(entry.latin), lexicon.entries(entry.stem))
        paradigm = lexicon.paradigm(entry)
        self.assertEqual(len(paradigm), entry.forms)
        self.assertTrue(all(form.units == bichig.units(form.text) for form in paradigm))
        made = lexicon.make()
        self.assertTrue(all(form.text in made for form in paradigm))
        steps = []
        report = lexicon.build(self.folder / "out", progress=lambda done, total: steps.append(done))
        self.assertEqual(report.distinct_forms, len(made))
        self.assertEqual(list(bichig.Dictionary.open(self.folder / "out")), list(made))
        self.assertTrue(steps)

    def test_faults_have_places(self):
        for path in SMALL.iterdir():
            text = path.read_text(encoding="utf-8")
            (self.folder / path.name).write_text(text.replace("noun", "nuon") if path.name == "words.tsv" else text,
                                                 encoding="utf-8")
        found = bichig.lint(self.folder)
        self.assertTrue(any(finding.line > 1 and finding.file.endswith("words.tsv") for finding in found), found)
        self.assertTrue(bichig.Lexicon(self.folder).findings)
        with self.assertRaises(bichig.InvalidInput) as caught:
            bichig.Lexicon(self.folder, strict=True)
        self.assertTrue(caught.exception.file.endswith("words.tsv"))
        self.assertIsNotNone(caught.exception.line)


if __name__ == "__main__":
    unittest.main()
