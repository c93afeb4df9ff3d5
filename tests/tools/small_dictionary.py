"""A dictionary that can be counted by hand, in two versions, with values that would be markup if they were not escaped;
and one of many stems, for measuring. Used by tests/cli/dict_html_test.py and tests/oracle/check_dict_site.py."""
import random

HOSTILE = "<script>window.hacked = 1</script><img src=x onerror=\"window.hacked = 1\">'&"
TITLE = "Small <b>\"dictionary\" & co</b>"
COLUMNS = ("stem pos paradigm marks cyrillic norm gloss_zh frequency source evidence licence reviewer status date "
           "note").split()
MANIFEST = """[dictionary]
id = "small"
title = '%s'
version = "%s"
date = "2026-01-31"
language = "mn-Mong-CN"
licence = "Apache-2.0"
statement = "a test, not a dictionary"
suffixes = "suffixes.tsv"
paradigms = "paradigms.toml"
%s[[files]]
path = "entries/words.tsv"
tier = "core"
[[files]]
path = "entries/names.tsv"
tier = "names"
[tiers.core]
title = "words"
[tiers.names]
title = "names"
[norms.im]
title = "Inner Mongolia"
[norms.classical]
title = "classical"
[sources.project]
title = "the project"
licence = "Apache-2.0"
[sources.other]
title = "another"
licence = "CC0-1.0"
"""
SUFFIXES = """suffix\tafter\tof\tmasculine\tfeminine\tjoined\tdrop\tnote
genitive\tvowel\t\tyin\tyin\tconnector\t\t
genitive\tn\t\tu\tü\tconnector\t\t
genitive\thard+soft\t\tun\tün\tconnector\t\t
ablative\tany\t\tača\teče\tconnector\t\t
plural_nugud\tany\t\tnugud\tnügüd\tconnector\t\t
past_ba\tany\t\tba\tbe\tstem\t\t
"""
PARADIGMS = """[groups.cases]
title = "cases"
suffixes = [%s]
[groups.plural]
title = "plural"
suffixes = ["plural_nugud"]
then = ["cases"]
[groups.finite]
title = "past"
suffixes = ["past_ba"]
[paradigms.noun]
title = "noun"
pos = ["noun", "name"]
groups = ["cases", "plural"]
[paradigms.verb]
title = "verb"
pos = ["verb"]
groups = ["finite"]
"""
WORDS = [  # stem, part of speech, Cyrillic, norm, Chinese, status, note
    ("mori", "noun", "морь", "im", "马", "unreviewed", ""),
    ("ulus", "noun", "улс", "im+classical", "国家；国", "unreviewed", ""),
    ("alda", "noun", "алд", "im", "庹", "unreviewed", ""),
    ("alta", "noun", "алт", "im", "金", "reviewed", ""),
    ("gar", "noun", "гар", "im", "手", "unreviewed", ""),
    ("gar", "verb", "гарах", "im", "出", "unreviewed", ""),
    ("yabu", "verb", "явах", "im", "走；去", "reviewed", ""),
    ("ger", "noun", "гэр", "im", "家", "unreviewed", HOSTILE),
    ("morila", "verb", "морилох", "im", "骑马", "rejected", ""),
]
NAMES = [("batu", "name", "Бат", "im", "人名：巴图", "unreviewed", "")]
GLOSSARY = ("mongolian\tchinese\tfield\tsource\tlicence\treviewer\tstatus\tdate\tnote\n"
            "ulus\t国家\tadministration\tproject\tApache-2.0\t\tunreviewed\t2026-01-31\t\n"
            f"ulus_un mori\t国马\tanimals\tproject\tApache-2.0\t\tunreviewed\t2026-01-31\t{HOSTILE}\n")


def table(rows, source="project"):
    lines = ["\t".join(COLUMNS)]
    for stem, pos, cyrillic, norm, chinese, status, note in rows:
        paradigm = "verb" if pos == "verb" else "noun"
        lines.append("\t".join([stem, pos, paradigm, "", cyrillic, norm, chinese, "", source, "", "Apache-2.0", "",
                                status, "2026-01-31", note]))
    return "\n".join(lines) + "\n"


def write(folder, words, names, version, cases, glossary=True):
    files = {"dictionary.toml": MANIFEST % (TITLE, version, 'glossary = "glossary.tsv"\n' if glossary else ""),
             "suffixes.tsv": SUFFIXES, "paradigms.toml": PARADIGMS % ", ".join(f'"{name}"' for name in cases),
             "entries/words.tsv": table(words), "entries/names.tsv": table(names, "other")}
    if glossary:
        files["glossary.tsv"] = GLOSSARY
    for name, text in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return folder


def new(folder):
    """10 rows, 9 of them entries: 6 nouns and a name of 6 forms (the stem, genitive, ablative; the plural with both),
    2 verbs of 2 forms."""
    return write(folder, WORDS, NAMES, "2", ["genitive", "ablative"])


def old(folder):
    """The version before: no name, a noun more, another gloss, no ablative."""
    words = [("mori", "noun", "морь", "im", "馬", "unreviewed", ""), *WORDS[1:],
             ("xota", "noun", "хот", "im", "城市", "unreviewed", "")]
    return write(folder, words, [], "1", ["genitive"])


def large(folder, stems):
    """`stems` nouns of two to four syllables."""
    chance = random.Random(1)
    found = {}
    while len(found) < stems:
        vowels = chance.choice(["au", "eü"])
        stem = "".join(chance.choice("nbxgmlsdtčǰr") + chance.choice(vowels) for _ in range(chance.randint(2, 4)))
        found.setdefault(stem + chance.choice(["", "n", "r", "l", "s"]), len(found))
    words = [(stem, "noun", f"үг{number}", "im", f"词{number}", "unreviewed", "") for stem, number in found.items()]
    return write(folder, words, [], "1", ["genitive", "ablative"], glossary=False)
