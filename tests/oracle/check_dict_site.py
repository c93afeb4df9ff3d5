#!/usr/bin/env python3
"""The site of `bichig dict site` in headless Chromium, opened from the disk: what it finds, shows and fetches.

usage: check_dict_site.py BICHIG DICTIONARY FONTS OUT

A dictionary that can be counted by hand is looked at view by view; the forms that the page makes of the starter
dictionary are those of `dict export`, its tables those of `dict expand --format html`; 50,000 entries open and are
searched in time. Pictures are left in OUT.
"""
import json
import pathlib
import re
import sys
import tempfile
import time

from browser import Browser
from common import ROOT, main, output

sys.path.insert(0, str(ROOT / "tests" / "tools"))
import small_dictionary  # noqa: E402  (stands in another folder)

ULUS, OLOS = "\u1824\u182f\u1824\u1830", "\u1823\u182f\u1823\u1830"  # the same shape, other letters
MORI, ULUS_UN = "\u182e\u1823\u1837\u1822", ULUS + "\u202f\u1824\u1828"
TEXTS = "[...document.querySelectorAll('%s')].map(e => e.innerText.replace(/\\s+/g, ' ').trim())"
OPEN_SECONDS, SEARCH_MILLISECONDS = 20, 1000  # for 50,000 entries, on a machine that does other things too


class Site:
    """A page of a site, and what was not as it should be."""

    def __init__(self, browser, folder, faults):
        self.browser, self.folder, self.faults = browser, pathlib.Path(folder), faults

    def expect(self, found, wanted, what):
        if found != wanted:
            self.faults.append(f"{what}: {found!r}, not {wanted!r}")

    def go(self, fragment, name="index.html"):
        self.browser.call("Page.navigate", url="about:blank")  # so that the page is read anew
        self.browser.wait("location.href === 'about:blank'", "an empty page")
        self.browser.open(self.folder / name, fragment)
        if name == "index.html":
            self.browser.wait("document.body && document.body.dataset.complete && document.body.dataset.ready === "
                              + json.dumps(fragment), f"{fragment} is shown")

    def type(self, text, **filters):
        """Types a search, and gives the entries that are listed."""
        values = json.dumps({"q": text, "pos": "", "tier": "", "status": "", "norm": "", "source": "", **filters})
        self.browser.ask(f"""(() => {{ const form = document.querySelector("form.search");
            for (const [name, value] of Object.entries({values})) {{
              form.elements[name].value = value;
              if (form.elements[name].value !== value) throw new Error(name + " has no value " + value);
            }}
            form.elements.q.dispatchEvent(new Event("input", {{bubbles: true}})); }})()""")
        time.sleep(0.15)
        return self.browser.ask("""[...document.querySelectorAll(".card")].map(card =>
            decodeURIComponent(card.getAttribute("href").replace("#/entry/", "")))""")

    def text(self, selector="main"):
        return self.browser.ask(f"document.querySelector({json.dumps(selector)})?.innerText ?? null")


def check_search(site):
    site.go("#/")
    everything = site.type("")
    site.expect(len(everything), 10, "entries of the list")
    for text, wanted in [("mori", ["mori/noun", "morila/verb"]), ("MORI", ["mori/noun", "morila/verb"]),
                         ("\u0443\u043b\u0441", ["ulus/noun"]), ("\u0423\u041b\u0421", ["ulus/noun"]),
                         ("\u56fd\u5bb6", ["ulus/noun"]), ("\u8d70", ["yabu/verb"]), (ULUS, ["ulus/noun"]),
                         (OLOS, ["ulus/noun"]), (MORI, ["mori/noun", "morila/verb"]), (ULUS_UN, ["ulus/noun"]),
                         ("ulus_a\u010da", ["ulus/noun"]), ("yabuba", ["yabu/verb"]), ("gar", ["gar/noun", "gar/verb"]),
                         ("zzz", []), ("<b>", [])]:
        site.expect(site.type(text), wanted, f"found for {text!r}")
    site.type("yabuba")
    site.expect(site.text(".card .note"), "yabuba \u00b7 past_ba", "the form that was looked for")


def check_filters(site):
    site.go("#/")
    for filters, wanted in [({"pos": "verb"}, ["gar", "morila", "yabu"]), ({"tier": "names"}, ["batu"]),
                            ({"status": "reviewed"}, ["alta", "yabu"]), ({"status": "rejected"}, ["morila"]),
                            ({"norm": "classical"}, ["ulus"]), ({"source": "other"}, ["batu"]),
                            ({"pos": "noun", "status": "reviewed"}, ["alta"])]:
        found = sorted(name.split("/")[0] for name in site.type("", **filters))
        site.expect(found, wanted, f"filtered by {filters}")
    site.expect(site.type("gar", pos="verb"), ["gar/verb"], "search and filter together")
    site.expect(site.browser.ask("location.hash"), "#/?q=gar&pos=verb", "the address of a search")
    site.go("#/?q=gar&pos=verb")
    site.expect(site.browser.ask("document.querySelectorAll('.card').length"), 1, "a search that is opened by address")


def check_entry(site):
    site.go("#/entry/mori/noun")
    text = site.text(".sheet")
    for part in ["mori", "\u043c\u043e\u0440\u044c", "\u9a6c", "masculine", "M O R I", "core", "unreviewed", "project",
                 "2026-01-31", "entries/words.tsv:2", "4 words", "6 forms", "noun (noun)"]:
        if part not in text:
            site.faults.append(f"the entry mori does not show {part!r}")
    forms = site.browser.ask("[...document.querySelectorAll('.paradigm .latin')].map(e => e.textContent)")
    site.expect(sorted(forms), sorted(["mori", "mori_yin", "mori_a\u010da", "mori_nugud", "mori_nugud_un",
                                       "mori_nugud_a\u010da"]), "forms of mori")
    heads = site.browser.ask("[...document.querySelectorAll('.paradigm th')].map(e => e.textContent)")
    site.expect(heads, ["\u2013", "genitive", "ablative", "stem", "plural_nugud"], "heads of the paradigm of mori")
    site.expect("\u99ac" in site.text("#past"), True, "the older gloss stands in the entry")
    drawn = site.browser.ask("""(() => { const words = [...document.querySelectorAll(".paradigm tr:nth-child(2) .mn")];
        const boxes = words.map(word => word.getBoundingClientRect());
        return {mode: getComputedStyle(words[0]).writingMode, lang: words[0].lang,
          tall: boxes.every(box => box.height > 2 * box.width),
          rightwards: boxes.every((box, at) => at === 0 || box.left > boxes[at - 1].right),
          font: [...document.fonts].filter(f => f.family.includes("Bichig") && f.status === "loaded").length}; })()""")
    site.expect(drawn, {"mode": "vertical-lr", "lang": "mn-Mong-CN", "tall": True, "rightwards": True, "font": 1},
                "how Mongolian is drawn")
    site.go("#/entry/morila/verb")
    site.expect("makes no form" in site.text(".sheet"), True, "a rejected row")
    site.go("#/entry/xxx/noun")
    site.expect("There is no entry" in site.text(), True, "an entry that is not there")


def check_hostile(site):
    site.go("#/entry/ger/noun")
    site.expect(small_dictionary.HOSTILE in site.text(".sheet"), True, "the note of ger as it was written")
    site.go("#/glossary")
    site.expect(small_dictionary.HOSTILE in site.text(), True, "the note of a term as it was written")
    site.go("#/about")
    site.expect(site.text("main h1"), small_dictionary.TITLE, "the title as it was written")
    site.expect(site.browser.ask("[typeof window.hacked, document.querySelectorAll('main img, main script').length]"),
                ["undefined", 0], "what values of the tables did to the page")


def check_views(site):
    site.go("#/collisions")
    text = site.text()
    site.expect("alda: alda" in text and "alta: alta" in text, True, "alda and alta look alike")
    site.go("#/entry/alda/noun")
    site.expect("alta: alta" in (site.text("#alike") or ""), True, "alike in the entry")
    site.go("#/history")
    tiles = site.browser.ask(TEXTS % ".tiles > div")
    # Gained: batu with 6 forms, two ablatives of each of 6 nouns. Lost: xota with 4 forms.
    site.expect(tiles, ["1 entries gained", "1 entries lost", "1 entries changed", "18 forms gained", "4 forms lost"],
                "figures of the history")
    for part in ["batu", "xota", "\u99ac", "mori_a\u010da", "xota_yin", "From 1 (2026-01-31) to 2"]:
        if part not in site.text():
            site.faults.append(f"the history does not show {part!r}")
    site.go("#/findings")
    site.expect("same-shape" in site.text(), True, "findings name the check")
    site.go("#/statistics")
    figures = site.browser.ask("[...document.querySelectorAll('.tiles b')].map(e => e.textContent)")
    site.expect(figures[:2], ["10", "46"], "entries and forms of the statistics")
    rows = site.browser.ask(TEXTS % "main tr")
    for wanted in ["noun 6 36", "verb 3 4", "reviewed 2 8", "rejected 1 0", "names names 1 6"]:
        if wanted not in rows:
            site.faults.append(f"the statistics have no row {wanted!r}: {rows}")
    site.go("#/glossary")
    site.expect(site.browser.ask("document.querySelectorAll('main tbody tr').length"), 2, "terms of the glossary")


def check_coverage(site):
    site.go("", "coverage.html")
    text = site.text("body")
    # mori 3, mori_yin 1, alta 1, known; olos looks like ulus; xota twice, unknown.
    for part in ["62.5 %", "of 8 words are known", "same-shape", "12.5 %", "unknown", "25.0 %", "corpus.txt", "xota",
                 "olos", "ulus"]:
        if part not in text:
            site.faults.append(f"the coverage does not show {part!r}")
    charts = "[...document.querySelectorAll('svg[role=img]')].map(e => e.getAttribute('aria-label').split(' ')[0])"
    site.expect(site.browser.ask(charts), ["Words", "Curve:"], "texts of the charts")
    site.expect(site.browser.ask("document.scripts.length"), 0, "scripts of the report")


def check_keyboard(site):
    site.go("#/")
    site.browser.press("/", "/")
    site.expect(site.browser.ask("document.activeElement.id"), "query", "/ goes to the search")
    site.expect(site.browser.ask("document.activeElement.value"), "", "/ is not typed")
    site.type("gar")
    site.browser.ask("document.getElementById('query').focus()")
    site.browser.press("ArrowDown")
    site.browser.press("ArrowDown")
    site.browser.press("ArrowUp")
    site.browser.press("Enter", "\r")
    site.browser.wait("document.querySelector('.sheet')", "the entry is open")
    site.expect(site.browser.ask("location.hash"), "#/entry/gar/noun", "the entry that the keys chose")
    site.browser.press("Escape")
    site.expect(site.browser.ask("document.activeElement.id"), "query", "Esc goes back to the search")


def check_form(site, out):
    """Heads, labels and widths of every view; pictures of three."""
    for fragment in ["#/", "#/entry/mori/noun", "#/collisions", "#/findings", "#/history", "#/glossary", "#/statistics",
                     "#/about", "coverage.html"]:
        for width in (390, 1280):
            site.browser.resize(width, 844)
            site.go(*(("", fragment) if fragment.endswith("html") else (fragment,)))
            found = site.browser.ask("""({wide: document.documentElement.scrollWidth - innerWidth,
                heads: document.querySelectorAll("h1").length, lang: document.documentElement.lang,
                scopes: [...document.querySelectorAll("th")].every(e => e.scope),
                captions: [...document.querySelectorAll("table")].every(e => e.caption),
                labels: [...document.querySelectorAll("input, select")].every(
                  e => e.getAttribute("aria-label") || e.closest("label")),
                ids: new Set([...document.querySelectorAll("[id]")].map(e => e.id)).size ===
                  document.querySelectorAll("[id]").length,
                tagged: [...document.querySelectorAll(".mn")].every(e => e.lang === "mn-Mong-CN")})""")
            found["wide"] = max(0, found["wide"])
            site.expect(found, {"wide": 0, "heads": 1, "lang": "en", "scopes": True, "captions": True, "labels": True,
                                "ids": True, "tagged": True}, f"{fragment} at a width of {width}")
            if fragment in ("#/entry/mori/noun", "coverage.html", "#/"):
                name = re.sub(r"\W+", "_", fragment).strip("_") or "list"
                site.browser.picture(pathlib.Path(out) / f"dict_site_{name}_{width}.png")
    colours = []
    for dark in (False, True):
        site.browser.resize(1280, 900, dark)
        colours.append(site.browser.ask("getComputedStyle(document.body).backgroundColor"))
    site.expect(colours[0] != colours[1], True, "light and dark have different paper")
    site.browser.resize(1280, 900)


def tables_of_page(html):
    """Tables of a page of `dict expand`: captions, heads and Latin forms, in order."""
    return re.findall(r'<caption>(.*?)</caption>|<th scope="\w+">(.*?)</th>|<span class="latin">(.*?)</span>', html)


def check_starter(browser, program, dictionary, folder, faults):
    site = Site(browser, folder, faults)
    site.go("#/")
    made = browser.ask("""(() => { const all = new Set();
        for (let i = 0; i < bichig.rows.stem.length; ++i) for (const form of bichig.formsOf(i)) all.add(form.text);
        return [...all].join("\\n"); })()""").split("\n")
    exported = output([program, "dict", "export", dictionary, "--format", "list"]).splitlines()
    site.expect(sorted(made) == sorted(exported), True, "the forms that the page makes are those of dict export")
    alike = browser.ask("""bichig.read("collisions").then(data => data.rows.map(([, forms]) =>
        new Set(forms.map(form => bichig.strokes(form[0]))).size))""")
    site.expect(set(alike), {1}, "forms of one shape have one key for the search")
    for stem in ("mori", "yabu", "gurba"):
        page = output([program, "dict", "expand", dictionary, stem, "--format", "html"])
        for section, pos in zip(page.split("<section>")[1:], re.findall(r"</h1>\n<p>(\w+)", page)):
            site.go(f"#/entry/{stem}/{pos}")
            shown = browser.ask("""[...document.querySelectorAll(".paradigm :is(caption, th, .latin)")].map(
                e => ["CAPTION", "TH", "SPAN"].map(tag => e.tagName === tag ? e.textContent : ""))""")
            site.expect([tuple(row) for row in shown] == tables_of_page(section), True,
                        f"the tables of {stem} ({pos}) are those of dict expand")


def check_large(browser, folder, faults):
    site = Site(browser, folder, faults)
    begin = time.monotonic()
    browser.open(site.folder / "index.html")
    browser.wait("document.body.dataset.complete", "50,000 entries are read")
    opened = time.monotonic() - begin
    if opened > OPEN_SECONDS:
        faults.append(f"50,000 entries take {opened:.1f} s to open, more than {OPEN_SECONDS}")
    site.expect(browser.ask("bichig.rows.stem.length"), 50000, "entries of the large site")
    for text in ("", "na", "\u04af\u0433499", "\u8bcd4999", "naban_u\u010da", OLOS):
        took = browser.ask(f"(() => {{ const begin = performance.now(); bichig.search({json.dumps(text)}, () => true);"
                           " return performance.now() - begin; })()")
        print(f"check_dict_site: 50,000 entries, search for {text!r}: {took:.0f} ms")
        if took > SEARCH_MILLISECONDS:
            faults.append(f"a search for {text!r} among 50,000 entries takes {took:.0f} ms")
    site.expect(site.type("\u8bcd49999")[:1] != [], True, "the last entry is found")
    print(f"check_dict_site: 50,000 entries opened in {opened:.2f} s")


def faults_of(arguments):
    program, dictionary, fonts, out = arguments
    faults = []
    with tempfile.TemporaryDirectory(prefix="bichig-site-") as holder:
        folder = pathlib.Path(holder)
        new, old = small_dictionary.new(folder / "new"), small_dictionary.old(folder / "old")
        corpus = folder / "corpus.txt"
        corpus.write_text(f"{MORI} {MORI} {MORI} {MORI}\u202f\u1836\u1822\u1828 \u1820\u182f\u1832\u1820 {OLOS}\n"
                          "\u182c\u1823\u1832\u1820 \u182c\u1823\u1832\u1820\n", encoding="utf-8")
        output([program, "dict", "site", new, "-o", folder / "small", "--before", old, "--corpus", corpus])
        output([program, "dict", "site", dictionary, "-o", folder / "starter"])
        output([program, "dict", "site", small_dictionary.large(folder / "l", 50000), "-o", folder / "large"])
        with Browser(fonts) as browser:
            site = Site(browser, folder / "small", faults)
            for check in (check_search, check_filters, check_entry, check_hostile, check_views, check_coverage,
                          check_keyboard):
                check(site)
            check_form(site, out)
            check_starter(browser, program, dictionary, folder / "starter", faults)
            check_large(browser, folder / "large", faults)
            faults += [f"in the browser: {fault}" for fault in browser.faults]
            faults += [f"fetched {address}" for address in browser.fetched
                       if not address.startswith((folder.as_uri(), "data:", "about:"))]
            if not any(address.endswith("meta.js") for address in browser.fetched):
                faults.append("nothing was heard of what the page fetches")
    return faults


if __name__ == "__main__":
    main("check_dict_site", faults_of)
