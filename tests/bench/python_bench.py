"""The Python package beside PyPI mongol-norm on 1 MB of text in the same process: python_bench.py BUILD-FOLDER.

Prints one JSON object. The programs take turns; of each the least processor time of the rounds counts. What a user of
either would call is measured. mongol-norm has no call for the shapes of a text with other characters in it, so its
words are cut out beforehand, at no cost to it; and none that checks spelling. Beside `check` stands what finds badly
encoded words with it: the words whose normal form is another, with their places; and as a lower bound the normal form
of the text in one call. `check` finds misspelt words and wrong suffixes too, against a dictionary; where it also
searches for what may be meant by words that are not in it (the generated text has some 5,800 different ones), time goes
by their number. The normal forms differ: mongol-norm spells a word anew from its shape, Bichig takes away what does
nothing; the figures say what each costs its user.
"""
import json
import pathlib
import re
import subprocess
import sys
import threading
import time
from importlib import metadata

ROOT = pathlib.Path(__file__).resolve().parents[2]
WORD = re.compile("[\u1807\u180a-\u180f\u1820-\u1878\u1880-\u18aa\u200c\u200d\u202f]+")  # script::is_word_character
BYTES, ROUNDS, THREADS = 1_000_000, 7, 2


def sample():
    """A generated document cut at a line end below 1 MB of UTF-8."""
    made = subprocess.run([sys.executable, ROOT / "tests/tools/make_document.py", "70000"], capture_output=True,
                          check=True).stdout
    assert len(made) > BYTES, "the generated document is too small"
    return made[:made.rindex(b"\n", 0, BYTES) + 1].decode("utf-8")


def runs_of(bichig, shaper, text, words):
    """The calls by figure and program."""
    checker = bichig.Checker()
    return {
        "units": {"bichig": lambda: bichig.units(text),
                  "bichig, a list of words": lambda: bichig.units_all(words),
                  "bichig, word by word": lambda: [bichig.units(word) for word in words],
                  "mongol-norm": lambda: [shaper.shape_str(word) for word in words]},
        "normalize": {"bichig": lambda: bichig.normalize(text),
                      "bichig, a list of words": lambda: bichig.normalize_all(words),
                      "bichig, word by word": lambda: [bichig.normalize(word) for word in words],
                      "mongol-norm": lambda: shaper.normalize_text(text, False),
                      "mongol-norm, word by word": lambda: [shaper.normalize(word, False) for word in words]},
        "check": {"bichig": lambda: checker.check(text, suggestions=False),
                  "bichig, with searches": lambda: checker.check(text),
                  "mongol-norm": lambda: [(found.start(), normal) for found in WORD.finditer(text)
                                          if (normal := shaper.normalize(found[0], False)) != found[0]],
                  "mongol-norm, without places": lambda: shaper.normalize_text(text, False)},
        "search_keys": {"bichig, a list of words": lambda: bichig.search_keys(words)},
    }


def measured(calls):
    """Processor seconds of each call of a figure, in turns."""
    seconds = {name: [] for name in calls}
    for _ in range(ROUNDS):
        for name, call in calls.items():
            start = time.process_time()
            call()
            seconds[name].append(time.process_time() - start)
    return {name: min(taken) for name, taken in seconds.items()}


def speedup(call):
    """How many times as much two threads do in the time of one (wall time)."""
    def wall(threads):
        start = time.perf_counter()
        running = [threading.Thread(target=lambda: [call() for _ in range(4)]) for _ in range(threads)]
        for thread in running:
            thread.start()
        for thread in running:
            thread.join()
        return time.perf_counter() - start

    call()
    one = min(wall(1) for _ in range(3))
    return THREADS * one / min(wall(THREADS) for _ in range(3))


def main():
    build = pathlib.Path(sys.argv[1]).resolve()
    sys.path.insert(0, str(build / "python"))
    import bichig
    from mongol_norm import MongolianShaper
    text = sample()
    words = WORD.findall(text)
    document = bichig.Document(text[:100_000])
    rows = []
    for figure, calls in runs_of(bichig, MongolianShaper("MNG"), text, words).items():
        taken = measured(calls)
        peers = [seconds for name, seconds in taken.items() if name.startswith("mongol-norm")]  # its best one counts
        rows.append({"figure": figure, "seconds": taken,
                     "times_as_fast": {name: min(peers) / seconds for name, seconds in taken.items()
                                       if peers and name.startswith("bichig")}})
    threads = {"check": speedup(lambda: bichig.Checker().check(text)), "units": speedup(lambda: bichig.units(text)),
               "to_pdf": speedup(document.to_pdf)}
    json.dump({"bytes": len(text.encode("utf-8")), "characters": len(text), "words": len(words), "rows": rows,
               "program": "mongol-norm", "version": metadata.version("mongol-norm"), "bichig": bichig.__version__,
               "python": sys.version.split()[0], "two_threads_do": threads}, sys.stdout)


if __name__ == "__main__":
    main()
