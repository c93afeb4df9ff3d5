"""The checks of places pass a good page and fail on each fault in lines, boxes and edges."""
import check_geometry
import check_search
import made_pdf
import pdfium
import poppler
import selftest

TEXT = selftest.sentence(24)


class Places(selftest.Folder):
    def setUp(self):
        super().setUp()
        self.made = made_pdf.MadePdf(selftest.font())

    def geometry(self, text=TEXT, least=0):
        return check_geometry.compare(self.made.write(self.folder / "made.pdf"), text, least)

    def test_passes_good_page(self):
        selftest.justified(self.made, TEXT)
        selftest.number_pages(self.made)
        self.assertEqual(self.geometry(least=5), [])

    def test_page_has_as_many_lines_as_set(self):
        selftest.justified(self.made, TEXT)
        document = pdfium.open_document(self.made.write(self.folder / "made.pdf"))
        pieces = pdfium.pieces(document[0]).pieces
        self.assertTrue(check_geometry.is_vertical(pieces))
        self.assertEqual(len({round(line.box[0] / 24) for line in check_geometry.lines_of(pieces, True)}),
                         len(check_geometry.lines_of(pieces, True)))
        document.close()

    def test_too_few_lines_compared(self):
        selftest.justified(self.made, TEXT)
        self.one(self.geometry(least=500), "could be compared, 500 expected")

    def test_line_to_the_left(self):
        for x in (60, 30):
            self.made.word(x, 370, selftest.STEM)
        self.one(self.geometry(selftest.STEM * 2), "stands to the left of")

    def test_words_overlap(self):
        self.made.word(60, 370, selftest.STEM)
        self.made.word(60, 350, " ")
        self.made.word(64, 330, selftest.STEM)
        self.one(self.geometry(selftest.STEM * 2), "overlap by")

    def test_ideographs_overlap(self):
        pieces = [pdfium.Piece("中", (10, 10, 26, 26), origin=(10, 12)),
                  pdfium.Piece("文", (18, 10, 34, 26), origin=(10, 12))]
        self.one(check_geometry.overlap_faults(check_geometry.lines_of(pieces, False), False), "overlap by 8.0")
        pieces[1].box = (24, 10, 40, 26)
        self.one(check_geometry.overlap_faults(check_geometry.lines_of(pieces, False), False), "overlap by 2.0")
        pieces[1].box = (25.5, 10, 41.5, 26)
        self.assertEqual(check_geometry.overlap_faults(check_geometry.lines_of(pieces, False), False), [])

    def test_out_of_the_page(self):
        self.made.word(60, 30, selftest.STEM)
        self.one(self.geometry(selftest.STEM), "stands out of the page")

    def test_closing_mark_begins_line(self):
        self.made.word(60, 370, selftest.STEM)
        self.made.word(90, 370, selftest.STOP)
        self.one(self.geometry(selftest.STEM + selftest.STOP), "a line begins with U+1803")

    def test_opening_mark_ends_line(self):
        self.made.word(60, 370, selftest.STEM)
        self.made.word(60, 280, "(")
        self.made.word(90, 370, selftest.STEM)
        self.one(self.geometry(selftest.STEM + "(" + selftest.STEM), "a line ends with U+0028")

    def test_ragged_paragraph(self):
        for line in range(6):
            self.made.word(30 + 24 * line, 370, selftest.STEM)
            self.made.word(30 + 24 * line, 260 if line != 2 else 262, selftest.STEM)
        self.one(self.geometry(selftest.STEM * 12), "ends at")

    def test_search_passes_good_page(self):
        selftest.justified(self.made, TEXT)
        self.assertEqual(check_search.compare(self.made.write(self.folder / "made.pdf"), TEXT, 20), [])

    def test_search_misses_changed_word(self):
        selftest.justified(self.made, TEXT.replace("\u202f", " "), actual=False)
        self.one(check_search.compare(self.made.write(self.folder / "made.pdf"), TEXT, 20), "does not find")

    def picture(self):
        self.made.word(60, 370, selftest.STEM)
        self.made.word(90, 370, selftest.STEM)
        document = pdfium.open_document(self.made.write(self.folder / "made.pdf"))
        return check_search.Picture(document[0]), pdfium.hits(document[0], selftest.STEM, check_search.PART_OF_WORD)

    def test_hit_box_is_right(self):
        picture, boxes = self.picture()
        self.assertEqual(len(boxes), 2)
        self.assertEqual(check_search.ink_faults(picture, boxes[0]), [])

    def test_hit_box_cuts_a_letter(self):
        picture, boxes = self.picture()
        left, bottom, right, top = boxes[0]
        self.one(check_search.ink_faults(picture, (left, bottom, right, top - 4)), "in its box")

    def test_hit_box_too_short(self):
        _, boxes = self.picture()
        words = poppler.words(self.folder / "made.pdf")[0]
        self.assertEqual(check_search.place_faults(selftest.STEM, boxes[0], words, True), [])
        left, bottom, right, top = boxes[0]
        self.one(check_search.place_faults(selftest.STEM, (left, bottom + 20, right, top), words, True), "shorter")

    def test_hit_box_on_another_word(self):
        self.made.word(30, 370, selftest.WITH_MVS, actual=selftest.WITH_MVS)
        _, boxes = self.picture()
        words = poppler.words(self.folder / "made.pdf")[0]
        self.one(check_search.place_faults(selftest.WITH_MVS, boxes[0], words, True), "poppler has other text")

    def test_hit_box_too_narrow(self):
        picture, boxes = self.picture()
        left, bottom, right, top = boxes[0]
        self.one(check_search.ink_faults(picture, (left, bottom, left + 4, top)), "in its box")

    def test_hit_box_on_blank_paper(self):
        picture, boxes = self.picture()
        left, bottom, right, top = boxes[0]
        self.one(check_search.ink_faults(picture, (left + 100, bottom, right + 100, top)), "no ink")

    def test_hit_box_much_too_large(self):
        picture, boxes = self.picture()
        left, bottom, right, top = boxes[0]
        self.one(check_search.ink_faults(picture, (left, bottom - 120, right, top)), "pt long")

    def test_not_enough_words(self):
        selftest.justified(self.made, TEXT)
        faults = check_search.compare(self.made.write(self.folder / "made.pdf"), TEXT, 900)
        self.one(faults, "has only 24 words")
        self.one(faults, "only 24 hits of 900")


if __name__ == "__main__":
    selftest.main()
