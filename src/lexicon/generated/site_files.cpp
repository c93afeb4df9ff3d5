// The pages of a dictionary's site. Made by data/dict_site/generate.py from the files beside it.
#include "lexicon/internal/site_files.h"

namespace bichig::lexicon {

namespace {

constexpr std::string_view index_html = R"site_file(<!DOCTYPE html>
<!-- The page of a dictionary's site: data.js reads and searches, views.js draws, app.js turns from view to view. -->
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>{{title}}</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="font.css">
<link rel="stylesheet" href="page.css">
<link rel="stylesheet" href="site.css">
</head>
<body>
<a class="skip" href="#main">Skip to the content</a>
<header class="top">
<p class="name"><a href="#/">{{title}}</a></p>
<nav aria-label="Parts of the site"><ul id="nav"></ul></nav>
</header>
<main id="main" tabindex="-1"><noscript><p>This page searches in the browser and needs JavaScript. Nothing is fetched from a
network.</p></noscript></main>
<footer id="foot"></footer>
<script src="data.js"></script>
<script src="paradigm.js"></script>
<script src="views.js"></script>
<script src="entries.js"></script>
<script src="app.js"></script>
</body>
</html>
)site_file";

constexpr std::string_view page_css = R"site_file(/* What every page looks like: ink on paper, one accent, light and dark; Mongolian in vertical lines from left to right. */
:root {
  color-scheme: light dark;
  --paper: #fcfcfa; --sheet: #ffffff; --ink: #1d1f21; --minor: #5b6168; --rule: #d9dbd7; --accent: #1f5f8b;
  --known: #1f6f9f; --shape: #b7791f; --stem: #6b8f3a; --unknown: #a34a4a; --track: #ecedea; --mark: #fff1c9;
}
@media (prefers-color-scheme: dark) {
  :root {
    --paper: #16181a; --sheet: #1d2023; --ink: #e6e7e5; --minor: #a2a8ad; --rule: #363b40; --accent: #86bfe6;
    --known: #5fa8d6; --shape: #d9a441; --stem: #9cc063; --unknown: #d98080; --track: #2a2e32; --mark: #4a3f1c;
  }
}
* { box-sizing: border-box; }
body { margin: 0 auto; padding: 0 1rem 3rem; max-width: 90rem; background: var(--paper); color: var(--ink);
  font: 16px/1.5 system-ui, "Liberation Sans", "Noto Sans", sans-serif; overflow-wrap: anywhere; }
h1 { font-size: 1.5rem; font-weight: 600; margin: 1.5rem 0 .5rem; }
h2 { font-size: 1.15rem; font-weight: 600; margin: 2rem 0 .5rem; }
h3 { font-size: 1rem; font-weight: 600; margin: 1.25rem 0 .25rem; }
p { margin: .35rem 0; }
a { color: var(--accent); }
:focus-visible { outline: 2px solid var(--accent); outline-offset: 2px; }
.minor, figcaption, footer { color: var(--minor); font-size: .85rem; }
.large { font-size: 1.15rem; }
.large strong { font-size: 1.8rem; }
[lang|="mn"] { font-family: "Bichig Mongolian", "Noto Sans Mongolian", sans-serif; }
.mn { writing-mode: vertical-lr; text-orientation: mixed; white-space: nowrap; font-size: 1.35rem; line-height: 1.35;
  display: inline-block; vertical-align: top; }
h1 .mn { font-size: 2.4rem; vertical-align: middle; }
h1 > span { margin-right: .6rem; }
table { border-collapse: collapse; }
caption { text-align: left; font-weight: 600; padding: .4rem 0; }
th, td { padding: .25rem .6rem; text-align: left; vertical-align: top; border-bottom: 1px solid var(--rule); font-weight: normal; }
thead th { color: var(--minor); font-size: .85rem; vertical-align: bottom; }
.n { text-align: right; font-variant-numeric: tabular-nums; white-space: nowrap; }
.wide { overflow-x: auto; overflow-wrap: normal; margin: .5rem 0 1.25rem; }
.figures { max-width: 100%; }
.figures caption { color: var(--minor); font-weight: normal; font-size: .85rem; }
.figures th, .figures td { overflow-wrap: normal; }
.figures .path { overflow-wrap: anywhere; min-width: 7rem; }
.paradigm th[scope="row"] { color: var(--minor); font-size: .85rem; position: sticky; left: 0; background: var(--paper);
  min-width: 6rem; max-width: 10rem; }
.paradigm td { padding: .5rem .6rem; white-space: nowrap; }
.form { display: inline-flex; flex-direction: column; align-items: flex-start; gap: .35rem; margin-right: .5rem; }
.latin { color: var(--minor); font-size: .8rem; }
.chart { min-width: 6rem; width: 16rem; vertical-align: middle; }
.bar { display: block; width: 100%; height: .7rem; }
.strip { display: block; width: 100%; max-width: 60rem; height: 1.75rem; }
.curve { display: block; width: 100%; max-width: 46rem; }
.curve text { fill: var(--minor); font-size: 12px; }
.grid { stroke: var(--rule); fill: none; }
.line { stroke: var(--known); stroke-width: 2; fill: none; }
figure { margin: 0; }
.track { fill: var(--track); }
.key { display: inline-block; width: .7rem; height: .7rem; border-radius: 2px; }
.c-known { fill: var(--known); background: var(--known); }
.c-same-shape { fill: var(--shape); background: var(--shape); }
.c-known-stem { fill: var(--stem); background: var(--stem); }
.c-unknown { fill: var(--unknown); background: var(--unknown); }
@media (max-width: 40rem) {
  th, td { padding: .25rem .4rem; }
  .chart { width: 5rem; min-width: 4rem; }
  .figures td.minor { font-size: .75rem; }
}
@media print { body { max-width: none; } .wide { overflow: visible; } }
)site_file";

constexpr std::string_view site_css = R"site_file(/* What the site adds to every page: its head, the search, cards of entries, and an entry beside them where there is room. */
.skip { position: absolute; left: -99rem; }
.skip:focus { left: 1rem; top: .5rem; background: var(--sheet); padding: .5rem; z-index: 3; }
.hidden { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
.top { display: flex; flex-wrap: wrap; gap: .25rem 2rem; align-items: baseline; border-bottom: 1px solid var(--rule); padding: .75rem 0; }
.top .name { margin: 0; font-weight: 600; }
.top .name a { color: inherit; text-decoration: none; }
.top ul { display: flex; flex-wrap: wrap; gap: .1rem 1.1rem; margin: 0; padding: 0; list-style: none; }
.top nav a { text-decoration: none; display: inline-block; padding: .25rem 0; }
.top nav a[aria-current] { border-bottom: 2px solid var(--accent); color: var(--ink); }
main:focus { outline: none; }
form.search { position: sticky; top: 0; background: var(--paper); padding: .75rem 0 .5rem; z-index: 2; }
.search input { width: 100%; font: inherit; font-size: 1.1rem; padding: .5rem .7rem; color: inherit; background: var(--sheet);
  border: 1px solid var(--minor); border-radius: 4px; }
.filters { display: flex; flex-wrap: wrap; gap: .4rem .75rem; margin-top: .5rem; }
.filters label { color: var(--minor); font-size: .8rem; display: flex; gap: .3rem; align-items: center; }
.filters select { font: inherit; color: var(--ink); background: var(--sheet); border: 1px solid var(--rule); border-radius: 4px; padding: .2rem;
  max-width: 11rem; }
button { font: inherit; color: var(--accent); background: none; border: 1px solid var(--rule); border-radius: 4px; padding: .3rem .8rem;
  cursor: pointer; }
.cards { display: grid; grid-template-columns: repeat(auto-fill, minmax(15rem, 1fr)); gap: .5rem; list-style: none; margin: .5rem 0;
  padding: 0; }
.card { display: flex; gap: .8rem; height: 8.75rem; padding: .6rem; background: var(--sheet); border: 1px solid var(--rule); border-radius: 4px;
  color: inherit; text-decoration: none; overflow: hidden; }
.card:hover, .card[aria-current] { border-color: var(--accent); }
.card .mn { flex: none; max-height: 7.4rem; white-space: normal; }
.card b { font-weight: 600; }
.card span.text { display: flex; flex-direction: column; min-width: 0; }
.rejected { text-decoration: line-through; }
.note { background: var(--mark); color: var(--ink); border-radius: 3px; padding: 0 .3rem; }
.facts { display: grid; grid-template-columns: max-content 1fr; gap: .15rem 1rem; margin: .75rem 0; }
.facts dt { color: var(--minor); font-size: .85rem; }
.facts dd { margin: 0; }
.sheet:focus { outline: none; }
.back { display: inline-block; margin-top: 1rem; }
.tiles { display: flex; flex-wrap: wrap; gap: 1rem 2.5rem; margin: 1rem 0; }
.tiles b { display: block; font-size: 1.6rem; font-weight: 600; font-variant-numeric: tabular-nums; }
.columns { display: flex; flex-wrap: wrap; gap: 1rem 3rem; }
.columns > section { min-width: 0; max-width: 100%; }
.gained { color: var(--stem); }
.lost { color: var(--unknown); }
.error { color: var(--unknown); }
.warning { color: var(--shape); }
.bar-box { display: block; background: var(--track); height: .7rem; width: 12rem; max-width: 40vw; }
.bar-box i { display: block; height: 100%; background: var(--known); }
@media (min-width: 70rem) {
  .beside { display: grid; grid-template-columns: 22rem minmax(0, 1fr); gap: 2rem; align-items: start; }
  .beside .cards { grid-template-columns: 1fr; }
  .beside > * { position: sticky; top: 7rem; max-height: calc(100vh - 7rem); overflow-y: auto; padding-bottom: 2rem; }
  .beside .back { display: none; }
  .beside h1 { margin-top: .5rem; }
}
@media (max-width: 69.99rem) { form.search { position: static; } .beside .found { display: none; } }
)site_file";

constexpr std::string_view data_js = R"site_file(// Reads the data of the site, which stands in scripts so that a page opened from the disk may read it, and searches it.
"use strict";

const bichig = (() => {
  const columns = ["stem", "latin", "cyrillic", "gloss", "key"];
  const numbers = ["pos", "status", "tier", "norm", "source", "combo", "word", "file", "line"];
  const rows = {};
  for (const name of [...columns, ...numbers, "latinKey", "cyrillicKey"]) rows[name] = [];
  const waiting = new Map();  // what is read: its script, and who waits for it
  const got = new Map();

  // Scripts of the data call this with what they hold.
  function receive(name, value) {
    got.set(name === "list" || name === "detail" ? `${name}-${value.number}` : name, value);
  }

  // The part with this name, read from its script once.
  function read(name) {
    if (!waiting.has(name)) {
      waiting.set(name, new Promise((done, failed) => {
        const script = document.createElement("script");
        script.src = `data/${name}.js`;
        script.onload = () => got.has(name) ? done(got.get(name)) : failed(new Error(`data/${name}.js holds something else`));
        script.onerror = () => failed(new Error(`data/${name}.js cannot be read`));
        document.head.append(script);
      }));
    }
    return waiting.get(name);
  }

  const marks = /[\u0300-\u036f]/g;
  function latinKey(text) {
    return text.toLowerCase().normalize("NFD").replace(marks, "").replace(/\u0261/g, "g").replace(/q/g, "x").replace(/[_'"`\-\s]/g, "");
  }
  function cyrillicKey(text) {
    return text.toLowerCase().replace(/ё/g, "е").replace(/ө/g, "о").replace(/ү/g, "у");
  }

  // As look_alike_key() of the program: letters that look alike become one stroke.
  function strokes(word) {
    let key = "";
    for (const letter of word) {
      const stroke = bichig.meta.fold[letter] ?? letter;
      const last = key[key.length - 1];
      if (stroke === "I" && (last === "I" || last === "O")) continue;
      key += stroke;
    }
    return key;
  }

  function add(list) {
    const begin = rows.stem.length;
    for (const name of columns) {
      for (const cell of list[name].split("\n")) rows[name].push(cell);
    }
    for (const name of numbers) {
      for (const cell of list[name]) rows[name].push(cell);
    }
    for (let i = begin; i < rows.stem.length; ++i) {
      rows.latinKey.push(latinKey(rows.latin[i]));
      rows.cyrillicKey.push(cyrillicKey(rows.cyrillic[i]));
    }
  }

  // Reads what search needs; `shown` is called after each part, since the first is enough to begin with.
  async function open(shown) {
    bichig.meta = await read("meta");
    const lists = Math.ceil(bichig.meta.entries / bichig.meta.list_size);
    const parts = [];
    for (let i = 0; i < lists; ++i) parts.push(read(`list-${i}`));
    for (let i = 0; i < lists; ++i) {
      add(await parts[i]);
      shown(i + 1 === lists);
    }
    if (lists === 0) shown(true);
  }

  // Letters of a word in Latin, read as far as they are known.
  function lettersOf(latin) {
    if (!bichig.letters) {
      bichig.letters = new Map(Object.entries(bichig.meta.latin).map(([letter, sign]) => [sign, letter]));
      bichig.letters.set("j", bichig.letters.get("\u01f0"));
    }
    let word = "";
    const text = latin.normalize("NFC");
    for (let i = 0; i < text.length;) {
      const two = bichig.letters.get(text.slice(i, i + 2));
      const letter = two ?? bichig.letters.get(text[i]);
      if (!letter) return "";
      word += letter;
      i += two ? 2 : 1;
    }
    return word;
  }
  function latinOf(word) {
    return [...word].map(letter => bichig.meta.latin[letter] ?? letter).join("");
  }

  function scriptOf(query) {
    if (/[\u1800-\u18af]/.test(query)) return "mongolian";
    if (/[\u0400-\u04ff]/.test(query)) return "cyrillic";
    if (/[\u3400-\u9fff\uf900-\ufaff]/.test(query)) return "chinese";
    return "latin";
  }

  // How well a text fits, the smaller the better; Infinity: not at all. `key` and `soft` forgive more than `text`.
  function fit(text, query, soft, key) {
    if (text === query) return 0;
    if (soft === key) return 1;
    if (text.startsWith(query)) return 2;
    if (key && soft.startsWith(key)) return 3;
    if (text.includes(query)) return 5;
    return key && key.length > 2 && soft.includes(key) ? 6 : Infinity;
  }

  function fitOf(script, query, key) {
    if (script === "mongolian") return i => fit(rows.stem[i], query, rows.key[i], key);
    if (script === "cyrillic") return i => fit(rows.cyrillic[i], query, rows.cyrillicKey[i], key);
    if (script === "latin") return i => fit(rows.latin[i], query, rows.latinKey[i], key);
    return i => {
      const gloss = rows.gloss[i];
      if (!gloss.includes(query)) return Infinity;
      return gloss.split("；").includes(query) ? 0 : gloss.startsWith(query) ? 2 : 5;
    };
  }

  // Entries that make the word `letters` with a suffix: number -> the form.
  function formsLike(letters) {
    const found = new Map();
    const key = strokes(letters);
    if (key.length < 3) return found;
    const near = [];
    for (let i = 0; i < rows.key.length; ++i) {
      const stem = rows.key[i];
      if (key.startsWith(stem.slice(0, Math.max(2, stem.length - 2)))) near.push(i);
    }
    near.sort((a, b) => rows.key[b].length - rows.key[a].length || a - b);
    for (const i of near.slice(0, 400)) {
      let like = null;
      for (const form of bichig.formsOf(i)) {
        if (form.text === letters) { like = {form, exact: true}; break; }
        if (!like && strokes(form.text) === key) like = {form, exact: false};
      }
      if (like) found.set(i, like);
    }
    return found;
  }

  // What is found: [{row, form?}], the best first. `allowed` says which rows count.
  function search(typed, allowed) {
    const query = typed.trim().normalize("NFC").replace(/\u202f/g, "\u180e");
    const found = [];
    if (query === "") {
      for (let i = 0; i < rows.stem.length; ++i) if (allowed(i)) found.push({row: i});
      return found;
    }
    const script = scriptOf(query);
    const plain = script === "latin" || script === "cyrillic" ? query.toLowerCase() : query;
    const key = script === "mongolian" ? strokes(plain) : script === "cyrillic" ? cyrillicKey(plain) : latinKey(plain);
    const fits = fitOf(script, plain, key);
    let best = Infinity;
    const letters = script === "mongolian" ? plain : script === "latin" ? lettersOf(plain) : "";
    for (let i = 0; i < rows.stem.length; ++i) {
      const score = fits(i);
      if (score === Infinity || !allowed(i)) continue;
      best = Math.min(best, score);
      found.push({row: i, score});
    }
    if (letters && best > 1) {
      const seen = new Map(found.map(hit => [hit.row, hit]));
      for (const [row, like] of formsLike(letters)) {
        if (!allowed(row)) continue;
        const hit = seen.get(row) ?? {row};
        if (!seen.has(row)) found.push(hit);
        hit.score = like.exact ? 0 : 1.5;
        hit.form = like.form;
      }
    }
    const size = script === "mongolian" ? "stem" : script === "chinese" ? "gloss" : script;
    return found.sort((a, b) => a.score - b.score || rows[size][a.row].length - rows[size][b.row].length || a.row - b.row);
  }

  // The rest of a row's columns.
  async function detail(i) {
    const part = Math.floor(i / bichig.meta.detail_size);
    const cells = (await read(`detail-${part}`)).rows[i - part * bichig.meta.detail_size];
    const names = ["paradigm", "marks", "norm", "frequency", "source", "evidence", "licence", "reviewer", "date", "note", "units", "gender",
      "corpus"];
    return Object.fromEntries(names.map((name, at) => [name, cells[at]]));
  }

  const index = new Map();
  function rowOf(latin, pos) {
    if (index.size !== rows.stem.length) {
      index.clear();
      for (let i = 0; i < rows.stem.length; ++i) index.set(`${rows.latin[i]}\t${rows.pos[i]}`, i);
    }
    return index.get(`${latin}\t${bichig.meta.pos.indexOf(pos)}`);
  }
  function rowsOf(latin) {
    return bichig.meta.pos.map(pos => rowOf(latin, pos)).filter(row => row !== undefined);
  }

  return {rows, receive, read, open, search, detail, rowOf, rowsOf, latinOf, lettersOf, strokes, meta: null};
})();
)site_file";

constexpr std::string_view paradigm_js = R"site_file(// Makes the forms of an entry of its stem and its classes of suffixes, and arranges them in tables as the program does.
"use strict";

// [{text, chain}], the stem first if it is a word; a chain holds numbers of suffixes.
bichig.formsOf = function (row) {
  const {rows, meta} = bichig;
  const stem = rows.stem[row];
  const forms = rows.word[row] ? [{text: stem, chain: []}] : [];
  const combo = meta.combos[rows.combo[row]];
  for (const number of combo === "" ? [] : combo.split(" ")) {
    for (const [strip, append, chain] of meta.classes[number]) forms.push({text: stem.slice(0, stem.length - strip) + append, chain});
  }
  return forms;
};

bichig.countForms = function (row) {
  const {rows, meta} = bichig;
  const sizes = bichig.comboSizes ??= meta.combos.map(
    combo => combo === "" ? 0 : combo.split(" ").reduce((sum, number) => sum + meta.classes[number].length, 0));
  return rows.word[row] + sizes[rows.combo[row]];
};

bichig.chainName = function (chain) {
  return chain.length === 0 ? "stem" : chain.map(suffix => bichig.meta.suffixes[suffix][0]).join(" + ");
};

// A row of one form becomes a column of the row above it.
bichig.foldShortRows = function (table, group) {
  for (const [key, row] of [...table.rows].reverse()) {
    const last = row.chain[row.chain.length - 1];
    if (last === undefined || bichig.meta.suffixes[last][1] !== group || row.cells.size !== 1) continue;
    const [[column, forms]] = row.cells;
    if (table.columns.get(column).second !== 0) continue;
    const [name, , place] = bichig.meta.suffixes[last];
    bichig.addForms(table, row.chain.slice(0, -1), {first: place, second: table.columns.get(column).first,
      name: `${name} + ${table.columns.get(column).name}`}, forms);
    table.rows.delete(key);
  }
};

// Takes out forms that a row is called after, and then what is empty.
bichig.dropRowNames = function (table, names) {
  for (const [row, {cells}] of [...table.rows]) {
    for (const key of [...cells.keys()]) {
      const column = table.columns.get(key);
      if (column.second === 0 && names.has(row === "" ? `${column.suffix}` : `${row} ${column.suffix}`)) cells.delete(key);
    }
    if (cells.size === 0) table.rows.delete(row);
  }
  for (const key of [...table.columns.keys()]) {
    if (![...table.rows.values()].some(row => row.cells.has(key))) table.columns.delete(key);
  }
};

bichig.addForms = function (table, chain, column, forms) {
  const key = `${column.first} ${column.second}`;
  const row = chain.join(" ");
  table.columns.set(key, column);
  if (!table.rows.has(row)) table.rows.set(row, {chain, cells: new Map()});
  const cells = table.rows.get(row).cells;
  cells.set(key, [...cells.get(key) ?? [], ...forms]);
};

// [{title, columns: [name], rows: [{name, cells: [[form]]}]}], as paradigm_tables() of the program.
bichig.tablesOf = function (forms) {
  const byChain = new Map();
  const tables = new Map();
  for (const form of forms) {
    const chain = form.chain.join(" ");
    byChain.set(chain, [...byChain.get(chain) ?? [], form]);
    if (form.chain.length === 0) continue;
    const suffix = form.chain[form.chain.length - 1];
    const [name, group, place] = bichig.meta.suffixes[suffix];
    if (!tables.has(group)) tables.set(group, {columns: new Map(), rows: new Map()});
    bichig.addForms(tables.get(group), form.chain.slice(0, -1), {first: place, second: 0, name, suffix}, [form]);
  }
  const names = new Set();
  for (const [group, table] of tables) {
    bichig.foldShortRows(table, group);
    for (const row of table.rows.keys()) if (row !== "") names.add(row);
  }
  let stemIsPlaced = !byChain.has("");
  const made = [];
  for (const group of [...tables.keys()].sort((a, b) => a - b)) {
    const table = tables.get(group);
    bichig.dropRowNames(table, names);
    if (table.rows.size === 0) continue;
    for (const [key, row] of table.rows) {
      if (byChain.has(key) && (key !== "" || !stemIsPlaced)) bichig.addForms(table, row.chain, {first: 0, second: 0, name: "–"}, byChain.get(key));
    }
    stemIsPlaced ||= table.rows.has("");
    const columns = [...table.columns].sort(([, a], [, b]) => a.first - b.first || a.second - b.second);
    const rows = [...table.rows.values()].sort((a, b) => Math.min(a.chain.length, 1) - Math.min(b.chain.length, 1));
    made.push({title: bichig.meta.groups[group], columns: columns.map(([, column]) => column.name), rows: rows.map(row =>
      ({name: bichig.chainName(row.chain), cells: columns.map(([key]) => row.cells.get(key) ?? [])}))});
  }
  if (!stemIsPlaced) made.unshift({title: "stem", columns: ["–"], rows: [{name: "stem", cells: [byChain.get("")]}]});
  const ofStem = table => table.rows[0].name === "stem";
  return [...made.filter(ofStem), ...made.filter(table => !ofStem(table))];
};
)site_file";

constexpr std::string_view views_js = R"site_file(// Draws what the site shows beside its entries. Values become text nodes and attributes, never markup.
"use strict";

bichig.h = function (tag, attributes, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes ?? {})) {
    if (value !== null && value !== undefined && value !== false) element.setAttribute(name, value === true ? "" : value);
  }
  element.append(...children.flat(Infinity).filter(child => child !== null && child !== undefined && child !== false).map(
    child => child instanceof Node ? child : String(child)));
  return element;
};

bichig.views = (() => {
  const {h, rows} = bichig;
  const counted = number => Number(number).toLocaleString("en");
  const mongolian = text => text ? h("span", {class: "mn", lang: bichig.meta.language}, text) : "";
  const chinese = text => text ? h("span", {lang: "zh-CN"}, text) : "";
  const entryLink = (latin, pos) => `#/entry/${encodeURIComponent(latin)}/${encodeURIComponent(pos)}`;

  function link(row, text) {
    return h("a", {href: entryLink(rows.latin[row], bichig.meta.pos[rows.pos[row]])}, text ?? rows.latin[row]);
  }
  // The stem as a link to its entries.
  function stemLinks(latin) {
    const found = bichig.rowsOf(latin);
    if (found.length === 0) return latin;
    return found.map((row, at) => [at ? ", " : "", link(row, found.length > 1 ? `${latin} (${bichig.meta.pos[rows.pos[row]]})` : latin)]);
  }
  function table(caption, heads, lines, attributes) {
    return h("div", {class: "wide", tabindex: "0", role: "region", "aria-label": caption}, h("table", attributes, h("caption", {class: "hidden"}, caption),
      h("thead", null, h("tr", null, heads.map(head => h("th", {scope: "col", class: head.startsWith("#") ? "n" : null}, head.replace("#", ""))))),
      h("tbody", null, lines.map(line => h("tr", null, line.map((cell, at) =>
        h("td", {class: heads[at].startsWith("#") ? "n" : null}, cell)))))));
  }
  // Lines of a long list in parts, which a button adds.
  function growing(all, size, draw) {
    const holder = h("div");
    let shown = 0;
    const more = h("button", {type: "button"});
    const grow = () => {
      const next = all.slice(shown, shown + size);
      shown += next.length;
      more.before(draw(next, shown - next.length));
      more.hidden = shown >= all.length;
      more.textContent = `Show more (${counted(all.length - shown)} left)`;
    };
    more.addEventListener("click", grow);
    holder.append(more);
    grow();
    return holder;
  }
  function some(part, whole, what) {
    return part < whole ? h("p", {class: "minor"}, `The first ${counted(part)} of ${counted(whole)} ${what} are listed.`) : null;
  }

  async function collisions() {
    const data = await bichig.read("collisions");
    return [h("h1", null, "Forms that look alike"),
      h("p", null, `${counted(data.all)} shapes have more than one spelling. Letters differ, written units are the same.`),
      some(data.rows.length, data.all, "shapes"),
      growing(data.rows, 100, part => table("Shapes with more than one spelling", ["Written units", "Spellings", "Latin and stems"],
        part.map(([units, forms]) => [h("span", {class: "minor"}, units), forms.map(form => [mongolian(form[0]), " "]),
          h("ul", null, forms.map(form => h("li", null, form[1], ": ", form[2].map((stem, at) => [at ? ", " : "", stemLinks(stem)]))))])))];
  }

  async function findings() {
    const data = await bichig.read("lint");
    const byCheck = new Map();
    for (const row of data.rows) {
      if (!byCheck.has(row[1])) byCheck.set(row[1], []);
      byCheck.get(row[1]).push(row);
    }
    return [h("h1", null, "Findings of the checks"),
      h("p", null, data.all === 0 ? "The checks found nothing." : `${counted(data.all)} findings of ${counted(byCheck.size)} checks (bichig dict lint).`),
      some(data.rows.length, data.all, "findings"),
      [...byCheck].map(([id, list]) => h("section", null, h("h2", null, id, " ", h("span", {class: list[0][0]}, `${list[0][0]}, ${counted(list.length)}`)),
        growing(list, 50, part => table(id, ["Place", "What", "What to do"], part.map(
          ([, , message, hint, file, line, column]) => [h("span", {class: "minor"}, `${file}:${line}:${column}`), message, hint])))))];
  }

  function formsTable(title, list, all) {
    if (all === 0) return null;
    return h("section", null, h("h2", null, `${title}: ${counted(all)}`), some(list.length, all, "forms"),
      growing(list, 100, part => table(title, ["Form", "Latin", "Stem", "Suffixes"], part.map(
        ([form, latin, stem, chain]) => [mongolian(form), latin, stemLinks(stem), chain === "" ? "–" : chain.replaceAll(" ", " + ")]))));
  }
  function changedCells(cells) {
    return cells.map(([column, before, after]) => h("div", null, `${column}: `, h("del", {class: "lost"}, before || "(empty)"), " → ",
      h("ins", {class: "gained"}, after || "(empty)")));
  }
  async function history() {
    const data = await bichig.read("history");
    const kinds = {gained: 0, lost: 0, changed: 0};
    for (const [kind] of data.entries) ++kinds[kind];
    const tile = (number, name) => h("div", null, h("b", null, counted(number)), name);
    return [h("h1", null, "Since the version before"),
      h("p", null, `From ${data.version} (${data.date}) to ${bichig.meta.version} (${bichig.meta.date}): `,
        `${counted(data.forms_before)} forms became ${counted(data.forms_after)}.`),
      h("div", {class: "tiles"}, tile(kinds.gained, "entries gained"), tile(kinds.lost, "entries lost"), tile(kinds.changed, "entries changed"),
        tile(data.gained_all, "forms gained"), tile(data.lost_all, "forms lost")),
      data.gold_lost.length > 0 ? h("p", {class: "error"}, "Gold words that are no longer accepted: ", data.gold_lost.join(", ")) : null,
      data.gold_gained.length > 0 ? h("p", null, "Gold words that are accepted now: ", data.gold_gained.join(", ")) : null,
      data.paradigms.length > 0 ? h("section", null, h("h2", null, "Paradigms touched"),
        table("Paradigms that give other forms than before", ["Paradigm", "#Stems"], data.paradigms.map(([id, stems]) => [id, counted(stems)]))) : null,
      data.entries.length > 0 ? h("section", null, h("h2", null, "Entries"), growing(data.entries, 100, part => table("Entries gained, lost and changed",
        ["", "Stem", "", "Part of speech", "Changes"], part.map(([kind, stem, pos, cells, text]) =>
          [h("span", {class: kind}, kind), mongolian(text), kind === "lost" ? stem : stemLinks(stem), pos, changedCells(cells)])))) : null,
      formsTable("Forms gained", data.gained, data.gained_all), formsTable("Forms lost", data.lost, data.lost_all)];
  }

  async function glossary(part, params) {
    const data = await bichig.read("glossary");
    const input = h("input", {type: "search", id: "terms", placeholder: "Mongolian, Latin or Chinese", value: params.get("q") ?? "",
      "aria-label": "Search the glossary", autocomplete: "off", spellcheck: "false"});
    const holder = h("div", {"aria-live": "polite"});
    const show = () => {
      const typed = input.value.trim().toLowerCase();
      const key = bichig.strokes(typed);
      const found = data.filter(([text, latin, gloss, field]) => typed === "" || latin.includes(typed) || gloss.includes(typed) ||
        field.includes(typed) || (text && /[\u1800-\u18af]/.test(typed) && bichig.strokes(text).includes(key)));
      holder.replaceChildren(h("p", {class: "minor"}, `${counted(found.length)} terms`), growing(found, 100, terms => table("Terms",
        ["Mongolian", "Latin", "Chinese", "Field", "Status", "Note"], terms.map(([text, latin, gloss, field, status, note]) =>
          [mongolian(text), latin, chinese(gloss), field, status, note ? h("span", {class: "note"}, note) : ""]))));
    };
    input.addEventListener("input", show);
    show();
    const form = h("form", {class: "search", role: "search"}, input);
    form.addEventListener("submit", event => event.preventDefault());
    return [h("h1", null, "Glossary"), form, holder];
  }

  function counts(title, names, column, titles) {
    const sums = new Map(), forms = new Map();
    for (let i = 0; i < column.length; ++i) {
      sums.set(column[i], (sums.get(column[i]) ?? 0) + 1);
      forms.set(column[i], (forms.get(column[i]) ?? 0) + bichig.countForms(i));
    }
    const most = Math.max(...sums.values(), 1);
    const order = [...sums.keys()].sort((a, b) => sums.get(b) - sums.get(a) || a - b);
    return h("section", null, h("h2", null, title), table(`Entries ${title.toLowerCase()}`, ["Value", "#Entries", "", "#Forms"], order.map(value => {
      const fill = h("i");
      fill.style.width = `${100 * sums.get(value) / most}%`;
      return [[names[value] || "(none)", titles?.has(names[value]) ? h("div", {class: "minor"}, titles.get(names[value])) : null],
        counted(sums.get(value)), h("span", {class: "bar-box", "aria-hidden": "true"}, fill), counted(forms.get(value))];
    })));
  }
  async function statistics() {
    const meta = bichig.meta;
    const titles = list => new Map(list.map(([id, title]) => [id, title]));
    let forms = 0;
    for (let i = 0; i < rows.stem.length; ++i) forms += bichig.countForms(i);
    const tile = (number, name) => h("div", null, h("b", null, counted(number)), name);
    return [h("h1", null, "Statistics"), h("div", {class: "tiles"}, tile(rows.stem.length, "entries"), tile(forms, "forms"),
      tile(meta.classes.length, "classes of suffixes"), tile(meta.suffixes.length, "suffixes")),
      h("p", {class: "minor"}, "Forms are those of each entry; entries may share one. How many forms there are says nothing of how much of a text is known."),
      h("div", {class: "columns"}, counts("By part of speech", meta.pos, rows.pos), counts("By status", meta.status, rows.status),
        counts("By tier", meta.tier, rows.tier, titles(meta.tiers)), counts("By norm", meta.norm, rows.norm, titles(meta.norms)),
        counts("By source", meta.source, rows.source, titles(meta.sources)))];
  }

  async function about() {
    const meta = bichig.meta;
    const address = url => /^https?:/.test(url) ? h("a", {href: url, rel: "noreferrer"}, url) : url;
    const named = (caption, list) => {
      if (list.length === 0) return null;
      const columns = [["Id", 0], ["What it is", 1], ["Licence", 2], ["Where", 3]].filter(([, at]) => at < 2 || list.some(item => item[at] !== ""));
      return h("section", null, h("h2", null, caption), table(caption, columns.map(([name]) => name),
        list.map(item => columns.map(([, at]) => at === 3 ? address(item[at]) : item[at]))));
    };
    return [h("h1", null, meta.title), h("p", {class: "large"}, meta.statement),
      h("dl", {class: "facts"}, [["Version", meta.version], ["Date", meta.date], ["Language", meta.language], ["Licence", meta.licence]].map(
        ([name, value]) => [h("dt", null, name), h("dd", null, value)])),
      named("Tiers", meta.tiers), named("Norms", meta.norms), named("Sources", meta.sources), named("Witnesses", meta.evidence),
      h("h2", null, "Keys"), h("p", null, h("kbd", null, "/"), " goes to the search, ", h("kbd", null, "↓"), " and ", h("kbd", null, "↑"),
        " walk through what was found, ", h("kbd", null, "Enter"), " opens an entry, ", h("kbd", null, "Esc"), " goes back to the search."),
      h("h2", null, "Search"), h("p", null, "Type Mongolian, Latin (EAC MGC/01-02; signs above letters may be left out), Cyrillic or Chinese. ",
        "Mongolian that was typed by its looks is found too: letters that look alike count as one. A word with a suffix leads to its stem.")];
  }

  return {counted, mongolian, chinese, link, entryLink, stemLinks, table, growing, changedCells,
    pages: {collisions, findings, history, glossary, statistics, about}};
})();
)site_file";

constexpr std::string_view entries_js = R"site_file(// The list of entries with its search and filters, and one entry with its paradigm.
"use strict";

bichig.entries = (() => {
  const {h, rows, views} = bichig;
  const {counted, mongolian, chinese, link, entryLink} = views;
  const facets = [["pos", "Part of speech"], ["tier", "Tier"], ["status", "Status"], ["norm", "Norm"], ["source", "Source"]];
  const size = 60;
  let form = null;   // the search, kept while entries are opened
  let found = null;  // the list
  let last = null;   // what was searched for

  function allowedBy(state) {
    const tests = [];
    for (const [name] of facets) {
      if (!state.get(name)) continue;
      const value = bichig.meta[name].indexOf(state.get(name));
      // A row of two norms counts for each of them.
      const values = new Set(bichig.meta[name].map((item, at) => at).filter(
        at => at === value || (name === "norm" && bichig.meta.norm[at].split("+").includes(state.get(name)))));
      tests.push(i => values.has(rows[name][i]));
    }
    return i => tests.every(test => test(i));
  }

  function card(hit) {
    const i = hit.row;
    const meta = bichig.meta;
    return h("li", null, h("a", {class: "card", href: entryLink(rows.latin[i], meta.pos[rows.pos[i]]), "data-row": i}, mongolian(rows.stem[i]),
      h("span", {class: "text"}, h("b", {class: meta.status[rows.status[i]] === "rejected" ? "rejected" : null}, rows.latin[i]),
        h("span", null, rows.cyrillic[i]), chinese(rows.gloss[i]), h("span", {class: "minor"}, meta.pos[rows.pos[i]]),
        hit.form ? h("span", {class: "note"}, `${bichig.latinOf(hit.form.text)} · ${bichig.chainName(hit.form.chain)}`) : null)));
  }

  function show(state, complete) {
    const begin = performance.now();
    const hits = bichig.search(state.get("q") ?? "", allowedBy(state));
    bichig.searchTime = performance.now() - begin;
    const text = `${counted(hits.length)} ${hits.length === 1 ? "entry" : "entries"}${complete ? "" : " so far: the list is still being read"}`;
    found.replaceChildren(h("p", {class: "minor", role: "status"}, text), hits.length === 0 && state.get("q") ?
      h("p", null, "Nothing is written like this. Try less of the word, or another script.") : "",
    hits.length === 0 ? "" : views.growing(hits, size, part => h("ul", {class: "cards"}, part.map(card))));
    mark();
  }

  // Marks the entry that is open in the list.
  function mark() {
    for (const link of found.querySelectorAll(".card")) {
      if (link.getAttribute("href") === location.hash) link.setAttribute("aria-current", "true");
      else link.removeAttribute("aria-current");
    }
  }

  function stateOf() {
    const state = new URLSearchParams();
    for (const field of form.elements) if (field.name && field.value !== "") state.set(field.name, field.value);
    return state;
  }

  function build() {
    const input = h("input", {type: "search", name: "q", id: "query", placeholder: "Search: Mongolian, Latin, Cyrillic, Chinese",
      "aria-label": "Search entries", autocomplete: "off", spellcheck: "false", autocapitalize: "off"});
    form = h("form", {class: "search", role: "search"}, input, h("div", {class: "filters"}, facets.map(([name, title]) =>
      h("label", null, title, h("select", {name}, h("option", {value: ""}, "all"),
        (name === "norm" ? [...new Set(bichig.meta.norm.flatMap(item => item.split("+")))] : bichig.meta[name]).filter(
          item => item !== "").map(item => h("option", {value: item}, item)))))));
    found = h("div", {class: "found"});
    form.addEventListener("submit", event => {
      event.preventDefault();
      found.querySelector(".card")?.click();
    });
    let timer = 0;
    form.addEventListener("input", () => {
      clearTimeout(timer);
      timer = setTimeout(() => {
        const state = stateOf();
        last = state.toString();
        const hash = `#/?${last}`;
        if (location.hash.startsWith("#/entry/")) location.hash = hash;
        else history.replaceState(null, "", hash);
        show(state, bichig.complete);
      }, 60);
    });
    document.addEventListener("keydown", keys);
  }

  function keys(event) {
    const input = document.getElementById("query");
    if (!input || event.ctrlKey || event.metaKey || event.altKey) return;
    const typing = /^(INPUT|SELECT|TEXTAREA)$/.test(document.activeElement?.tagName);
    if ((event.key === "/" && !typing) || event.key === "Escape") {
      event.preventDefault();
      input.focus();
      input.select();
      return;
    }
    if (event.key !== "ArrowDown" && event.key !== "ArrowUp") return;
    if (typing && document.activeElement !== input) return;
    const cards = [...found.querySelectorAll(".card")];
    const at = cards.indexOf(document.activeElement);
    const next = at + (event.key === "ArrowDown" ? 1 : -1);
    if ((at < 0 && document.activeElement !== input) || cards.length === 0) return;
    event.preventDefault();
    (next < 0 ? input : cards[Math.min(next, cards.length - 1)]).focus();
  }

  function paradigm(row) {
    const forms = bichig.formsOf(row);
    if (forms.length === 0) return h("p", null, "A rejected row makes no form.");
    return [h("h2", {id: "paradigm"}, `Paradigm: ${counted(forms.length)} ${forms.length === 1 ? "form" : "forms"}`), bichig.tablesOf(forms).map(table =>
      h("div", {class: "wide", tabindex: "0", role: "region", "aria-label": table.title}, h("table", {class: "paradigm"}, h("caption", null, table.title),
        h("thead", null, h("tr", null, h("td"), table.columns.map(column => h("th", {scope: "col"}, column)))),
        h("tbody", null, table.rows.map(line => h("tr", null, h("th", {scope: "row"}, line.name), line.cells.map(cell => h("td", null, cell.map(
          item => h("span", {class: "form", title: bichig.chainName(item.chain)}, mongolian(item.text),
            h("span", {class: "latin"}, bichig.latinOf(item.text)))))))))))) ];
  }

  async function alike(row) {
    const data = await bichig.read("collisions");
    const mine = data.rows.filter(([, forms]) => forms.some(form => form[2].includes(rows.latin[row])));
    if (mine.length === 0) return null;
    return h("section", {id: "alike"}, h("h2", null, `Looks like another spelling: ${counted(mine.length)} ${mine.length === 1 ? "form" : "forms"}`),
      views.growing(mine, 10, part => views.table("Forms of this entry that look like others", ["Shape", "Spellings"], part.map(([units, forms]) =>
        [[mongolian(forms[0][0]), h("div", {class: "minor"}, units)], h("ul", null, forms.map(form => h("li", null, form[1], ": ",
          form[2].map((stem, at) => [at ? ", " : "", views.stemLinks(stem)]))))]))));
  }

  async function findings(row) {
    const data = await bichig.read("lint");
    const mine = data.rows.filter(item => item[4] === bichig.meta.files[rows.file[row]] && item[5] === rows.line[row]);
    if (mine.length === 0) return null;
    return h("section", {id: "findings"}, h("h2", null, "Findings of the checks"), h("ul", null, mine.map(([severity, id, message, hint]) =>
      h("li", null, h("span", {class: severity}, `${severity}: `), `${message} (${hint}) `, h("span", {class: "minor"}, id)))));
  }

  async function past(row) {
    if (!bichig.meta.parts.history) return null;
    const data = await bichig.read("history");
    const change = data.entries.find(([, stem, pos]) => stem === rows.latin[row] && pos === bichig.meta.pos[rows.pos[row]]);
    const mine = list => list.filter(form => form[2] === rows.latin[row]);
    const gained = mine(data.gained), lost = mine(data.lost);
    if (!change && gained.length + lost.length === 0) return null;
    const listed = (title, list, name) => list.length === 0 ? null : h("p", null, h("span", {class: name}, `${title}: `),
      list.map((form, at) => [at ? ", " : "", form[1]]));
    return h("section", {id: "past"}, h("h2", null, `Since version ${data.version}`), change ? h("p", null, `The row was ${change[0]}.`) : null,
      change ? views.changedCells(change[3]) : null, listed("Forms gained", gained, "gained"), listed("Forms lost", lost, "lost"));
  }

  async function sheet(row) {
    const meta = bichig.meta;
    const more = await bichig.detail(row);
    const place = `${meta.files[rows.file[row]]}:${rows.line[row]}`;
    const facts = [["Part of speech", meta.pos[rows.pos[row]]], ["Cyrillic", rows.cyrillic[row]], ["Chinese", chinese(rows.gloss[row])],
      ["Paradigm", more.paradigm.split("+").map((id, at) => [at ? " + " : "", id, meta.paradigms[id] ? ` (${meta.paradigms[id]})` : ""])],
      ["Harmony", more.gender], ["Written units", more.units], ["Marks", more.marks], ["Norm", more.norm], ["Tier", meta.tier[rows.tier[row]]],
      ["Status", meta.status[rows.status[row]]], ["Reviewer", more.reviewer], ["Source", more.source], ["Witnesses", more.evidence],
      ["Licence", more.licence], ["Date", more.date], ["Frequency", more.frequency],
      ["In the corpus", meta.parts.coverage ? `${counted(more.corpus)} words` : ""], ["Note", more.note ? h("span", {class: "note"}, more.note) : ""],
      ["Row", place]];
    return h("article", {class: "sheet", tabindex: "-1"}, h("a", {class: "back", href: `#/?${last ?? ""}`}, "← Entries"),
      h("h1", null, mongolian(rows.stem[row]), h("span", null, rows.latin[row])),
      h("dl", {class: "facts"}, facts.filter(([, value]) => value !== "" && value !== undefined).map(([name, value]) => [h("dt", null, name), h("dd", null, value)])),
      await findings(row), await past(row), paradigm(row), await alike(row));
  }

  // The view of a state: the list, and beside it the entry that is open.
  async function view(params, open) {
    if (!form) build();
    if (!open || last === null) {
      last = params.toString();
      for (const field of form.elements) if (field.name) field.value = params.get(field.name) ?? "";
      show(params, bichig.complete);
    }
    if (!open) return [form, h("h1", {class: "hidden"}, "Entries"), found];
    const row = bichig.rowOf(open[0], open[1]);
    if (row === undefined) return [form, h("p", null, bichig.complete ? `There is no entry “${open[0]}” (${open[1]}).` : "The list is being read …"), found];
    mark();
    return [form, h("div", {class: "beside"}, found, await sheet(row))];
  }

  // More of the list was read.
  function refresh() {
    if (form) show(new URLSearchParams(last ?? ""), bichig.complete);
  }

  return {view, refresh};
})();
)site_file";

constexpr std::string_view app_js = R"site_file(// Opens the data and turns from view to view by the part of the address behind "#".
"use strict";

(() => {
  const {h} = bichig;
  const main = document.getElementById("main");
  const parts = [["", "Entries"], ["collisions", "Look-alikes"], ["findings", "Findings"], ["history", "History"], ["coverage", "Coverage"],
    ["glossary", "Glossary"], ["statistics", "Statistics"], ["about", "About"]];
  let turn = 0;

  function navigate(current) {
    const has = {history: bichig.meta.parts.history, coverage: bichig.meta.parts.coverage, glossary: bichig.meta.parts.glossary};
    document.getElementById("nav").replaceChildren(...parts.filter(([id]) => has[id] ?? true).map(([id, title]) =>
      h("li", null, h("a", {href: id === "coverage" ? "coverage.html" : `#/${id}`, "aria-current": id === current ? "page" : null}, title))));
  }

  function decoded(text) {
    try {
      return decodeURIComponent(text);
    } catch {
      return text;
    }
  }

  async function route() {
    const mine = ++turn;
    const [path, query] = location.hash.replace(/^#\/?/, "").split("?");
    const [part, ...rest] = path.split("/").map(decoded);
    const params = new URLSearchParams(query ?? "");
    const page = bichig.views.pages[part];
    navigate(part === "entry" ? "" : part);
    document.title = `${parts.find(([id]) => id === part)?.[1] ?? rest[0] ?? ""} – ${bichig.meta.title}`;
    let made;
    try {
      made = page ? await page(part, params) : await bichig.entries.view(params, part === "entry" ? rest : null);
    } catch (error) {
      made = [h("p", {class: "error"}, `${error.message}: make the site again.`)];
    }
    if (mine !== turn) return;
    // The search keeps its place and its cursor: what it stands beside is exchanged around it.
    const kept = made[0] === main.firstElementChild ? made.shift() : null;
    for (const child of [...main.childNodes]) if (child !== kept) child.remove();
    main.append(...made.flat(Infinity).filter(Boolean));
    if (page || part === "entry") window.scrollTo(0, 0);
    document.querySelector(".sheet")?.focus({preventScroll: true});
    document.body.dataset.ready = location.hash;
  }

  bichig.open(complete => {
    bichig.complete = complete;
    if (turn === 0 || location.hash.startsWith("#/entry/")) route();
    if (turn > 0) bichig.entries.refresh();
    if (complete) document.body.dataset.complete = "true";
  }).catch(error => main.replaceChildren(h("p", {class: "error"}, `${error.message}: make the site again.`)));
  window.addEventListener("hashchange", route);
  document.getElementById("foot").textContent = "Made by bichig dict site. It reads nothing from a network.";
})();
)site_file";

constexpr SiteFile files[] = {
    {"index.html", index_html},
    {"page.css", page_css},
    {"site.css", site_css},
    {"data.js", data_js},
    {"paradigm.js", paradigm_js},
    {"views.js", views_js},
    {"entries.js", entries_js},
    {"app.js", app_js},
};

}  // namespace

const std::span<const SiteFile> site_files = files;
const std::string_view page_styles = page_css;

}  // namespace bichig::lexicon
