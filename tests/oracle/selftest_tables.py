"""The checks of tables and extensions pass what is good and fail on each way in which a cell or a word goes wrong."""
import json

import check_dict_exchange
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


class Dictionary(selftest.Folder):
    def faults(self, answer, rows=3):
        """What the check says of a program that answers so."""
        program = self.folder / "program"
        program.write_text(f"#!/bin/sh\necho '{json.dumps(answer)}'\n")
        program.chmod(0o755)
        return check_dict_exchange.unchanged("x", program, "source", "file", rows)

    def test_nothing_changed(self):
        self.assertEqual(self.faults({"unchanged": 3, "rows": []}), [])

    def test_a_cell_changed(self):
        change = {"kind": "changed", "where": "words.tsv:3:1: stem", "cells": [{"column": "note"}]}
        self.one(self.faults({"unchanged": 3, "rows": [change]}), "changed words.tsv:3:1: stem")

    def test_rows_lost(self):
        self.one(self.faults({"unchanged": 2, "rows": []}), "2 rows as they were, 3 expected")

    def test_the_other_gender(self):
        self.assertEqual(check_dict_exchange.swapped("\u182d\u1820\u1837\u180e\u1824\u1828"),
                         "\u182d\u1820\u1837\u180e\u1826\u1828")
        self.assertIsNone(check_dict_exchange.swapped("\u182d\u1820\u1837"))
        self.assertIsNone(check_dict_exchange.swapped("\u182d\u1820\u1837\u180e\u1822"))


if __name__ == "__main__":
    selftest.main()
