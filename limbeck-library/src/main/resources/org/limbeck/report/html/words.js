const data = JSON.parse(document.getElementById("data").textContent);

function count(number, one, many = one + "s") {
  return number.toLocaleString("en") + " " + (number === 1 ? one : many);
}

/** 12 ms, 3.4 s, 2 min 5 s. */
function duration(milliseconds) {
  if (milliseconds < 1000) return milliseconds + " ms";
  if (milliseconds < 60000) return (milliseconds / 1000).toFixed(1) + " s";
  const seconds = Math.round(milliseconds / 1000);
  if (seconds < 3600) return Math.floor(seconds / 60) + " min " + (seconds % 60) + " s";
  return Math.floor(seconds / 3600) + " h " + Math.floor((seconds % 3600) / 60) + " min";
}

/** A time of the reader's clock, in a form that sorts. */
function time(instant) {
  const date = new Date(instant);
  const two = number => String(number).padStart(2, "0");
  const day = [date.getFullYear(), two(date.getMonth() + 1), two(date.getDate())].join("-");
  return h("time", { datetime: instant, title: instant }, day + " " + two(date.getHours()) + ":" + two(date.getMinutes()));
}

function revisionLink(id) {
  return h("a.id", { href: "#/revisions/" + encodeURIComponent(id) }, id);
}

function tableLink(name, text = name) {
  return tablesByName.has(name) ? h("a", { href: "#/tables/" + encodeURIComponent(name) }, text) : text;
}

const WORDS = new Set(("add all alter always analyze and as asc begin by cascade case check cluster column comment commit concurrently "
  + "constraint create cross default deferrable deferred delete desc distinct do domain drop each else end enum except exclude execute "
  + "exists extension false for foreign from full function generated grant group having identity if immediate in include index inherits "
  + "initially inner insert into is join key language left limit lock materialized match not null nulls of on only or order outer "
  + "over owner partition policy primary procedure references refresh rename replace restrict returning returns revoke right row "
  + "schema select sequence set storage stored table then to trigger true truncate type union unique update using valid validate values "
  + "view when where with").split(" "));

/** Statements with their words, texts and comments told apart. */
function sql(text) {
  const code = h("code");
  const parts = /('(?:[^']|'')*')|(--[^\n]*)|("(?:[^"]|"")*")|([A-Za-z_]\w*)|([^A-Za-z_'"-]+|-)/g;
  for (const [part, literal, comment, , word] of text.matchAll(parts)) {
    const kind = literal ? "literal" : comment ? "comment" : word && WORDS.has(word.toLowerCase()) ? "word" : "";
    code.append(kind ? h("span." + kind, null, part) : part);
  }
  return h("pre.sql", { tabindex: "0" }, code);
}

function notice(missing) {
  return h("div.notice", null,
    h("p", null, "Not in this report: " + missing.sentence + "."),
    missing.evidence.length > 0 && h("pre", null, missing.evidence.join("\n")),
    missing.hints.map(hint => h("p", null, hint.purpose, hint.command && ": ", hint.command && h("code", null, hint.command))));
}

/** Says why a part of the report isn't there. */
function absent(part) {
  return data.missing.filter(missing => missing.part === part).map(notice);
}

function emptyNote(text) {
  return h("p.empty", null, text);
}

const revisionsById = new Map(data.revisions.map(revision => [revision.revision, revision]));
const tables = data.schema?.tables ?? [];
const tablesByName = new Map(tables.map(table => [table.name, table]));
/** The foreign keys of all tables; those to tables that aren't shown are left out. */
const foreignKeys = tables.flatMap(table => (table.constraints ?? [])
  .filter(constraint => constraint.kind === "foreign key" && tablesByName.has(constraint.references))
  .map(constraint => ({ from: table.name, to: constraint.references, columns: constraint.columns, name: constraint.name })));
const pending = data.revisions.filter(revision => revision.applied === false);
/** What a class of statements means for others, from harmless to harmful; the same for a colour. */
const HARM = { I0: "calm", I1: "calm", O1: "calm", I2: "short", O2: "short", U: "unknown", A1: "break", D1: "harm", B1: "harm" };
