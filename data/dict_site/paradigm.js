// Makes the forms of an entry of its stem and its classes of suffixes, and arranges them in tables as the program does.
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
