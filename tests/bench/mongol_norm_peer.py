"""Words per second of PyPI mongol-norm on the Mongolian words of the micro benchmarks: mongol_norm_peer.py.

Prints one JSON object. The package has no call for many words, so each word is one call, as in Bichig's benchmark; the
calls go past its Python methods straight to the compiled core. What such a call costs at least is measured beside it
with a trivial builtin, and normal forms are also measured over the whole text in one call, which has no such cost.
Times are those of the processor, as Bichig's benchmark counts them. Its normal form is not ours: it spells a word anew
from its shape, where Bichig takes away what does nothing; the figures say what each costs its user.
"""
import json
import pathlib
import re
import subprocess
import sys
import time
from importlib import metadata

ROOT = pathlib.Path(__file__).resolve().parents[2]
# The word characters of script::is_word_character.
WORD = re.compile("[\u1807\u180a-\u180f\u1820-\u1878\u1880-\u18aa\u200c\u200d\u202f]+")
WORDS_OF_SAMPLE, ROUNDS = 10_000, 7


def sample_words():
    """The words that bench_script takes from the same generated document."""
    text = subprocess.run([sys.executable, ROOT / "tests/tools/make_document.py", str(WORDS_OF_SAMPLE)],
                          capture_output=True, check=True).stdout.decode("utf-8")
    return WORD.findall(text)


def best_seconds(run):
    """Processor time: the least of several runs."""
    seconds = []
    for _ in range(ROUNDS):
        start = time.process_time()
        run()
        seconds.append(time.process_time() - start)
    return min(seconds)


def over_words(call, words):
    def run():
        for word in words:
            call(word)
    return run


def figures():
    from mongol_norm import MongolianShaper
    words = sample_words()
    core = MongolianShaper("MNG")._native
    text = " ".join(words)
    runs = {
        "unit_ids": over_words(core.shape_raw, words),
        "unit_ids_as_string": over_words(core.shape_str, words),
        "normal_forms": over_words(lambda word, call=core.normalize: call(word, False), words),
        "normal_forms_of_text": lambda: core.normalize_text(text, False),
        "call_alone": over_words(len, words),
    }
    rates = {name: len(words) / best_seconds(run) for name, run in runs.items()}
    return {"program": "mongol-norm", "version": metadata.version("mongol-norm"), "words": len(words),
            "words_per_second": rates}


if __name__ == "__main__":
    json.dump(figures(), sys.stdout)
