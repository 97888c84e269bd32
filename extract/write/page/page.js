"use strict";
// Steps through the records of the page. What it shows is in the page already; this only chooses.
(() => {
  const root = document.documentElement;
  const byId = (id) => document.getElementById(id);
  const data = JSON.parse(byId("kh-data").textContent);
  const records = data.records;
  const paper = document.querySelector(".paper");
  const panel = document.querySelector(".panel");
  const calm = matchMedia("(prefers-reduced-motion: reduce)");
  const off = new Set();
  let chosen = -1; // number of a record
  let focused = null; // number of a mark
  let lastPiece = null; // the piece clicked last

  const places = data.kinds.map(() => []); // mark -> its pieces
  for (const piece of paper.querySelectorAll("mark")) {
    for (const mark of marksOf(piece)) places[mark].push(piece);
  }
  const owners = data.kinds.map(() => []); // mark -> records it belongs to
  records.forEach((record, number) => {
    for (const mark of new Set([record.mark, ...record.parts])) {
      if (mark !== null) owners[mark].push(number);
    }
  });
  const numbers = new Map(records.map((record, number) => [record.id, number]));

  function marksOf(element) {
    return element.dataset.m.split(" ").map(Number);
  }

  function clear() {
    for (const name of ["on", "far", "focus"]) {
      for (const element of document.querySelectorAll("." + name)) element.classList.remove(name);
    }
    document.querySelector(".card.open")?.classList.remove("open");
  }

  function tag(mark, name) {
    for (const piece of places[mark] ?? []) piece.classList.add(name);
  }

  function choose(number, mark = null, scroll = true) {
    clear();
    chosen = number;
    focused = mark;
    panel.classList.toggle("chosen", number >= 0);
    if (number >= 0) paint(records[number]);
    if (mark !== null) tag(mark, "focus");
    if (scroll) reveal(mark ?? (number >= 0 ? home(records[number]) : null));
    showPosition();
    const hash = number >= 0 ? "#" + encodeURIComponent(records[number].id) : "";
    if (hash !== location.hash) history.replaceState(null, "", hash || location.pathname + location.search);
  }

  function paint(record) {
    const card = byId(record.id);
    card.classList.add("open");
    panel.scrollTop = 0;
    paper.dataset.chosen = record.kind;
    const own = record.mark === null ? record.parts : [record.mark];
    for (const mark of own) tag(mark, "on");
    const inside = new Set(places[record.mark] ?? []);
    for (const mark of record.parts) {
      if (record.mark !== null && !places[mark].some((piece) => inside.has(piece))) tag(mark, "far");
    }
    for (const value of card.querySelectorAll(".value[data-m]")) {
      value.classList.toggle("focus", focused !== null && marksOf(value)[0] === focused);
    }
    card.querySelector(".value.focus")?.scrollIntoView({ block: "nearest" });
  }

  function home(record) {
    return record.mark ?? record.parts[0] ?? null;
  }

  function reveal(mark) {
    const piece = mark === null ? null : places[mark][0];
    piece?.scrollIntoView({ block: "center", behavior: calm.matches ? "auto" : "smooth" });
  }

  function shown() {
    return [...records.keys()].filter((number) => !off.has(records[number].kind));
  }

  function showPosition() {
    const walk = shown();
    const place = walk.indexOf(chosen);
    byId("kh-position").textContent = data.position
      .replace("{n}", place < 0 ? "–" : place + 1)
      .replace("{total}", walk.length);
  }

  function step(by) {
    const walk = shown();
    const place = walk.indexOf(chosen);
    const next = place < 0 ? (by > 0 ? 0 : walk.length - 1) : place + by;
    if (next >= 0 && next < walk.length) choose(walk[next]);
  }

  // All that a piece can stand for, innermost first; records that merely inherit from it come last.
  function candidates(piece) {
    const own = [];
    const inheriting = [];
    const marks = marksOf(piece);
    for (const mark of [...marks].reverse()) {
      if (off.has(data.kinds[mark])) continue;
      for (const number of owners[mark]) {
        const record = records[number];
        if (off.has(record.kind)) continue;
        const inside = record.mark === null || marks.includes(record.mark);
        (inside ? own : inheriting).push([number, mark === record.mark ? null : mark]);
      }
    }
    return [...own, ...inheriting];
  }

  function clicked(piece) {
    const options = candidates(piece);
    if (!options.length) return;
    const now = options.findIndex(([number, mark]) => number === chosen && mark === focused);
    const again = piece === lastPiece && now >= 0;
    lastPiece = piece;
    const [number, mark] = options[again ? (now + 1) % options.length : 0];
    choose(number, mark, false);
  }

  function named(hash) {
    let id = hash.slice(1);
    try {
      id = decodeURIComponent(id);
    } catch {
      // not an address that this page made: taken as it is
    }
    return numbers.get(id) ?? -1;
  }

  function fromHash() {
    choose(named(location.hash));
  }

  paper.addEventListener("click", (event) => {
    const piece = event.target.closest("mark");
    if (piece && getSelection().isCollapsed) clicked(piece);
  });

  panel.addEventListener("click", (event) => {
    const link = event.target.closest("a[data-m]");
    if (!link) return;
    event.preventDefault();
    const mark = marksOf(link)[0];
    const record = named(link.hash);
    const number = record < 0 && link.closest(".card") ? chosen : record;
    choose(number, number >= 0 && records[number].mark === mark ? null : mark);
  });

  document.querySelector(".legend").addEventListener("change", ({ target }) => {
    document.body.classList.toggle("off-" + target.value, !target.checked);
    if (target.checked) off.delete(target.value);
    else off.add(target.value);
    if (chosen >= 0 && off.has(records[chosen].kind)) choose(-1);
    showPosition();
  });

  const dialog = byId("kh-dialog");
  const keys = {
    n: () => step(1),
    p: () => step(-1),
    ArrowDown: () => step(1),
    ArrowUp: () => step(-1),
    Escape: () => choose(-1, null, false),
    "?": () => dialog.showModal(),
  };
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.altKey || event.metaKey || dialog.open) return;
    const act = keys[event.key.length === 1 ? event.key.toLowerCase() : event.key];
    if (!act) return;
    event.preventDefault();
    act();
  });

  byId("kh-previous").addEventListener("click", () => step(-1));
  byId("kh-next").addEventListener("click", () => step(1));
  byId("kh-list").addEventListener("click", () => choose(-1, null, false));
  byId("kh-help").addEventListener("click", () => dialog.showModal());
  byId("kh-close").addEventListener("click", () => dialog.close());
  addEventListener("hashchange", fromHash);

  root.classList.add("js");
  fromHash();
})();
