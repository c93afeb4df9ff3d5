"""The suites of UTN #57 (PyPI mongfontbuilder) against `bichig units`: check_units.py BICHIG.

All rows of the eight suites are compared, one by one. What a profile answers differently on purpose is named below, and
printed.
"""
import subprocess
import sys
from importlib import metadata

import common

SUITES = ["hudum", "hudum-ali-gali", "todo", "todo-ali-gali", "sibe", "manchu", "manchu-ali-gali"]
CASES = {"core": 1094, "eac": 3512}
# The suite shows NNBSP as a control in these three rows; in its other 222 rows with NNBSP it acts as MVS, which is what
# both profiles do: no rule gives both.
NNBSP_SHOWN = ["XIM11-39", "XIM11-40", "XIM11-41"]
DIFFERENT = {
    "gb25914": NNBSP_SHOWN,
    # UTN #57 takes a selector after n or g before a separated a or e as it takes any other.
    "utn57": NNBSP_SHOWN + ["XIM11-46", "XIM11-1012"],
}


def rows_of(suite):
    """(name, letters, units) of each case of a suite of the installed package."""
    path = next(file for file in metadata.files("mongfontbuilder") if file.name == f"{suite}.tsv")
    for line in path.locate().read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            yield line.split("\t")


def units_of(bichig, lines, *options):
    """What `bichig units` answers to lines of text."""
    done = subprocess.run([bichig, "units", "-", *options], input="".join(line + "\n" for line in lines).encode(),
                          capture_output=True)
    if done.returncode != 0:
        raise common.Broken(f"bichig units {' '.join(options)}: {done.stderr.decode(errors='replace').strip()}")
    return done.stdout.decode().splitlines()


def differing(bichig, suite, system, profile):
    """(number of cases, names of those that differ, what to print of them)."""
    rows = list(rows_of(suite))
    answers = units_of(bichig, [row[1] for row in rows], "--aliases", "--system", system, "--profile", profile)
    if len(answers) != len(rows):
        raise common.Broken(f"{suite}: {len(rows)} cases, {len(answers)} answers")
    wrong = [(row, answer) for row, answer in zip(rows, answers) if row[2] != answer]
    return len(rows), [row[0] for row, _ in wrong], [
        f"{suite} {profile} {row[0]}: {row[1]}: expected {row[2]}, found {answer}" for row, answer in wrong]


def faults_of(arguments):
    (bichig,) = arguments
    faults = []
    for profile, named in DIFFERENT.items():
        cases = 0
        for system in SUITES:
            count, _, lines = differing(bichig, f"core-{system}", system, profile)
            cases += count
            faults += lines
        print(f"{profile}: {cases - len(faults)} of {cases} cases of the core suites")
        count, names, lines = differing(bichig, "eac-hudum", "hudum", profile)
        print(f"{profile}: {count - len(names)} of {count} cases of eac-hudum; answered differently on purpose:")
        for line in lines:
            print(f"  {line}")
        if sorted(names) != sorted(named):
            faults += [f"{profile}: the differing cases are not those of the list: {line}" for line in lines]
        if cases != CASES["core"] or count != CASES["eac"]:
            faults.append(f"{cases} core and {count} EAC cases, not {CASES}")
    return faults


if __name__ == "__main__":
    common.main("units", faults_of)
