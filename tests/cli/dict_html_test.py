"""Pages and pictures of the command dict as a process: dict_html_test.py BICHIG FONTS.

What the pages look like and do is in tests/oracle/check_dict_site.py.
"""
import html.parser
import json
import pathlib
import re
import sys
import xml.etree.ElementTree as ElementTree

from program import INPUT, SYSTEM, ProgramTest, main

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "tools"))
import small_dictionary  # noqa: E402  (stands in another folder)

FONTS = pathlib.Path(sys.argv[2]).resolve()
SVG = "{http://www.w3.org/2000/svg}"
VOID = {"meta", "link", "br", "img", "input", "wbr"}


class Tree(html.parser.HTMLParser):
    """What elements a page has, and whether each is closed in its turn."""

    def __init__(self, text):
        super().__init__()
        self.open, self.faults, self.names, self.addresses = [], [], [], []
        self.feed(text)

    def handle_starttag(self, tag, attrs):
        self.names.append(tag)
        self.addresses += [value for name, value in attrs if name in ("src", "href", "xlink:href")]
        if tag not in VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag, attrs):
        self.names.append(tag)

    def handle_endtag(self, tag):
        if not self.open or self.open.pop() != tag:
            self.faults.append(tag)


class Pages(ProgramTest):
    def setUp(self):
        super().setUp()
        self.new = small_dictionary.new(self.folder / "new")
        self.old = small_dictionary.old(self.folder / "old")

    def page(self, text):
        tree = Tree(text)
        self.assertEqual((tree.open, tree.faults), ([], []))
        return tree

    def test_expand_as_html(self):
        self.answer("dict", "expand", self.new, "gar", "--format", "html", "-o", "gar.html")
        text = (self.folder / "gar.html").read_text(encoding="utf-8")
        tree = self.page(text)
        self.assertEqual(tree.names.count("section"), 2, "gar is a noun and a verb")
        self.assertEqual(text.count('class="form"'), 8, "six forms and two")
        self.assertEqual(tree.names.count("script"), 0)
        self.assertEqual(tree.addresses, [])
        self.assertIn('lang="mn-Mong-CN"', text)
        self.assertIn('<th scope="col">ablative</th>', text)
        self.assertIn("data:font/ttf;base64,", text)
        self.assertIn("default-src 'none'", text)
        units = self.answer("dict", "expand", self.new, "gar", "--json")
        for form in json.loads(units)[0]["forms"]:
            self.assertIn(f'title="{form["units"]}"', text)
            self.assertIn(f'<span class="latin">{form["latin"]}</span>', text)
        self.answer("dict", "expand", self.new, "gar", "--format", "html", "-o", "again.html")
        self.assertEqual((self.folder / "again.html").read_text(encoding="utf-8"), text)

    def test_expand_as_svg(self):
        text = self.answer("dict", "expand", self.new, "mori", "--format", "svg")
        root = ElementTree.fromstring(text)
        words = [group for group in root.iter(SVG + "g") if group.find(SVG + "title") is not None]
        titles = [group.find(SVG + "title").text for group in words]
        plural = "plural_nugud: M O R I - N O Hx O Dd"
        self.assertEqual(titles, ["stem: M O R I", "genitive: M O R I - I I A", "ablative: M O R I - A Ch A", plural,
                                  plural.replace(":", " + genitive:") + " - O A",
                                  plural.replace(":", " + ablative:") + " - A Ch A"])
        drawn = {use.get("href") for use in root.iter(SVG + "use")}
        outlines = {"#" + path.get("id") for path in root.iter(SVG + "path") if path.get("id")}
        self.assertEqual(drawn, outlines, "each outline that is there is drawn, and each drawn one is there")
        self.assertIsNone(root.find(f".//{SVG}text"), "no font is needed")
        places = [[tuple(map(float, use.get("transform")[7:-1].split())) for use in word.iter(SVG + "use")]
                  for word in words]
        for word in places:
            self.assertTrue(all(a == d == 0 and b == c > 0 for a, b, c, d, _, _ in word), "turned by a quarter")
            self.assertEqual([y for *_, y in word], sorted(y for *_, y in word), "from top to bottom")
        for row in (places[:3], places[3:]):
            lefts = [word[0][4] for word in row]
            self.assertEqual(lefts, sorted(lefts), "lines from left to right")
        self.assertEqual(self.answer("dict", "expand", self.new, "mori", "--format", "svg"), text)

    def test_expand_refuses(self):
        self.refused(INPUT, ["the dictionary has no stem 'nothing'", "Latin"], "dict", "expand", self.new, "nothing",
                     "--format", "html")
        done = self.run_program("dict", "expand", self.new, "mori", "--format", "pdf")
        self.assertEqual(done.returncode, INPUT)
        done = self.run_program("dict", "expand", self.new, "mori", "--format", "html", "--json")
        self.assertEqual(done.returncode, INPUT)
        for form in ("html", "svg"):
            self.refused(INPUT, [str(self.folder / "none")], "dict", "expand", self.new, "mori", "--format", form,
                         "--font-dir", self.folder / "none")
        self.refused(SYSTEM, ["none"], "dict", "expand", self.new, "mori", "--format", "html", "-o", "none/a.html")

    def test_cover_as_html(self):
        (self.folder / "a<b>.txt").write_text("\u182e\u1823\u1837\u1822 \u182c\u1823\u1832\u1820\n", encoding="utf-8")
        (self.folder / "empty.txt").write_text("no Mongolian\n", encoding="utf-8")
        out = self.answer("dict", "cover", self.new, "a<b>.txt", "empty.txt", "--html", "report.html")
        self.assertIn("2 words, 2 different ones", out, "the text is still printed")
        text = (self.folder / "report.html").read_text(encoding="utf-8")
        tree = self.page(text)
        self.assertEqual((tree.names.count("b"), tree.names.count("script"), tree.addresses), (0, 0, []))
        for part in ["<strong>50.0 %</strong> of 2 words", "Files without a Mongolian word: 1.", "a&lt;b&gt;.txt:1:6",
                     "xota", 'role="img" aria-label="Words by class: known 50.0 %', "Curve: coverage rises"]:
            self.assertIn(part, text)
        self.assertNotIn(small_dictionary.TITLE, text)
        only = self.answer("dict", "cover", self.new, "a<b>.txt", "empty.txt", "--html", "-")
        self.assertEqual(only, text)
        self.answer("dict", "cover", self.new, "empty.txt", "--html", "empty.html")
        self.page((self.folder / "empty.html").read_text(encoding="utf-8"))
        self.refused(SYSTEM, ["none"], "dict", "cover", self.new, "empty.txt", "--html", "none/report.html")

    def site(self, name, *more):
        self.answer("dict", "site", self.new, "-o", name, "--font-dir", FONTS, *more)
        return {str(path.relative_to(self.folder / name)): path.read_bytes()
                for path in sorted((self.folder / name).rglob("*")) if path.is_file()}

    def test_a_site_is_the_same_each_time_and_holds_no_more_than_it_should(self):
        (self.folder / "corpus.txt").write_text("\u182e\u1823\u1837\u1822\n", encoding="utf-8")
        whole = self.site("a", "--before", self.old, "--corpus", "corpus.txt")
        self.assertEqual(self.site("deep/b", "--before", self.old, "--corpus", "corpus.txt"), whole)
        names = {"index.html", "page.css", "site.css", "font.css", "data.js", "paradigm.js", "views.js", "entries.js",
                 "app.js", "coverage.html", *(f"data/{name}.js" for name in (
                     "meta", "list-0", "detail-0", "lint", "collisions", "history", "glossary"))}
        self.assertEqual(set(whole), names)
        for name, data in whole.items():
            self.assertNotIn(str(self.folder).encode(), data, f"{name} names a folder of this machine")
            if name.startswith("data/"):
                self.assertNotIn(b"<", data, f"{name}: a value could end its script")
                self.assertRegex(data.decode("utf-8"), r'\Abichig\.receive\("\w+",.*\);\n\Z')
                json.loads(re.sub(r'\Abichig\.receive\("\w+",|\);\n\Z', "", data.decode("utf-8")))
        index = whole["index.html"].decode("utf-8")
        self.page(index)
        self.assertIn("Small &lt;b&gt;&quot;dictionary&quot; &amp; co&lt;/b&gt;", index)
        less = self.site("a")
        self.assertEqual(names - set(less), {"coverage.html", "data/history.js"}, "what an earlier site had is gone")

    def test_site_answers(self):
        made = json.loads(self.answer("dict", "site", self.new, "-o", "site", "--json"))
        self.assertEqual(made["entries"], 10)
        self.assertEqual(made["bytes"], sum((self.folder / name).stat().st_size for name in made["files"]))
        self.assertIn("site/index.html\n", self.answer("dict", "site", self.new, "-o", "site"))

    def test_site_refuses(self):
        self.refused(INPUT, ["no folder was named", "-o"], "dict", "site", self.new)
        nothing = ["none: there is no folder of a dictionary"]
        self.refused(INPUT, nothing, "dict", "site", "none", "-o", "site")
        self.refused(INPUT, nothing, "dict", "site", self.new, "-o", "site", "--before", "none")
        self.refused(INPUT, ["none.txt"], "dict", "site", self.new, "-o", "site", "--corpus", "none.txt")
        self.refused(INPUT, ["fonts"], "dict", "site", self.new, "-o", "site", "--font-dir", "fonts")
        self.assertFalse((self.folder / "site").exists(), "nothing is written before all was read")
        (self.folder / "file").write_text("", encoding="utf-8")
        self.refused(SYSTEM, ["file"], "dict", "site", self.new, "-o", "file")
        words = self.new / "entries/words.tsv"
        words.write_text(words.read_text(encoding="utf-8").replace("mori\tnoun\tnoun", "mori\tnoun\tnothing"),
                         encoding="utf-8")
        self.refused(INPUT, ["entries/words.tsv:2", "nothing"], "dict", "site", self.new, "-o", "site")


if __name__ == "__main__":
    main()
