"""What the starter dictionary holds, and that each row says where it comes from: check_dictionary_rows.py FOLDER.

The numbers are those that the dictionary promises. A form count is no measure of coverage; it shows that the paradigms
are there.
"""
import collections
import datetime
import re

import common
import dictionary_source as source

LEAST = {"stems": 1_000, "forms": 25_000, "terms of the glossary": 500, "typos": 300, "gold words": 200}
STATUS = {"unreviewed", "reviewed", "disputed", "rejected"}
EXPECT = {"accept", "reject", "suggest"}
SPDX = re.compile(r"[A-Za-z0-9.+-]+( (AND|OR|WITH) [A-Za-z0-9.+-]+)*")


def row_faults(row, sources):
    """What a row of entries or of the glossary lacks of its provenance."""
    place = row["place"]
    if row["source"] not in sources:
        yield f"{place}: the source '{row['source']}' is not one of {', '.join(sorted(sources))}"
    if row["status"] not in STATUS:
        yield f"{place}: the status '{row['status']}' is not one of {', '.join(sorted(STATUS))}"
    if row["status"] in ("reviewed", "rejected") and not row["reviewer"]:
        yield f"{place}: {row['status']}, but no reviewer is named"
    if not SPDX.fullmatch(row["licence"]):
        yield f"{place}: the licence '{row['licence']}' is no SPDX expression"
    try:
        datetime.date.fromisoformat(row["date"])
    except ValueError:
        yield f"{place}: the date '{row['date']}' is no ISO date"


def glossary_faults(rows, forms):
    """Every word of a term must be a form of the dictionary."""
    seen = {}
    for row in rows:
        key = row["mongolian"], row["field"]
        if key in seen:
            yield f"{row['place']}: {row['mongolian']} stands in {seen[key]} already"
        seen[key] = row["place"]
        for column in ("mongolian", "chinese", "field"):
            if not row[column]:
                yield f"{row['place']}: no {column}"
        for word in row["mongolian"].split(" "):
            if word not in forms:
                yield f"{row['place']}: {word} is no form"
        if not re.fullmatch(r"[\u3007\u4e00-\u9fff；（）、…]+", row["chinese"]):
            yield f"{row['place']}: '{row['chinese']}' is not Chinese alone"


def tests_faults(typos, gold, forms):
    """The typos and gold words against the forms of the tables."""
    for row in typos:
        place, word, expect = row["place"], row["word"], row["expect"]
        if expect not in EXPECT:
            yield f"{place}: '{expect}' is not one of {', '.join(sorted(EXPECT))}"
        elif (word in forms) != (expect == "accept"):
            yield f"{place}: {word} is to be {expect}ed, but it is {'a' if word in forms else 'no'} form"
        if (expect == "suggest") != bool(row["suggest"]):
            yield f"{place}: '{expect}' with '{row['suggest']}' to suggest"
        if row["suggest"] and row["suggest"] not in forms:
            yield f"{place}: {row['suggest']} is to be suggested, but it is no form"
    for row in gold:
        if row["word"] not in forms:
            yield f"{row['place']}: the gold word {row['word']} is no form"
    for name, rows in (("typos", typos), ("gold", gold)):
        for word, count in collections.Counter(row["word"] for row in rows).items():
            if count > 1:
                yield f"{name}: {word} stands there {count} times"


def faults_in(dictionary, least):
    forms = {source.latin(form.text) for _, form in dictionary.all_forms()}
    glossary, typos, gold = (dictionary.table(name) for name in ("glossary", "typos", "gold"))
    counts = {"stems": len({row["stem"] for row in dictionary.entries}), "forms": len(forms),
              "terms of the glossary": len(glossary), "typos": len(typos), "gold words": len(gold)}
    print(", ".join(f"{count} {name}" for name, count in counts.items()))
    faults = [f"{counts[name]} {name}, fewer than {number}" for name, number in least.items() if counts[name] < number]
    for row in [*dictionary.entries, *glossary]:
        faults += row_faults(row, dictionary.manifest["sources"])
    return faults + list(glossary_faults(glossary, forms)) + list(tests_faults(typos, gold, forms))


def faults_of(arguments):
    (folder,) = arguments
    return faults_in(source.Dictionary(folder), LEAST)


if __name__ == "__main__":
    common.main("dictionary_rows", faults_of)
