# Figures of the dictionary workbench on a large invented source, as whole processes: `./dev bench lexicon`.
"""50,000 stems make about 2 million forms. `sort -u` of the same forms runs in the same round: what any machine needs
to order them once, so that the figures can be read on another machine."""

import os
import statistics
import subprocess
import sys

STEMS, RUNS = 50_000, 3
AIM_BUILD_SECONDS, AIM_BUILD_MEGABYTES, AIM_DIFF_SECONDS = 10, 1024, 5


def measured(command, allowed=(0,)):
    """Seconds and megabytes of one run; an exit code that is not allowed ends the benchmark."""
    begin = os.times().elapsed
    process = subprocess.Popen([str(part) for part in command], stdout=subprocess.DEVNULL,
                               env={**os.environ, "LC_ALL": "C"})
    _, status, usage = os.wait4(process.pid, 0)
    seconds = os.times().elapsed - begin
    code = os.waitstatus_to_exitcode(status)
    if code not in allowed:
        sys.exit(f"{' '.join(map(str, command))} ended with {code}")
    return seconds, usage.ru_maxrss / 1024


def figures(bichig, root, folder):
    """Rows of {what, seconds, megabytes}: medians of the runs, the programs taking turns."""
    folder.mkdir(parents=True, exist_ok=True)
    for size, version in ((STEMS, 1), (STEMS, 2), (STEMS // 10, 1)):
        subprocess.run([sys.executable, root / "tests/tools/make_lexicon.py", folder / f"source_{size}_{version}",
                        "--stems", str(size), "--version", str(version)], check=True)
    large, other, small = (folder / f"source_{size}_{version}" for size, version in
                           ((STEMS, 1), (STEMS, 2), (STEMS // 10, 1)))
    forms = folder / "forms.txt"
    subprocess.run([bichig, "dict", "export", large, "--format", "list", "-o", forms], check=True)
    commands = {
        "lint": ([bichig, "dict", "lint", large], (0, 1)),
        "build": ([bichig, "dict", "build", large, "-o", folder / "built"], (0,)),
        "build of a tenth": ([bichig, "dict", "build", small, "-o", folder / "built_small"], (0,)),
        "diff": ([bichig, "dict", "diff", large, other, "-o", folder / "diff.txt"], (1,)),
        "collisions": ([bichig, "dict", "collisions", large, "-o", folder / "collisions.txt"], (0,)),
        "sort -u of the forms": (["sort", "-u", forms, "-o", folder / "sorted.txt"], (0,)),
    }
    runs = {name: [] for name in commands}
    for _ in range(RUNS):
        for name, (command, allowed) in commands.items():
            runs[name].append(measured(command, allowed))
    rows = [{"what": name, "seconds": statistics.median(run[0] for run in found),
             "megabytes": max(run[1] for run in found)} for name, found in runs.items()]
    with open(forms, encoding="utf-8") as lines:
        count = sum(1 for _ in lines)
    return count, rows


def run(bichig, root, folder):
    """Prints the figures beside the aims, and gives them back for the JSON file."""
    count, rows = figures(bichig, root, folder)
    by_name = {row["what"]: row for row in rows}
    peer = by_name["sort -u of the forms"]["seconds"]
    for row in rows:
        row["ratio_to_sort"] = row["seconds"] / peer
        print(f"{row['what']:22} {row['seconds']:6.2f} s {row['megabytes']:6.0f} MB  "
              f"{row['ratio_to_sort']:5.2f} of sort -u")
    built = by_name["lint"]["seconds"] + by_name["build"]["seconds"]
    memory = max(by_name["lint"]["megabytes"], by_name["build"]["megabytes"])
    growth = by_name["build"]["seconds"] / by_name["build of a tenth"]["seconds"]
    print(f"{STEMS} stems, {count} forms: lint + build {built:.1f} s (aim {AIM_BUILD_SECONDS}), "
          f"{memory:.0f} MB (aim {AIM_BUILD_MEGABYTES}), diff {by_name['diff']['seconds']:.1f} s "
          f"(aim {AIM_DIFF_SECONDS}); ten times the stems take {growth:.1f} times as long to build")
    return {"stems": STEMS, "forms": count, "rows": rows,
            "aims": {"lint_and_build_seconds": AIM_BUILD_SECONDS, "megabytes": AIM_BUILD_MEGABYTES,
                     "diff_seconds": AIM_DIFF_SECONDS}}
