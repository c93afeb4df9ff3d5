"""The checks of the dictionary pass a good source and fail on each way in which one goes wrong.

selftest_dictionary.py BICHIG ENGINES: the program is asked for letters alone, the engines get dictionaries made here.
"""
import check_dictionary_engines
import check_dictionary_rows
import check_dictionary_units
import common
import dictionary_source as source
import selftest

DICTIONARY = """
[dictionary]
id = "small"
suffixes = "suffixes.tsv"
paradigms = "paradigms.toml"
glossary = "glossary.tsv"
typos = "typos.tsv"
gold = "gold.tsv"
[[files]]
path = "entries/words.tsv"
tier = "core"
[sources.project]
title = "made for the test"
"""
PARADIGMS = """
[groups.cases]
suffixes = ["genitive", "dative"]
[groups.plural]
suffixes = ["plural_s"]
then = ["cases"]
[groups.step]
suffixes = ["plural_s"]
then = ["cases"]
word = false
[paradigms.noun]
groups = ["cases"]
[paradigms.bound]
groups = ["cases"]
stem = false
[paradigms.none]
groups = []
"""
SUFFIXES = """# the suffixes
suffix	after	of	masculine	feminine	joined	drop	note
genitive	vowel		yin	yin	connector		
genitive	n		u	ü	connector		
genitive	hard+soft		un	ün	connector		
dative	hard		tu	tü	connector		
dative	vowel+n+soft		du	dü	connector		
plural_s	vowel		s	s	stem		
plural_s	-_a		as	as	stem	_a	
plural_s	n	noun	s	s	stem	n	
plural_s	hard+soft		-	-	stem		
"""
COLUMNS = "stem pos paradigm marks cyrillic norm gloss_zh frequency source evidence licence reviewer status date note"
ROWS = ["ulus noun noun", "ger noun noun", "xümün noun noun+plural", "gačag_a noun noun+step"]
GLOSSARY = ["ulus_un ger\t国家\tadministration\tproject\tApache-2.0\t\tunreviewed\t2026-11-27\t"]
TYPOS = ["ulus_un\taccept\t\t", "ulus_ün\treject\t\t", "gačaga\tsuggest\tgačag_a\t"]
GOLD = ["ulus\t"]
FORMS = ["ulus", "ulus~un", "ulus~tu", "ger", "ger~ün", "ger~tü", "xümün", "xümün~ü", "xümün~dü", "xümüs", "xümüs~ün",
         "xümüs~tü", "gačag_a", "gačag_a~yin", "gačag_a~du", "gačagas~un", "gačagas~tu"]
LEAST = {"stems": 4, "forms": 17, "terms of the glossary": 1, "typos": 3, "gold words": 1}


def entry(text):
    """A whole row of "stem pos paradigm [marks]"."""
    stem, pos, paradigm, *marks = text.split(" ")
    cells = {"stem": stem, "pos": pos, "paradigm": paradigm, "marks": " ".join(marks), "source": "project",
             "licence": "Apache-2.0", "status": "unreviewed", "date": "2026-11-27"}
    return "\t".join(cells.get(name, "") for name in COLUMNS.split(" "))


class Dictionaries(selftest.Folder):
    def made(self, rows=ROWS, suffixes=SUFFIXES, glossary=GLOSSARY, typos=TYPOS, gold=GOLD):
        (self.folder / "entries").mkdir(exist_ok=True)
        for name, text in {
                "dictionary.toml": DICTIONARY, "paradigms.toml": PARADIGMS, "suffixes.tsv": suffixes,
                "entries/words.tsv": "\n".join([COLUMNS.replace(" ", "\t"),
                                                *(row if "\t" in row else entry(row) for row in rows)]) + "\n",
                "glossary.tsv": "\n".join(["mongolian\tchinese\tfield\tsource\tlicence\treviewer\tstatus\tdate\tnote",
                                           *glossary]) + "\n",
                "typos.tsv": "\n".join(["word\texpect\tsuggest\tnote", *typos]) + "\n",
                "gold.tsv": "\n".join(["word\tnote", *gold]) + "\n"}.items():
            (self.folder / name).write_text(text, encoding="utf-8")
        return source.Dictionary(self.folder)

    def forms(self, *rows, suffixes=SUFFIXES):
        return [form.text for _, form in self.made(list(rows), suffixes).all_forms()]


class Source(Dictionaries):
    def test_all_forms(self):
        self.assertEqual(self.forms(*ROWS), FORMS)

    def test_marks(self):
        self.assertEqual(self.forms("b abbreviation noun masculine vowel"), ["b", "b~yin", "b~du"])

    def test_selector_at_the_end(self):
        self.assertEqual(self.forms('arbilig" name noun feminine'), ['arbilig"', 'arbilig"~ün', 'arbilig"~tü'])

    def test_part_of_speech(self):
        self.assertEqual(self.forms("xen pronoun none+plural"), ["xen"])

    def test_stem_that_is_no_word(self):
        self.assertEqual(self.forms("man pronoun bound"), ["man~u", "man~du"])

    def test_rejected_row(self):
        self.assertEqual(self.forms(entry("ger noun noun").replace("unreviewed", "rejected")), [])

    def test_wrong_forms(self):
        wrong = [pair for _, form in self.made(["ulus noun noun"]).all_forms() for pair in form.wrong_forms()]
        self.assertEqual(wrong, [("ulus~ün", "harmony"), ("ulus~tü", "harmony"), ("ulus~du", "d/t")])

    def test_wrong_form_of_one_word_that_is_right_for_another(self):
        forms = check_dictionary_engines.Forms(self.made(["ger noun noun", "ger_dü noun none"]))
        self.assertEqual((forms.aside, "ger_dü" in forms.wrong, "ger_tu" in forms.wrong), (["ger_dü"], False, True))

    def test_cells_too_few(self):
        with self.assertRaisesRegex(common.Broken, r"words\.tsv:2: 2 cells under 15"):
            self.made(["ulus\tnoun"])


class Engines(Dictionaries):
    """Dictionaries of a flat list of words, right and wrong ones."""

    def faults(self, *, without=(), also=(), breaks="BREAK 0\n", connector="ICONV 1\nICONV \u202f \u180e\n",
               judge=check_dictionary_engines.judge_all, **tables):
        bichig, engines = selftest.ARGUMENTS
        dictionary = self.made(**tables)
        forms = check_dictionary_engines.Forms(dictionary)
        words = source.letters(bichig, [form for form in forms.right.values() if form not in without] + list(also))
        stem = self.folder / "small"
        (self.folder / "small.aff").write_text(f"SET UTF-8\n{breaks}{connector}", encoding="utf-8")
        (self.folder / "small.dic").write_text("\n".join([str(len(words)), *words]) + "\n", encoding="utf-8")
        if judge == check_dictionary_engines.judge_typos:
            return judge(bichig, engines, stem, dictionary.table("typos"))
        return judge(bichig, engines, stem, forms)[0]

    def test_good(self):
        self.assertEqual(self.faults(), [])

    def test_missing_form(self):
        faults = self.faults(without=["xümüs~ün"])
        self.one(faults, "Hunspell refuses xümüs_ün (a form of the list)")
        self.one(faults, "Nuspell refuses xümüs_ün (a form of the list)")

    def test_no_nnbsp(self):
        faults = self.faults(connector="")
        self.one(faults, "Hunspell refuses ulus_un (a form with U+202F)")
        self.one(faults, "Nuspell refuses gačag_a_yin (a form with U+202F)")

    def test_wrong_harmony(self):
        faults = self.faults(also=["ulus~ün"])
        self.one(faults, "Hunspell accepts ulus_ün (wrong harmony)")
        self.one(faults, "Nuspell accepts ulus_ün (wrong harmony)")

    def test_wrong_d(self):
        self.one(self.faults(also=["ger~dü"]), "accepts ger_dü (wrong d/t)")

    def test_break_at_connector(self):
        """Hunspell's default for other scripts: parts that are words make a word."""
        self.one(self.faults(also=["ün"], breaks="BREAK 1\nBREAK \u180e\n"), "accepts ulus_ün (wrong harmony)")

    def test_typos(self):
        judge = check_dictionary_engines.judge_typos
        self.assertEqual(self.faults(judge=judge), [])
        self.one(self.faults(judge=judge, typos=["ulus_ün\taccept\t\t"]), "Hunspell refuses ulus_ün (typos.tsv)")
        self.one(self.faults(judge=judge, typos=["ulus\treject\t\t"]), "Nuspell accepts ulus (typos.tsv)")
        self.one(self.faults(judge=judge, typos=["ulus\tsuggest\tger\t"]), "accepts ulus (typos.tsv)")

    def test_no_dictionary(self):
        with self.assertRaisesRegex(common.Broken, "cannot be opened"):
            check_dictionary_engines.verdicts(selftest.ARGUMENTS[1], self.folder / "none", ["a"])

    def test_list(self):
        made = [("\u1820", "a"), ("\u1821", "e")]
        self.assertEqual(check_dictionary_engines.differences(["\u1820", "\u1821"], made), [])
        self.one(check_dictionary_engines.differences(["\u1820"], made), "does not list e")
        self.one(check_dictionary_engines.differences(["\u1820", "\u1821", "\u1822"], made), "lists a form that")
        self.one(check_dictionary_engines.differences(["\u1820", "\u1821", "\u1821"], made), "1 forms twice")


class Units(Dictionaries):
    def test_good(self):
        bichig = selftest.ARGUMENTS[0]
        names = [source.latin(form) for form in FORMS]
        self.assertEqual(check_dictionary_units.back(bichig, names, "the form"), [])
        self.assertEqual(check_dictionary_units.differing(bichig, names), [])

    def test_latin_that_does_not_come_back(self):
        """U+0261 for g is read, but not written."""
        self.one(check_dictionary_units.back(selftest.ARGUMENTS[0], ["ulus", "ɡaǰar"], "the stem"),
                 "the stem ɡaǰar comes back as gaǰar")

    def test_other_units(self):
        """x after i and before a consonant: the two read the rule of UTN #57 differently (check_mongol_norm.py)."""
        self.one(check_dictionary_units.differing(selftest.ARGUMENTS[0], ["ulus", "bixda"]), "bixda: ")


class Rows(Dictionaries):
    def faults(self, least=LEAST, **tables):
        return check_dictionary_rows.faults_in(self.made(**tables), least)

    def row(self, **cells):
        names = COLUMNS.split(" ")
        values = entry("debter noun none").split("\t")
        for name, value in cells.items():
            values[names.index(name)] = value
        return self.faults(rows=[*ROWS, "\t".join(values)])

    def test_good(self):
        self.assertEqual(self.faults(), [])
        self.assertEqual(self.row(), [])

    def test_too_few(self):
        for name in LEAST:
            self.one(self.faults(least={**LEAST, name: LEAST[name] + 1}), f"{LEAST[name]} {name}, fewer than")

    def test_provenance(self):
        self.one(self.row(source=""), "the source '' is not one of project")
        self.one(self.row(source="somewhere"), "words.tsv:6: the source 'somewhere'")
        self.one(self.row(status="good"), "the status 'good'")
        self.one(self.row(status="reviewed"), "no reviewer is named")
        self.one(self.row(licence="?"), "no SPDX expression")
        self.one(self.row(date="27.11.2026"), "no ISO date")

    def test_glossary(self):
        (good,) = GLOSSARY
        self.one(self.faults(glossary=[good.replace("unreviewed", "")]), "glossary.tsv:2: the status ''")
        self.one(self.faults(glossary=[good, good]), "ulus_un ger stands in glossary.tsv:2 already")
        self.one(self.faults(glossary=[good.replace("administration", "")]), "no field")
        self.one(self.faults(glossary=[good.replace("_un", "_ün")]), "glossary.tsv:2: ulus_ün is no form")
        self.one(self.faults(glossary=[good.replace("国家", "state")]), "'state' is not Chinese alone")

    def test_typos(self):
        self.one(self.faults(typos=["ulus_un\treject\t\t"]), "ulus_un is to be rejected, but it is a form")
        self.one(self.faults(typos=["ulus_ün\taccept\t\t"]), "ulus_ün is to be accepted, but it is no form")
        self.one(self.faults(typos=["ulus_ün\tsuggest\t\t"]), "'suggest' with ''")
        self.one(self.faults(typos=["ulus_ün\tsuggest\tolos\t"]), "olos is to be suggested, but it is no form")
        self.one(self.faults(typos=["ulus_ün\tperhaps\t\t"]), "'perhaps' is not one of")
        self.one(self.faults(typos=[TYPOS[0], TYPOS[0]]), "ulus_un stands there 2 times")

    def test_gold(self):
        self.one(self.faults(gold=["olos\t"]), "the gold word olos is no form")


if __name__ == "__main__":
    selftest.main()
