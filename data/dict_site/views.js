// Draws what the site shows beside its entries. Values become text nodes and attributes, never markup.
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
