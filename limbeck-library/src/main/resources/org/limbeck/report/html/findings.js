function findingsView(section) {
  const findings = data.lint;
  if (!findings) {
    section.append(...absent("findings"));
    return {};
  }
  section.append(h("p.lead", null, findings.length === 0
    ? "Nothing dangerous shows in the text of the migrations."
    : count(findings.length, "finding") + " in the text of the migrations, whatever the database is like."));
  if (findings.length === 0) return {};
  const place = h("div");
  const search = searchField("Search findings", value => show(value.trim()));
  function show(query) {
    const found = findings.filter(finding =>
      matches([finding.code, finding.title, finding.revision, finding.reason, finding.sql, finding.file].join(" ").toLowerCase(), query));
    const codes = [...new Set(found.map(finding => finding.code))].sort();
    place.replaceChildren(...codes.map(code => findingGroup(found.filter(finding => finding.code === code))));
    if (found.length === 0) place.append(emptyNote("No finding matches."));
    search.found.textContent = found.length === findings.length ? count(found.length, "finding") : found.length + " of " + findings.length;
  }
  section.append(h("div.toolbar", null, search.input, search.found), place);
  show("");
  return {
    goTo(revision) {
      search.input.value = revision ?? "";
      show(revision ?? "");
    },
  };
}

function findingGroup(findings) {
  return h("details.group", { open: true },
    h("summary", null, h("span.class.short", null, findings[0].code), " ", h("span.name", null, findings[0].title), " ", h("span.number", null, findings.length)),
    findings.map(finding => h("article.finding", null,
      h("p", null, revisionLink(finding.revision), " ", h("code.file", null, finding.file + (finding.line ? ":" + finding.line : "")), h("br"), finding.reason),
      sql(finding.sql),
      finding.correction.length > 0 && h("div.correction", null,
        h("p", null, "Better: ", copyButton(finding.correction.map(text => text + ";").join("\n"))), sql(finding.correction.map(text => text + ";").join("\n"))))));
}

function differencesView(section) {
  const differences = data.differences;
  if (!differences) {
    section.append(...absent("differences"));
    return;
  }
  const { operations } = differences;
  section.append(h("p.lead", null, operations.length === 0
    ? "Compared " + differences.actual + " with " + differences.desired + ": nothing differs."
    : count(operations.length, "operation") + " would make " + differences.actual + " like " + differences.desired + "."));
  if (operations.length > 0 && pending.length > 0) {
    section.append(h("p.notice", null, "The database is behind: some of this may be what the pending revisions do."));
  }
  add(section, [
    remarks("harm", "Why it can't be done", differences.problems),
    remarks("harm", "Data that would be lost", differences.losses),
    remarks("short", "Perhaps renamed", differences.renames),
    remarks("", "Worth knowing", differences.notes),
    h("div", null, operations.map(operation => h("details.operation", null,
      h("summary", null, h("span.sign", { class: signWord(operation.description) }, sign(operation.description)), " ", operation.description),
      sql(operation.sql.map(text => text + ";").join("\n"))))),
  ]);
}

function remarks(harm, title, texts) {
  return texts.length > 0 && h("details.remarks", { class: harm, open: texts.length <= 6 },
    h("summary", null, title + " ", h("span.number", null, texts.length)), h("ul", null, texts.map(text => h("li", null, text))));
}

function signWord(description) {
  if (/^(create|add|grant) /.test(description)) return "more";
  return /^(drop|revoke) /.test(description) ? "less" : "other";
}

function sign(description) {
  return { more: "+", less: "−", other: "~" }[signWord(description)];
}
