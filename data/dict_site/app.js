// Opens the data and turns from view to view by the part of the address behind "#".
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
