"""What the second-opinion checks share: running programs, comparing texts, reporting.

A check is a function that returns its faults as a list of lines; an empty list is a pass. So each check can be run on a
bad file too, by the self-tests.
"""
import os
import pathlib
import subprocess
import sys
import unicodedata

ROOT = pathlib.Path(__file__).resolve().parents[2]
ADVICE = "run ./dev setup"
ASCII_SPACE = dict.fromkeys([0x09, 0x0A, 0x0B, 0x0C, 0x0D, 0x20])
DOCUMENTS = ("notice", "generated")  # base names of the files that make_documents.py writes


class Broken(Exception):
    """A check could not be carried out at all, which is a failure too."""


def run(command, **options):
    """Runs a program and returns its CompletedProcess with bytes; a missing program is Broken."""
    try:
        return subprocess.run([str(part) for part in command], capture_output=True, timeout=600, **options)
    except FileNotFoundError as error:
        raise Broken(f"{command[0]} is missing: {ADVICE}") from error


def output(command, **options):
    """Standard output of a program as text; any exit code but 0 is Broken."""
    done = run(command, **options)
    if done.returncode != 0:
        raise Broken(f"{' '.join(map(str, command))} ended with {done.returncode}: "
                     f"{done.stderr.decode(errors='replace').strip()[:500]}")
    return done.stdout.decode("utf-8")


def stripped(text):
    """The text without white space of ASCII."""
    return text.translate(ASCII_SPACE)


def points(text):
    """Code points for a message: the characters and their numbers."""
    return f"{text!r} " + " ".join(f"U+{ord(character):04X}" for character in text)


def name_of(character):
    return f"U+{ord(character):04X} {unicodedata.name(character, 'unnamed')}"


def first_difference(expected, pages):
    """Compares `expected` with the texts of pages in order (both stripped). Returns the faults, at most one."""
    place = 0
    for number, page in enumerate(pages, 1):
        wanted = expected[place:place + len(page)]
        if wanted != page:
            at = next((i for i, (want, got) in enumerate(zip(wanted, page)) if want != got), len(wanted))
            want = name_of(wanted[at]) if at < len(wanted) else "the end of the text"
            return [f"page {number}, character {at} of the page ({place + at} of the text): expected {want}, "
                    f"found {name_of(page[at])}\n"
                    f"  expected … {points(expected[place + max(0, at - 12):place + at + 12])}\n"
                    f"  found    … {points(page[max(0, at - 12):at + 12])}"]
        place += len(page)
    if place < len(expected):
        return [f"the last page ends {len(expected) - place} characters early; missing: "
                f"{points(expected[place:place + 24])}"]
    return []


def report(check, faults, limit=20):
    """Prints the outcome of a check and ends the program."""
    for fault in faults[:limit]:
        print(f"{check}: {fault}")
    if len(faults) > limit:
        print(f"{check}: … and {len(faults) - limit} more")
    if not faults:
        print(f"{check}: passed")
    sys.exit(1 if faults else 0)


def main(check, faults_of):
    """The main program of a check script: `faults_of(arguments)` gives its faults."""
    os.environ.pop("SOURCE_DATE_EPOCH", None)
    try:
        faults = faults_of(sys.argv[1:])
    except Broken as error:
        faults = [str(error)]
    report(check, faults)
