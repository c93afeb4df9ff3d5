// Reads the data of the site, which stands in scripts so that a page opened from the disk may read it, and searches it.
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
