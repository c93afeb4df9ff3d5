#!/usr/bin/env python3
"""Measures Bichig beside Typst on the same text, and runs the micro benchmarks: run.py [MODULE] [options].

The benchmarks of `script` run beside mongol-norm on the same words, in the same run; those of `qt` beside Qt's own
widgets (qt_run.py).

Every figure is that of a whole process: seconds from start to exit (the median of the runs) and peak memory as the
kernel counts it. The programs take turns, A B A B, so that a busy machine disturbs both alike. Nothing is subtracted;
what the Python that starts Typst costs by itself is measured and printed beside it. Typst sets horizontal lines: it has
no vertical ones. Both write PDF/A-2u and PDF/UA-1 with the fonts of the same folder.
"""
import argparse
import json
import os
import pathlib
import platform
import statistics
import subprocess
import sys
import time

import lexicon_run
import qt_run

ROOT = pathlib.Path(__file__).resolve().parents[2]
RUNS = {5_000: 7, 50_000: 5, 500_000: 3}
AIM_RATIO, AIM_MEMORY, AIM_GROWTH = 1 / 3, 100, 60  # time against Typst; MB at 50,000 words; MB more at 500,000
DOCUMENT_WORDS, DOCUMENT_PAGES, AIM_DOCUMENT_MEMORY = 72_000, 300, 1 / 2  # of one long document, against Typst
AIM_CALL_NS, AIM_DOCUMENT_PERCENT, AIM_TWO_THREADS = 200, 2, 1.8  # of the C interface
NOTICES = 100  # one process each, as a generator of many small documents without a server of its own has them

TYPST_DRIVER = """
import sys, typst
typst.compile(sys.argv[1], output=sys.argv[2], font_paths=[sys.argv[3]], ignore_system_fonts=True,
              pdf_standards=["a-2u", "ua-1"])
"""
TYPST_HEAD = """#set document(title: "Bench", date: datetime(year: 2024, month: 5, day: 16))
#set page(paper: "a4", margin: 25mm, numbering: "1")
#set text(font: ("Noto Sans Mongolian", "FandolFang R", "Liberation Serif"), size: 14pt, lang: "mn")
#set par(justify: true)
"""


def typst_markup(markdown):
    """The same text as Typst markup: headings, lists, tables, paragraphs."""
    def escaped(text):
        return "".join("\\" + character if character in "\\#$*_@<>`[]~" else character for character in text)

    def cells(row):
        return [f"[{escaped(cell.strip())}]" for cell in row.strip("|").split("|")]

    parts = [TYPST_HEAD]
    for block in markdown.split("\n\n"):
        lines = block.strip().split("\n")
        if lines[0].startswith("#"):
            marks, _, title = lines[0].partition(" ")
            parts.append("=" * len(marks) + " " + escaped(title))
        elif lines[0].startswith("|"):
            head, rows = cells(lines[0]), [cell for line in lines[2:] for cell in cells(line)]
            parts.append(f"#table(columns: {len(head)}, table.header({', '.join(head)}), {', '.join(rows)})")
        elif lines[0].startswith("- "):
            parts.append("\n".join("- " + escaped(line[2:]) for line in lines))
        elif lines[0][:1].isdigit() and ". " in lines[0][:4]:
            parts.append("\n".join("+ " + escaped(line.partition(". ")[2]) for line in lines))
        else:
            parts.append(escaped(block.strip()))
    return "\n\n".join(parts) + "\n"


def measured(command, quiet=False):
    """Seconds and peak memory (MB) of one process. A failure ends the program."""
    silent = [(os.POSIX_SPAWN_OPEN, 2, "/dev/null", os.O_WRONLY, 0)] if quiet else []
    start = time.perf_counter()
    process = os.posix_spawnp(command[0], command, os.environ, file_actions=silent)
    _, status, usage = os.wait4(process, 0)
    seconds = time.perf_counter() - start
    if status != 0:
        sys.exit(f"{' '.join(command)} failed")
    return {"seconds": seconds, "cpu": usage.ru_utime + usage.ru_stime, "megabytes": usage.ru_maxrss / 1024}


def pages_of(path):
    return int(subprocess.run(["qpdf", "--show-npages", path], capture_output=True, check=True, text=True).stdout)


def write_texts(folder, words):
    """The Markdown and the Typst file of one size, written by processes of their own: what they take in memory must not
    count as that of the programs started later."""
    markdown, markup = folder / f"{words}.md", folder / f"{words}.typ"
    with markdown.open("wb") as file:
        subprocess.run([sys.executable, ROOT / "tests/tools/make_document.py", str(words)], stdout=file, check=True)
    subprocess.run([sys.executable, __file__, "--markup", markdown, markup], check=True)
    return markdown, markup


def typeset_figures(options, folder):
    """Figures of both programs for every size: a list of rows."""
    rows = []
    for words in options.sizes or RUNS:
        markdown, markup = write_texts(folder, words)
        outputs = {"bichig": folder / f"{words}.bichig.pdf", "typst": folder / f"{words}.typst.pdf"}
        commands = {
            "bichig": [options.bichig, "typeset", markdown, "-o", outputs["bichig"], "--font-dir", options.fonts],
            "typst": [sys.executable, "-c", TYPST_DRIVER, markup, outputs["typst"], options.fonts],
        }
        commands["typst driver alone"] = [sys.executable, "-c", "import typst"]
        runs = {name: [] for name in commands}
        for _ in range(options.runs or RUNS.get(words, 3)):
            for name, command in commands.items():
                runs[name].append(measured([str(part) for part in command]))
        for name, taken in runs.items():
            rows.append({
                "program": name, "words": words, "runs": len(taken),
                "seconds": statistics.median(run["seconds"] for run in taken),
                "seconds_least": min(run["seconds"] for run in taken),
                "seconds_most": max(run["seconds"] for run in taken),
                "cpu_seconds": statistics.median(run["cpu"] for run in taken),
                "megabytes": max(run["megabytes"] for run in taken),
                "pages": pages_of(outputs[name]) if name in outputs else None,
                "bytes": outputs[name].stat().st_size if name in outputs else None,
            })
            print_row(rows[-1])
    return rows


def document_figures(options, folder):
    """One document of at least DOCUMENT_PAGES pages beside Typst, and many small official ones."""
    long = argparse.Namespace(**{**vars(options), "sizes": [DOCUMENT_WORDS], "runs": options.runs or 5})
    rows = typeset_figures(long, folder)
    pages = next(row["pages"] for row in rows if row["program"] == "bichig")
    if pages < DOCUMENT_PAGES:
        sys.exit(f"the long document has {pages} pages, not {DOCUMENT_PAGES}: raise DOCUMENT_WORDS")
    notice = ROOT / "examples/notice/notice.md"
    target = folder / "notice.pdf"
    command = [str(part) for part in (options.bichig, "typeset", notice, "-o", target, "--font-dir", options.fonts)]
    runs = [measured(command, quiet=True) for _ in range(NOTICES)]
    seconds = sorted(run["seconds"] for run in runs)
    notices = {"documents": NOTICES, "pages": pages_of(target), "seconds_median": statistics.median(seconds),
               "seconds_p99": seconds[int(len(seconds) * 0.99) - 1], "megabytes": max(r["megabytes"] for r in runs)}
    print(f"{NOTICES} notices of {notices['pages']} pages, a process each: "
          f"{notices['seconds_median'] * 1000:.0f} ms each (p99 {notices['seconds_p99'] * 1000:.0f} ms), "
          f"{notices['megabytes']:.0f} MB")
    summary = summary_of(rows)
    for name, aim in (("seconds", AIM_RATIO), ("megabytes", AIM_DOCUMENT_MEMORY)):
        print(f"{pages} pages: Bichig takes {summary[name + '_bichig_to_typst'][DOCUMENT_WORDS]:.2f} of Typst's {name} "
              f"(aim {aim:.2f})")
    return {"machine": machine(), "rows": rows, "notices": notices, "summary": summary}


def print_row(row):
    pages = f"{row['pages']:6} pages {row['bytes'] / 1e6:7.2f} MB file" if row["pages"] else ""
    print(f"{row['words']:8,} words  {row['program']:18}  {row['seconds']:7.3f} s "
          f"({row['seconds_least']:.3f} to {row['seconds_most']:.3f})  {row['megabytes']:7.1f} MB  {pages}", flush=True)


def summary_of(rows):
    """Ratios between the programs and between the sizes."""
    figures = {(row["program"], row["words"]): row for row in rows}
    sizes = sorted({row["words"] for row in rows})
    summary = {"seconds_bichig_to_typst": {}, "cpu_seconds_bichig_to_typst": {}, "megabytes_bichig_to_typst": {}}
    for words in sizes:
        bichig, typst = figures["bichig", words], figures["typst", words]
        summary["seconds_bichig_to_typst"][words] = bichig["seconds"] / typst["seconds"]
        summary["cpu_seconds_bichig_to_typst"][words] = bichig["cpu_seconds"] / typst["cpu_seconds"]
        summary["megabytes_bichig_to_typst"][words] = bichig["megabytes"] / typst["megabytes"]
    if {50_000, 500_000} <= set(sizes):
        for program in ("bichig", "typst"):
            small, large = figures[program, 50_000], figures[program, 500_000]
            summary[f"{program}_seconds_500000_to_50000"] = large["seconds"] / small["seconds"]
            summary[f"{program}_megabytes_more_at_500000"] = large["megabytes"] - small["megabytes"]
    return summary


def print_summary(summary, rows):
    for words, ratio in summary["seconds_bichig_to_typst"].items():
        memory = summary["megabytes_bichig_to_typst"][words]
        processor = summary["cpu_seconds_bichig_to_typst"][words]
        print(f"{words:8,} words: Bichig takes {ratio:.2f} of Typst's time (aim {AIM_RATIO:.2f}), {processor:.2f} of "
              f"its processor time and {memory:.2f} of its memory")
    memory = [row["megabytes"] for row in rows if (row["program"], row["words"]) == ("bichig", 50_000)]
    if memory:
        print(f"memory at 50,000 words: {memory[0]:.0f} MB (aim {AIM_MEMORY})")
    if "bichig_seconds_500000_to_50000" in summary:
        print(f"ten times the text takes {summary['bichig_seconds_500000_to_50000']:.1f} times the time "
              f"(Typst {summary['typst_seconds_500000_to_50000']:.1f}) and "
              f"{summary['bichig_megabytes_more_at_500000']:.0f} MB more (aim {AIM_GROWTH}; "
              f"Typst {summary['typst_megabytes_more_at_500000']:.0f})")


def machine():
    """What the figures depend on."""
    def field(path, key):
        lines = pathlib.Path(path).read_text(encoding="utf-8").splitlines()
        return next((line.split(":", 1)[1].strip() for line in lines if line.startswith(key)), "unknown")

    from importlib import metadata
    return {"processor": field("/proc/cpuinfo", "model name"), "processors": os.cpu_count(),
            "memory": field("/proc/meminfo", "MemTotal"), "system": platform.platform(),
            "load": os.getloadavg()[0], "typst": metadata.version("typst")}


def micro_benchmarks(options, module, out):
    """Runs bench_<module> and bench_<module>_<part> of the build; each writes its own JSON."""
    names = [f"bench_{module.replace('/', '_')}{end}" for end in ("", "_*")] if module else ["bench_*"]
    programs = sorted(program for name in names for program in options.bichig.parent.glob(name)
                      if not program.name.startswith("bench_qt"))
    if module and not programs:
        sys.exit(f"{options.bichig.parent} has no micro benchmark of {module}")
    for program in programs:
        written = out / (program.name + ".json")
        peer = PEERS.get(program.name)
        before = peer_figures(peer) if peer else None
        subprocess.run([program, f"--benchmark_out={written}", "--benchmark_out_format=json"], check=True)
        if program.name in ("bench_c", "bench_c_threads"):
            print_c_aims(json.loads(written.read_text(encoding="utf-8"))["benchmarks"])
        if peer:
            compare(program.name, json.loads(written.read_text(encoding="utf-8")), [before, peer_figures(peer)], out)


# Another program for the same work: its script, and which figures stand beside which of ours.
PEERS = {"bench_script": ("mongol_norm_peer.py", {"unit_ids": ["unit_ids", "unit_ids_as_string"],
                                                  "normal_forms": ["normal_forms", "normal_forms_of_text"]})}


def print_c_aims(rows):
    """What the C interface costs, and what two threads do of two, beside the aims."""
    words = [row for row in rows if row["name"].startswith("word_") and "more_ns" in row]
    if words:
        worst = max(words, key=lambda row: row["more_ns"])
        print(f"a word through C costs at most {worst['more_ns']:.0f} ns more than through C++ ({worst['name']}; "
              f"aim {AIM_CALL_NS})")
    for row in rows:
        if row["name"].startswith("document_"):
            print(f"a document through C costs {row['more_percent']:.1f} % more (aim {AIM_DOCUMENT_PERCENT})")
        if "of_processes" in row:
            print(f"two threads do {row['times']:.2f} times the {row['name'].partition('/')[0]} of one (aim "
                  f"{AIM_TWO_THREADS}); two processes, which share nothing, do {row['times_of_processes']:.2f} times, "
                  f"and two threads {row['of_processes']:.2f} times what they do")
            if "times_on_cores" in row:
                print(f"  {row['times_on_cores']:.2f} in the {row['turns_on_cores']:.0f} turns with two whole cores "
                      "before and after")


def peer_figures(peer):
    script = ROOT / "tests/bench" / peer[0]
    return json.loads(subprocess.run([sys.executable, script], capture_output=True, check=True).stdout)


def compare(name, ours, theirs, out):
    """Words per second of both on the same words; the peer ran before and after, and the better of both counts."""
    benchmarks = {row["name"]: row for row in ours["benchmarks"]}
    rows = []
    for figure, names in PEERS[name][1].items():
        row = benchmarks[figure]
        words = round(row["items_per_second"] * row["cpu_time"] / 1000)  # of one iteration, in ms
        if abs(words - theirs[0]["words"]) > words / 1000:
            sys.exit(f"{name} counts {words} words, {theirs[0]['program']} {theirs[0]['words']}: not the same text")
        best = {peer: max(run["words_per_second"][peer] for run in theirs) for peer in names}
        rows.append({"figure": figure, "bichig": row["items_per_second"], "peer": best,
                     "ratio": row["items_per_second"] / max(best.values())})
        print(f"{figure:14} Bichig {row['items_per_second'] / 1e6:6.2f} M words/s, {theirs[0]['program']} "
              f"{max(best.values()) / 1e6:5.2f} M: {rows[-1]['ratio']:.1f} times as many")
    call = max(run["words_per_second"]["call_alone"] for run in theirs)
    print(f"a call from Python alone: {call / 1e6:.0f} M a second")
    write_json(out / f"{name}_peer.json", {"machine": machine(), "program": theirs[0]["program"],
                                           "version": theirs[0]["version"], "words": theirs[0]["words"],
                                           "calls_per_second": call, "rows": rows})


def python_figures(options):
    """The Python package beside mongol-norm on 1 MB of text."""
    build = options.bichig.resolve().parents[1]
    script = ROOT / "tests/bench/python_bench.py"
    found = json.loads(subprocess.run([sys.executable, script, build], capture_output=True, check=True).stdout)
    print(f"Python {found['python']}, {found['bytes'] / 1e6:.2f} MB, {found['words']:,} Mongolian words:")
    for row in found["rows"]:
        for name, seconds in row["seconds"].items():
            times = row["times_as_fast"].get(name)
            beside = f"  {times:.1f} times as fast as {found['program']} at its best" if times else ""
            print(f"{row['figure']:12} {name:28} {seconds * 1000:8.1f} ms{beside}{' (aim 1)' * (name == 'bichig')}")
    for name, times in found["two_threads_do"].items():
        print(f"{name}: two threads do {times:.2f} times as much as one")
    return {"machine": machine(), **found}


def write_json(path, value):
    temporary = path.with_suffix(".tmp")
    temporary.write_text(json.dumps(value, indent=1) + "\n", encoding="utf-8")
    temporary.replace(path)
    print(f"wrote {path}")


def arguments():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("module", nargs="?",
                        help="a module with benchmarks, 'typeset', 'documents' or 'python'; everything by default")
    parser.add_argument("--bichig", type=pathlib.Path, default=ROOT / "build/release/bin/bichig")
    parser.add_argument("--fonts", type=pathlib.Path, default=ROOT / "build/fonts")
    parser.add_argument("--out", type=pathlib.Path, default=ROOT / "build/bench")
    parser.add_argument("--sizes", type=lambda text: [int(part) for part in text.split(",")], default=None)
    parser.add_argument("--runs", type=int, help="runs of each size, instead of 7, 5 and 3")
    parser.add_argument("--markup", type=pathlib.Path, nargs=2, help=argparse.SUPPRESS)
    return parser.parse_args()


def main():
    options = arguments()
    if options.markup:
        source, target = options.markup
        target.write_text(typst_markup(source.read_text(encoding="utf-8")), encoding="utf-8")
        return
    if not options.bichig.exists():
        sys.exit(f"{options.bichig} is missing: run ./dev build")
    options.out.mkdir(parents=True, exist_ok=True)
    if options.module in (None, "typeset"):
        texts = options.out / "texts"
        texts.mkdir(exist_ok=True)
        rows = typeset_figures(options, texts)
        summary = summary_of(rows)
        print_summary(summary, rows)
        write_json(options.out / "typeset.json", {"machine": machine(), "rows": rows, "summary": summary})
    if options.module in (None, "documents"):
        texts = options.out / "texts"
        texts.mkdir(exist_ok=True)
        write_json(options.out / "documents.json", document_figures(options, texts))
    if options.module in (None, "lexicon"):
        found = lexicon_run.run(options.bichig, ROOT, options.out / "lexicon")
        write_json(options.out / "lexicon.json", {"machine": machine(), **found})
    if options.module in (None, "python"):
        write_json(options.out / "python.json", python_figures(options))
    if options.module in (None, "qt"):
        for major, found in qt_run.run(options.bichig.parent, options.sizes or qt_run.SIZES):
            write_json(options.out / f"qt{major}.json", {"machine": machine(), **found})
    if options.module not in ("typeset", "documents", "lexicon", "python", "qt"):
        micro_benchmarks(options, options.module, options.out)


if __name__ == "__main__":
    main()
