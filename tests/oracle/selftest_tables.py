"""The checks of tables and extensions pass what is good and fail on each way in which a cell or a word goes wrong."""
import check_oxt
import check_tables
import selftest
from office import Office

TABLE = [["stem", "pos"], [" a", "noun"]]
GOOD = {"answers": [{"valid": True, "suggestions": []}, {"valid": False, "suggestions": ["right"]}]}


class Tables(selftest.Folder):
    def test_same(self):
        self.assertEqual(check_tables.compare("x", TABLE, [list(row) for row in TABLE]), [])

    def test_lost_space(self):
        self.one(check_tables.compare("x", TABLE, [["stem", "pos"], ["a", "noun"]]), "row 2, column 1")

    def test_lost_row(self):
        self.one(check_tables.compare("x", TABLE, TABLE[:1]), "1 rows, 2 expected")

    def test_lost_cell(self):
        self.one(check_tables.compare("x", TABLE, [["stem"], TABLE[1]]), "row 1, column 2")

    def test_rows_hold_every_piece(self):
        text = "".join(cell for row in check_tables.made(check_tables.PIECES) for cell in row)
        self.assertEqual([piece for piece in check_tables.PIECES if piece not in text], [])


class Extensions(selftest.Folder):
    def test_good_answers(self):
        self.assertEqual(check_oxt.judge(GOOD, {"right"}, {"wrong": "right"}), [])

    def test_right_word_refused(self):
        self.one(check_oxt.judge({"answers": [GOOD["answers"][1]] * 2}, {"right"}, {"wrong": "right"}),
                 "is wrong for LibreOffice")

    def test_wrong_word_taken(self):
        self.one(check_oxt.judge({"answers": [GOOD["answers"][0]] * 2}, {"right"}, {"wrong": "right"}),
                 "is right for LibreOffice")

    def test_no_suggestion(self):
        self.one(check_oxt.judge(GOOD, {"right"}, {"wrong": "other"}), "does not suggest")

    def test_no_extension(self):
        """A file that is no archive does not install."""
        (self.folder / "bad.oxt").write_text("no archive")
        with Office() as office:
            self.one(office.install(self.folder / "bad.oxt"), "unopkg does not take")

    def test_no_dictionary(self):
        """Without an extension the office has no spelling for the locale."""
        with Office() as office:
            answers = office.spell([])
        self.assertFalse(answers["known"])
        self.assertEqual(answers["services"], [])


if __name__ == "__main__":
    selftest.main()
