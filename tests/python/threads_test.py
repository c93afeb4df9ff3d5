#!/usr/bin/env python3
"""Other threads run while a call works, handles serve many threads at once, and nothing is kept that is not needed."""

import concurrent.futures
import gc
import os
import pathlib
import subprocess
import sys
import threading
import time
import unittest

import bichig
from support import NOTICE, generated

WORD = bichig.from_latin("monɡgol-un bičig")


def ticks_during(call):
    """Seconds that `call` takes, and how often another thread, which sleeps a millisecond, woke up meanwhile."""
    ticks, ended = [], threading.Event()

    def tick():
        while not ended.is_set():
            time.sleep(0.001)
            ticks.append(time.perf_counter())

    thread = threading.Thread(target=tick)
    thread.start()
    while not ticks:
        time.sleep(0.001)
    try:
        start = time.perf_counter()
        call()
        end = time.perf_counter()
    finally:
        ended.set()
        thread.join()
    return end - start, sum(start < tick < end for tick in ticks)


def lets_others_run(call):
    """Whether another thread woke up more than four times inside of `call`. A busy machine may not wake it in time, so
    the call is made up to ten times; one that keeps the lock never lets it, which a test of its own holds."""
    return any(ticks_during(call)[1] > 4 for _ in range(10))


class Running(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.text = generated(20_000)
        cls.lines = cls.text.splitlines()

    def test_other_threads_run(self):
        document = bichig.Document(self.text)
        layout = bichig.Layout(self.text[:20_000], 400)
        checker = bichig.Checker()
        much = self.text * 8
        many = self.lines * 8
        calls = {
            "units": lambda: bichig.units(much), "units_all": lambda: bichig.units_all(many),
            "normalize": lambda: bichig.normalize(much), "normalize_all": lambda: bichig.normalize_all(many),
            "search_key": lambda: bichig.search_key(much), "search_keys": lambda: bichig.search_keys(many),
            "find": lambda: bichig.find(much, bichig.from_latin("ɡɡɡ")),
            "to_latin": lambda: bichig.to_latin(much), "count": lambda: bichig.count(much),
            "Layout": lambda: bichig.Layout(self.text, 400), "render": lambda: layout.render("png", dpi=150),
            "shape": lambda: bichig.measure_text(self.text[:100_000], width=300),
            "Document": lambda: bichig.Document(much), "write": lambda: document.to_pdf(),
            "pages": lambda: document.pages(), "check": lambda: checker.check(much, suggestions=False),
        }
        for name, call in calls.items():
            with self.subTest(call=name):
                self.assertTrue(lets_others_run(call))

    def test_a_call_that_keeps_the_lock_would_be_seen(self):
        much = self.text * 24
        call = lambda: sorted(much)  # of Python itself; it does not let others run
        self.assertGreater(ticks_during(call)[0], 0.02, "too short to tell")
        self.assertFalse(lets_others_run(call))

    def test_progress_beside_a_call(self):
        """A progress function runs Python while another thread is inside a call."""
        document, inside = bichig.Document(self.text), []

        def work():
            inside.append(threading.get_ident())
            bichig.units(self.text * 4)
            inside.pop()

        met = []

        def progress(done, total):
            met.append(bool(inside))

        thread = threading.Thread(target=lambda: [work() for _ in range(6)])
        thread.start()
        document.to_files("svg", progress=progress)
        thread.join()
        self.assertGreater(sum(met), 2)

    def test_handles_are_shared(self):
        document, layout, order = bichig.Document.open(NOTICE), bichig.Layout(WORD, 50), bichig.Collator()

        def work(number):
            return (bichig.units(WORD), layout.to_svg(), layout.hit_test(3, 20), order.key(WORD), document.text,
                    bichig.render_text(WORD, bichig.Style(font_size=10 + number % 2)).data)

        with concurrent.futures.ThreadPoolExecutor(8) as pool:
            results = list(pool.map(work, range(48)))
        self.assertEqual(results, [work(number) for number in range(48)])


class Keeping(unittest.TestCase):
    TEXT = (WORD + " \U0001F600") * 300

    def fail_to_read(self):
        try:
            bichig.Document("---\nkind: none\n---\n")
        except bichig.InvalidInput:
            return
        raise AssertionError

    def cancel(self):
        def stop(done, total):
            raise KeyError

        try:
            bichig.Document("# One").to_files("svg", progress=stop)
        except KeyError:
            return
        raise AssertionError

    def test_memory_does_not_grow(self):
        checker = bichig.Checker()
        calls = {
            "units": lambda: bichig.units(self.TEXT), "letters": lambda: bichig.letters(self.TEXT),
            "normalize": lambda: bichig.normalize_with_edits(self.TEXT),
            "all": lambda: bichig.normalize_all([self.TEXT] * 2), "keys": lambda: bichig.search_keys([self.TEXT] * 2),
            "find": lambda: bichig.find(self.TEXT, WORD), "convert": lambda: bichig.to_latin(self.TEXT),
            "segments": lambda: bichig.segments(self.TEXT), "count": lambda: bichig.count(self.TEXT),
            "order": lambda: bichig.Collator().key(self.TEXT), "layout": lambda: bichig.Layout(WORD, 40).to_png(),
            "label": lambda: bichig.render_text(WORD, format="rgba"), "shape": lambda: bichig.shape(WORD),
            "document": lambda: bichig.Document("# " + WORD).to_png(dpi=20), "error": self.fail_to_read,
            "cancel": self.cancel, "pages": lambda: bichig.Document("# " + WORD).pages().find(WORD),
            "check": lambda: checker.check(self.TEXT), "words": lambda: bichig.Dictionary.from_words([WORD]).near(WORD),
            "list": lambda: bichig.WordList().add(WORD.split()[0]),
        }
        for name, call in calls.items():
            with self.subTest(call=name):
                for _ in range(20):
                    call()
                gc.collect()
                before = resident()
                for _ in range(100):
                    call()
                gc.collect()
                self.assertLess(resident() - before, 1_500_000)

    def test_references_are_given_back(self):
        text, function = self.TEXT[:-1], lambda done, total: None
        document = bichig.Document("# One")
        before = sys.getrefcount(text), sys.getrefcount(function), sys.getrefcount(bichig.default_fonts())
        for _ in range(50):
            bichig.units(text)
            bichig.units_all([text])
            document.to_files("svg", progress=function)
            self.cancel()
        self.assertEqual((sys.getrefcount(text), sys.getrefcount(function), sys.getrefcount(bichig.default_fonts())),
                         before)

    def test_nothing_is_left_at_the_end(self):
        program = ("import bichig\ndocument = bichig.Document('# One')\nlayout = bichig.Layout('a', 9)\n"
                   "order = bichig.Collator()\n"
                   "try:\n    document.to_files('svg', progress=lambda done, total: 1 / 0)\n"
                   "except ZeroDivisionError:\n    print('raised')\n")
        done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
        self.assertEqual((done.stdout, done.stderr), ("raised\n", ""))

    def test_a_signal_ends_a_call(self):
        """Ctrl-C is noticed after a page, though the call runs without the interpreter."""
        program = ("import bichig, os, signal, threading\n"
                   "document = bichig.Document('\\n\\n'.join(['word ' * 300] * 3000))\n"
                   "bichig.default_fonts()\n"
                   "threading.Timer(0.2, lambda: os.kill(os.getpid(), signal.SIGINT)).start()\n"
                   "try:\n    document.to_files('svg')\n"
                   "except KeyboardInterrupt:\n    print('ended')\n")
        done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, timeout=60)
        self.assertEqual(done.stdout, "ended\n", done.stderr)


def resident():
    """Bytes of memory that this process has."""
    return int(pathlib.Path("/proc/self/statm").read_text().split()[1]) * os.sysconf("SC_PAGE_SIZE")


if __name__ == "__main__":
    unittest.main()
