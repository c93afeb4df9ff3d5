"""The checks of whole files fail on files that are no PDF/A, broken, untagged, or have loose fonts."""
import check_determinism
import check_structure
import check_verapdf
import common
import made_pdf
import poppler
import selftest


class Files(selftest.Folder):
    def made(self, text=selftest.sentence(8)):
        made = made_pdf.MadePdf(selftest.font())
        selftest.justified(made, text)
        return made.write(self.folder / "made.pdf")

    def test_verapdf_fails_plain_file(self):
        path = self.made()
        for flavour in check_verapdf.FLAVOURS:
            self.one(check_verapdf.verapdf(selftest.ARGUMENTS[1], flavour, [path]), f"not {flavour}; broken rules: ")

    def test_verapdf_gives_no_verdict_on_other_files(self):
        path = self.folder / "text.pdf"
        path.write_text("no PDF at all")
        faults = check_verapdf.verapdf(selftest.ARGUMENTS[1], "2u", [path, self.folder / "none.pdf"])
        self.assertEqual(len(faults), 2, faults)

    def test_verapdf_missing(self):
        with self.assertRaisesRegex(common.Broken, "run ./dev setup"):
            check_verapdf.verapdf(self.folder, "2u", [self.made()])

    def test_font_that_is_no_subset(self):
        path = self.made()
        path.write_bytes(path.read_bytes().replace(b"AAAAAA+Made", b"AAAAAAAMade"))
        self.one(check_structure.font_faults(path), "is not a subset")

    def test_font_that_is_not_embedded(self):
        path = self.made()
        path.write_bytes(path.read_bytes().replace(b"/FontFile2", b"/FontFileX"))
        self.one(check_structure.font_faults(path), "is not embedded")

    def test_font_without_unicode(self):
        path = self.made()
        path.write_bytes(path.read_bytes().replace(b"/ToUnicode", b"/ToUnicodX"))
        self.one(check_structure.font_faults(path), "is not mapped to Unicode")

    def test_qpdf_finds_damage(self):
        path = self.made()
        self.assertEqual(check_structure.qpdf_faults(path), [])
        path.write_bytes(path.read_bytes().replace(b"startxref\n", b"startxref\n9"))
        self.one(check_structure.qpdf_faults(path), "qpdf --check ends with")

    def test_untagged(self):
        self.one(check_structure.structure_faults(self.made(), {"H1": 1}, None), "no structure tree")

    def test_no_bookmarks(self):
        self.one(check_structure.outline_faults(self.made(), 1), "0 bookmarks")

    def test_counts_of_markdown(self):
        text = "# a\n\nb\n\n## c\n\n1. d\n2. e\n\n- f\n\n| g | h |\n| --- | --- |\n| i | j |\n"
        self.assertEqual(check_structure.counts_of_markdown(text), {"H1": 1, "H2": 1, "LI": 3, "Table": 1})

    def test_runs_that_differ(self):
        for name in common.DOCUMENTS:
            (self.folder / f"{name}.pdf").write_bytes(b"%PDF same")
            (self.folder / f"{name}.again.pdf").write_bytes(b"%PDF some")
        self.one(check_determinism.same_bytes_faults(self.folder), "differ from byte 6")

    def test_poppler_boxes(self):
        """The two readers agree on where a word stands."""
        made = made_pdf.MadePdf(selftest.font())
        made.word(60, 370, selftest.STEM)
        word, = poppler.words(made.write(self.folder / "made.pdf"))[0]
        self.assertEqual(word.text, selftest.STEM)
        self.assertAlmostEqual(word.box[3], 370, delta=0.1)
        self.assertAlmostEqual(word.box[1], 370 - made.length(selftest.STEM), delta=0.1)


if __name__ == "__main__":
    selftest.main()
