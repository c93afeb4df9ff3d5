"""The check of texts passes a good file and fails on each way in which copied text goes wrong."""
import check_text
import common
import made_pdf
import selftest

TEXT = selftest.sentence(16)


class Text(selftest.Folder):
    def made(self, text=TEXT, **options):
        made = made_pdf.MadePdf(selftest.font())
        selftest.justified(made, text, **options)
        return made

    def faults(self, made, label="1"):
        selftest.number_pages(made, label)
        return check_text.compare(made.write(self.folder / "made.pdf"), TEXT)

    def test_passes_good_file(self):
        self.assertEqual(self.faults(self.made()), [])

    def test_lost_nnbsp(self):
        """NNBSP that only ToUnicode knows: poppler drops it."""
        self.one(self.faults(self.made(actual=False)), "poppler: page 1, character 10")

    def test_lost_nnbsp_names_code_point(self):
        self.one(self.faults(self.made(actual=False)), "expected U+202F NARROW NO-BREAK SPACE")

    def test_lost_mvs(self):
        """Glyph-keyed ToUnicode without the zero-width characters."""
        made = self.made(TEXT.replace("\u180e", ""))
        self.one(self.faults(made), "PDFium: page 1, character 18 of the page (18 of the text): expected U+180E")

    def test_wrong_letter(self):
        """A glyph that two letters share, with the text of one."""
        def gives(word):
            return ["\u1825" if letter == "\u1826" else letter for letter in word]
        faults = self.faults(self.made(actual=False, gives=gives))
        self.one(faults, "expected U+1826 MONGOLIAN LETTER UE, found U+1825")

    def test_missing_end(self):
        self.one(self.faults(self.made(selftest.sentence(15))), "ends")

    def test_wrong_order(self):
        words = TEXT.split(" ")
        self.one(self.faults(self.made(" ".join(words[1:] + words[:1]))), "page 1, character 0")

    def test_wrong_page_number(self):
        self.one(self.faults(self.made(), "7"), "is numbered 7 after 0")

    def test_no_page_number(self):
        made = self.made()
        faults = check_text.compare(made.write(self.folder / "made.pdf"), TEXT)
        self.one(faults, "which ends in no page number")

    def test_artifact_before_text(self):
        made = made_pdf.MadePdf(selftest.font())
        selftest.number_pages(made)
        selftest.justified(made, TEXT)
        faults = check_text.compare(made.write(self.folder / "made.pdf"), TEXT)
        self.one(faults, "text follows an artifact")

    def test_only_ascii_space_is_ignored(self):
        self.assertEqual(common.stripped("a \t\r\n\x0b\x0cb\u00a0\u202f\u3000\u180e"), "ab\u00a0\u202f\u3000\u180e")

    def test_difference_on_second_page(self):
        self.one(common.first_difference("abcdef", ["abc", "dxf"]), "page 2, character 1 of the page (4 of the text)")

    def test_text_after_the_end(self):
        self.one(common.first_difference("abc", ["abc", "d"]), "expected the end of the text")

    def test_page_missing(self):
        self.one(common.first_difference("abcdef", ["abc"]), "ends 3 characters early")


if __name__ == "__main__":
    selftest.main()
