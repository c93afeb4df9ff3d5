// The list of entries with its search and filters, and one entry with its paradigm.
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
