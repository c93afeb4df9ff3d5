"""The generator of test documents keeps its promises: same bytes, the size asked for, every kind of text and block."""
import re
import sys

import common
import selftest

sys.path.insert(0, str(common.ROOT / "tests" / "tools"))
import make_document  # noqa: E402  (stands in another folder)

TEXT = make_document.document(50_000)
MONGOLIAN = re.compile("[\u1820-\u1842\u180b-\u180f\u202f]+")


class Document(selftest.Folder):
    def test_same_bytes(self):
        self.assertEqual(make_document.document(5_000), make_document.document(5_000))

    def test_other_seed(self):
        self.assertNotEqual(make_document.document(5_000, 2), make_document.document(5_000, 1))

    def test_size(self):
        for words in (5_000, 50_000):
            text = make_document.document(words)
            without_letters = re.sub("[A-Za-z]+", "", MONGOLIAN.sub("", text))
            words_found = len(MONGOLIAN.findall(text)) + len(re.findall("[\u4e00-\u9fff]", text)) / 2
            words_found += len(re.findall(r"\d+", without_letters)) / 2  # half of them carry a suffix
            self.assertAlmostEqual(words_found / words, 1, delta=0.05)

    def test_first_letter_is_mongolian(self):
        self.assertRegex(TEXT, "^# [\u1820-\u1842]")

    def test_vocabulary_converts(self):
        words = set(MONGOLIAN.findall(TEXT))
        self.assertGreater(len(words), 3_000)
        for stem in (row[1] for row in make_document.rows("stems.tsv")):
            self.assertRegex(make_document.mongolian(stem), "^[\u1820-\u1842][\u1820-\u1842\u180b-\u180e]*$")

    def test_frequent_words_repeat(self):
        """Zipf-like: the commonest hundred forms make a fifth of the text, and none a twentieth."""
        words = MONGOLIAN.findall(TEXT)
        counts = sorted((words.count(word) for word in set(words)), reverse=True)
        self.assertGreater(sum(counts[:100]) / len(words), 0.2)
        self.assertLess(counts[0] / len(words), 0.05)

    def test_every_kind_of_text(self):
        for pattern, least in {
            "\u202f": 5_000, "\u180e": 2_000, "\u180b": 20, "\u00a0\u1803": 1_000, "\u1802": 500,
            "\u300a": 100, r"\(": 100, "\\d+[\u202f\u180e]": 200, "Unicode": 20, "[\u4e00-\u9fff]": 5_000,
            "(?m)^# ": 1, "(?m)^## ": 10, "(?m)^### ": 3, "(?m)^- ": 10, r"(?m)^\d\. ": 10, r"(?m)^\| --- ": 5,
        }.items():
            self.assertGreaterEqual(len(re.findall(pattern, TEXT)), least, pattern)

    def test_harmony(self):
        self.assertTrue(make_document.is_masculine("xota"))
        self.assertFalse(make_document.is_masculine("üile"))

    def test_suffix_conditions(self):
        for stem, after, expected in (("xota", "vowel", True), ("on", "n", True), ("on", "consonant", False),
                                      ("ulus", "hard", True), ("ulus", "soft", False), ("ulus", "any", True)):
            self.assertEqual(make_document.fits(stem, after), expected, (stem, after))


if __name__ == "__main__":
    selftest.main()
