#!/usr/bin/env python3
"""Words in Python: the same answers as the command of this tree, and offsets that are indexes of the str."""

import datetime
import json
import unittest

import bichig
from support import ASTRAL, MONGOLIAN, NOTICE, command


class AsTheCommand(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        texts = NOTICE.read_text(encoding="utf-8") + MONGOLIAN.read_text(encoding="utf-8")
        cls.lines = [line for line in texts.splitlines() if line.strip()]
        assert len(cls.lines) > 50
        cls.text = "\n".join(cls.lines) + "\n"

    def lines_of(self, *arguments):
        return command(*arguments, text=self.text).splitlines()

    def test_units(self):
        self.assertEqual([bichig.units(line) for line in self.lines], self.lines_of("units"))
        self.assertEqual(bichig.units_all(self.lines, profile="utn57"), self.lines_of("units", "--profile", "utn57"))

    def test_letters(self):
        rows = [json.loads(line) for line in self.lines_of("units", "--json", "--explain")]
        for line, row in zip(self.lines, rows, strict=True):
            letters = bichig.letters(line)
            self.assertEqual([(*letter.range, letter.position, letter.condition) for letter in letters],
                             [(letter["begin"], letter["end"], letter["position"], letter["condition"])
                              for letter in row["letters"]])

    def test_normal_forms(self):
        self.assertEqual([bichig.normalize(line) for line in self.lines], self.lines_of("normalize"))
        self.assertEqual(bichig.normalize_all(self.lines, connector="nnbsp"),
                         self.lines_of("normalize", "--connector", "nnbsp"))

    def test_keys(self):
        for level in ("exact", "shape", "folded"):
            keys = self.lines_of("key", "--level", level)
            self.assertEqual([key.hex() for key in bichig.search_keys(self.lines, level)], keys)
            self.assertEqual(bichig.search_key(self.lines[7], level).hex(), keys[7])

    def test_latin(self):
        latin = self.lines_of("translit")
        self.assertEqual([bichig.to_latin(line) for line in self.lines], latin)
        back = command("translit", "--from", "eac", "--to", "mongolian", text="\n".join(latin)).splitlines()
        self.assertEqual([bichig.from_latin(line) for line in latin], back)

    def test_counts(self):
        row = json.loads(command("count", "--json", text=self.text))["total"]
        self.assertEqual(bichig.count(self.text)._asdict(), row)

    def test_order(self):
        words = sorted({word for line in self.lines for word in bichig.words(line)})
        lines = "\n".join(words) + "\n"
        for han in ("radical", "pinyin", "stroke"):
            theirs = command("sort", "--han", han, text=lines).splitlines()
            self.assertEqual(bichig.Collator(han=han).sorted(words), theirs)


class Offsets(unittest.TestCase):
    """Each answer about a text that begins with n characters is the answer without them, moved by n: also where they
    take two units each, and where they are surrogates that stand alone."""

    BEFORE = ("", "a ", ASTRAL + " ", (ASTRAL + "a") * 40 + " ", "\ud800 ", "\udc00\ud83d\ude00 ",
              ASTRAL + "\ud83d " + ASTRAL + " ")
    WORD = bichig.from_latin("monɡgol-un nom")

    def moved(self, ranges, by):
        return [bichig.Range(begin + by, end + by) for begin, end in ranges]

    def test_texts(self):
        for before in self.BEFORE:
            text, by = before + self.WORD + ASTRAL, len(before)
            with self.subTest(before=before):
                self.assertEqual([letter.range for letter in bichig.letters(text)],
                                 self.moved([letter.range for letter in bichig.letters(self.WORD)], by))
                self.assertEqual(bichig.syllables(text), self.moved(bichig.syllables(self.WORD), by))
                self.assertEqual(bichig.find(text, bichig.from_latin("nom")), [bichig.Range(by + 10, by + 13)])
                words = [segment.range.of(text) for segment in bichig.segments(text) if segment.kind == "word"]
                self.assertEqual(words[-2:], [self.WORD[:9], self.WORD[10:]])
                self.assertEqual(bichig.segments(text)[-1].range.end, len(text))
                self.assertIn(by + 10, bichig.boundaries(text, "line-breaks"))
                self.assertEqual(bichig.boundaries(text)[-1], len(text))

    def test_edits(self):
        for before in self.BEFORE:
            text = before + self.WORD
            with self.subTest(before=before):
                normal = bichig.normalize_with_edits(text)
                place = len(before) + self.WORD.index("\u202f")
                new = place - ("\ud83d\ude00" in before)  # two surrogates come back as the character that they form
                self.assertEqual(normal.text[new], "\u180e")
                self.assertIn(bichig.Edit(bichig.Range(place, place + 1), bichig.Range(new, new + 1)), normal.edits)

    def test_what_is_not_mongolian_comes_back(self):
        for text in ("", "plain", "é", "汉字", ASTRAL, "a" + ASTRAL + "汉", "\ud800", "x\udfff" + ASTRAL, "\0a\0"):
            self.assertEqual(bichig.normalize(text), text)
            self.assertEqual(bichig.convert(text, "to-menksoft"), text)

    def test_carets(self):
        for before in ("", ASTRAL + " ", "\ud800 "):
            layout = bichig.Layout(before + self.WORD, 1000)
            whole = layout.selection(0, len(layout.text))
            self.assertEqual(len(whole), 1)
            self.assertAlmostEqual(layout.caret(len(layout.text)).y, whole[0].y + whole[0].height, delta=1)
            box = layout.selection(len(before) + 10, len(before) + 13)[0]
            hit = layout.hit_test(box.x + box.width / 2, box.y + 1)
            self.assertEqual((hit.offset, hit.character.begin, hit.inside),
                             (len(before) + 10, len(before) + 10, True))


class Calls(unittest.TestCase):
    def test_names_are_checked(self):
        for call in (lambda: bichig.search_key("a", "form"), lambda: bichig.convert("a", "to-cyrillic"),
                     lambda: bichig.normalize("a", leave_out=["x"]), lambda: bichig.boundaries("a", "words"),
                     lambda: bichig.attach_suffix("a", "vocative"), lambda: bichig.Style(direction="up").native):
            with self.assertRaisesRegex(ValueError, "there is no .*; there are: "):
                call()

    def test_types_are_checked(self):
        for call in (lambda: bichig.units(None), lambda: bichig.units(b"a"), lambda: bichig.units_all("abc"),
                     lambda: bichig.search_keys([1])):
            with self.assertRaises(TypeError):
                call()

    def test_rules_can_be_left_out(self):
        word = bichig.from_latin("nom") + "\u180b"
        self.assertEqual(bichig.normalize(word), word[:3])
        self.assertEqual(bichig.normalize(word, leave_out=["selector-without-effect"]), word)

    def test_legacy(self):
        word = bichig.from_latin("bičig")
        old = bichig.convert(word, "to-menksoft")
        self.assertNotEqual(old, word)
        self.assertEqual(bichig.from_legacy(old, "menksoft").text, word)

    def test_bytes(self):
        text = "a汉 " + bichig.from_latin("nom") + ASTRAL + "\r\n"
        for encoding, name in (("utf-8", "utf-8"), ("utf-16le", "utf-16-le"), ("utf-16be", "utf-16-be"),
                               ("gb18030", "gb18030")):
            data = bichig.encode(text, encoding)
            self.assertEqual(data, text.encode(name))
            self.assertEqual(bichig.decode(data, encoding).text, text)
            decoded = bichig.decode(bichig.encode(text, encoding, byte_order_mark=True))
            self.assertEqual((decoded.text, decoded.encoding, decoded.line_ends), (text, encoding, "crlf"))
        with self.assertRaises(bichig.IllFormed) as caught:
            bichig.decode(b"abc\xff", "utf-8")
        self.assertEqual(caught.exception.offset, 3)
        with self.assertRaises(bichig.IllFormed) as caught:
            bichig.encode(ASTRAL + "a\ud800")
        self.assertEqual(caught.exception.offset, 2)

    def test_maps_of_conversions(self):
        text = ASTRAL + bichig.from_latin("nom-un bičig") + ASTRAL
        for conversion in ("to-eac", "to-utn", "to-menksoft"):
            mapped = bichig.convert_mapped(text, conversion)
            self.assertEqual(mapped.text, bichig.convert(text, conversion))
            for ends, whole in ((0, text), (1, mapped.text)):
                ranges = [part[ends] for part in mapped.parts]
                self.assertEqual("".join(part.of(whole) for part in ranges), whole)
            self.assertEqual(mapped.result_offset(len(text)), len(mapped.text))
            for offset in range(len(text)):
                part = next(part for part in mapped.parts if part.source.begin <= offset < part.source.end)
                self.assertEqual(mapped.result_offset(offset), part.result.begin)

    def test_legacy_is_detected(self):
        old = bichig.convert(bichig.from_latin("monɡgol bičig"), "to-menksoft")
        self.assertTrue(bichig.detect_legacy(old).refused)  # two words are too few to tell it from another
        found = bichig.detect_legacy(" ".join([old] * 60))
        self.assertEqual((found.conversion, found.refused), ("from-menksoft", False))
        self.assertEqual(bichig.detect_legacy("plain").conversion, None)

    def test_numbers_and_dates(self):
        self.assertEqual(bichig.to_latin(bichig.write_number(23, "ordinal", connector="nnbsp")), "23-dugar")
        self.assertEqual(bichig.write_number(23, "digits", digits="mongolian"), "\u1812\u1813")
        self.assertEqual(bichig.write_date(datetime.date(2024, 3, 18), "chinese", digits="chinese"), "二〇二四年三月十八日")
        self.assertIn("2024", bichig.write_date(datetime.date(2024, 3, 18)))

    def test_suffixes(self):
        for stem, suffix, whole in (("nom", "genitive", "nom-un"), ("ger", "ablative", "ger-eče"),
                                    ("axa", "genitive", "axa-yin"), ("ger", "plural-ud", "ger-üd")):
            self.assertEqual(bichig.to_latin(bichig.attach_suffix(bichig.from_latin(stem), suffix, "nnbsp")), whole)

    def test_text_is_a_str(self):
        word = bichig.Text.from_latin("bičig nom")
        self.assertIsInstance(word[:5], bichig.Text)
        self.assertEqual(word[:5] + word[5:], word)
        self.assertEqual([part.latin for part in word.words], ["bičig", "nom"])
        self.assertEqual(word.normalized(), bichig.normalize(word))
        self.assertEqual(word.key(), bichig.search_key(str(word)))
        self.assertEqual(eval(repr(word), {"Text": bichig.Text}), word)
        self.assertEqual({word: 1}[str(word)], 1)


if __name__ == "__main__":
    unittest.main()
