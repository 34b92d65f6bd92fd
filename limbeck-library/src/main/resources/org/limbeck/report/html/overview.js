function overview(section) {
  const heads = data.revisions.filter(revision => revision.head);
  add(section, [
    h("p.lead", null, standing()),
    h("div.cards", null,
      card("revisions", "Revisions", data.revisions.length, heads.length === 1 ? "one head, " + heads[0].revision : count(heads.length, "head"),
        heads.length > 1 ? "short" : ""),
      card("plan", "To run", data.plan?.steps.length, planWords(), planHarm()),
      card("tables", "Tables", data.schema && tables.filter(table => table.columns && !table.query).length, schemaWords()),
      card("differences", "Differences", data.differences?.operations.length, differenceWords(),
        data.differences?.operations.length ? "break" : ""),
      card("findings", "Findings", data.lint?.length, data.lint ? "in the text of migrations" : "not looked for", data.lint?.length ? "short" : ""),
      card("history", "Steps run", data.history?.length, historyWords())),
    data.missing.length > 0 && h("section", null, h("h3", null, "Not in this report"), h("ul.missing", null, missingReasons())),
    data.database && pending.length > 0 && data.plan && h("section", null, h("h3", null, "Next"), nextSteps()),
    data.history?.length > 0 && h("section", null, h("h3", null, "Latest steps"), historyTable(data.history.slice(0, 5))),
  ]);
}

/** One line for each reason, however much is missing for it. */
function missingReasons() {
  const sentences = [...new Set(data.missing.map(missing => missing.sentence))];
  return sentences.map(sentence => {
    const missing = data.missing.filter(each => each.sentence === sentence);
    return h("li", null, h("strong", null, missing.map(each => each.part).join(", ")), ": " + sentence,
      missing[0].hints.filter(hint => hint.command).map(hint => h("div", null, hint.purpose + ": ", h("code", null, hint.command))));
  });
}

/** The revisions that would run first, with what they do to others at worst. */
function nextSteps() {
  const first = data.plan.steps.slice(0, 5);
  const codes = Object.keys(HARM);
  return h("ul.next", null, first.map(step => h("li", null, revisionLink(step.revision), h("span", null, step.message),
    step.statements.length > 0 && classBadge(codes[Math.max(...step.statements.map(statement => codes.indexOf(statement.class)))]))),
    data.plan.steps.length > first.length && h("li", null, h("a", { href: "#/plan" }, "and " + (data.plan.steps.length - first.length) + " more")));
}

function standing() {
  const database = data.database;
  if (!database) return "Made from the migrations alone: " + data.missing.find(missing => missing.part === "database").sentence + ".";
  const where = database.rows.length === 0 ? "empty of revisions, at base" : "at " + database.rows.join(", ");
  const rest = pending.length === 0 ? "nothing is pending" : count(pending.length, "revision") + " pending";
  const lost = database.unknown.length === 0 ? "" : "; there is no file for " + database.unknown.join(", ");
  const working = database.working ? "; it is being changed by " + database.working : "";
  return database.name + " is " + where + "; " + rest + lost + working + ".";
}

function card(view, title, number, words, harm = "") {
  return h("a.card", { href: "#/" + view, class: harm },
    h("span.title", null, title),
    h("span.number", null, number === undefined || number === null ? "–" : number.toLocaleString("en")),
    h("span.words", null, words));
}

function statements() {
  return data.plan.steps.flatMap(step => step.statements);
}

function planWords() {
  if (!data.plan) return "not planned";
  if (data.plan.steps.length === 0) return "nothing is pending";
  const harmful = statements().filter(statement => ["harm", "break", "unknown"].includes(HARM[statement.class])).length;
  return count(statements().length, "statement") + (harmful ? ", " + harmful + " to look at" : "")
    + (data.database ? "" : ", on an empty database");
}

function planHarm() {
  if (!data.plan) return "";
  return ["harm", "break", "unknown"].find(harm => statements().some(statement => HARM[statement.class] === harm)) ?? "";
}

function schemaWords() {
  if (!data.schema) return "not read";
  const columns = tables.reduce((sum, table) => sum + (table.query ? 0 : table.columns.length), 0);
  return count(columns, "column") + ", " + count(foreignKeys.length, "foreign key");
}

function differenceWords() {
  if (!data.differences) return "not compared";
  const { actual, desired } = data.differences;
  return actual + " and " + desired + (data.differences.operations.length ? " differ" : " are alike");
}

function historyWords() {
  if (!data.history) return "not read";
  const run = data.history.reduce((sum, step) => sum + (step.duration ?? 0), 0);
  return data.history.length === 0 ? "nothing was run" : duration(run) + " in all";
}
