function planView(section) {
  const plan = data.plan;
  if (!plan) {
    section.append(...absent("plan"));
    return;
  }
  const all = plan.steps.flatMap(step => step.statements);
  section.append(h("p.lead", null, plan.steps.length === 0
    ? "Nothing is pending in " + plan.database + "."
    : count(plan.steps.length, "revision") + " with " + count(all.length, "statement") + " would run on " + plan.database + "."));
  if (plan.now.length > 0) {
    section.append(h("div.notice", null, h("p", null, "Now in " + plan.database + ":"), h("ul", null, plan.now.map(sighting =>
      h("li", null, sighting.kind + ": " + sighting.subject + (sighting.seconds > 0 ? ", " + duration(sighting.seconds * 1000) : ""))))));
  }
  if (plan.steps.length === 0) return;
  const meanings = new Map(all.map(statement => [statement.class, statement.meaning]));
  const classes = Object.keys(HARM).filter(code => meanings.has(code));
  const hidden = new Set();
  section.append(h("fieldset.classes", null, h("legend", null, "What the statements do to others"), classes.map(code => {
    const number = all.filter(statement => statement.class === code).length;
    return h("label", null,
      h("input", {
        type: "checkbox", checked: true,
        onchange: event => {
          event.target.checked ? hidden.delete(code) : hidden.add(code);
          filter();
        },
      }),
      classBadge(code), h("span", null, meanings.get(code)), h("span.number", null, number));
  })));
  const steps = plan.steps.map((step, index) => planStep(step, index, plan.steps.length));
  section.append(...steps);

  function filter() {
    for (const step of steps) {
      const each = [...step.querySelectorAll(".statement")];
      each.forEach(statement => { statement.hidden = hidden.has(statement.dataset.class); });
      step.hidden = each.length > 0 && each.every(statement => statement.hidden);
    }
  }
}

function classBadge(code) {
  return h("span.class", { class: HARM[code] }, code);
}

function planStep(step, index, total) {
  return h("article.step", null,
    h("h3", null, h("span.of", null, index + 1 + "/" + total), " ", revisionLink(step.revision), " ", step.message),
    step.file && h("p.file", null, h("code", null, step.file)),
    step.statements.length === 0 && emptyNote("No statement; only the version table changes."),
    step.statements.map(planStatement),
    step.insteadOf.map(rewriting => h("div.instead", null, h("p", null, "Instead of this, " + rewriting.reason + ":"), sql(rewriting.sql))));
}

function planStatement(statement) {
  return h("div.statement", { "data-class": statement.class, class: HARM[statement.class] },
    h("p.meaning", null, classBadge(statement.class), " ", statement.meaning),
    sql(statement.sql),
    statement.error && h("p.fails", null, h("strong", null, "fails: "), statement.error),
    (statement.locks.length > 0 || statement.work.length > 0 || statement.notes.length > 0) && h("ul.effects", null,
      statement.locks.map(lock => h("li.lock", null, h("span.what", null, "locks"), h("span", null, tableLink(unqualified(lock.relation), lock.relation),
        " ", h("code", null, lock.mode), ", ", h("span", { class: lock.readsWait ? "harm" : lock.writesWait ? "break" : "" }, lock.waits),
        lock.earlier && ", held from an earlier statement"))),
      statement.work.map(work => h("li", null, h("span.what", null, "work"), h("span", null, work))),
      statement.notes.map(note => h("li", null, h("span.what", null, "note"), h("span", null, note)))));
}

/** Tables of the default schema are called by their own name alone elsewhere. */
function unqualified(name) {
  return tablesByName.has(name) ? name : name.replace(/^[^.]*\./, "");
}
