function tablesView(section) {
  if (!data.schema) {
    section.append(...absent("schema"));
    return {};
  }
  if (tables.length === 0) section.append(emptyNote("There is no table in " + data.schema.name + "."));
  const items = [...tables].sort((a, b) => (a.name < b.name ? -1 : 1)).map(tableItem);
  const list = h("div.tables", null, items);
  const others = h("div.objects", null, data.schema.objects.map(objectItem));
  const kinds = [...new Set([...tables, ...data.schema.objects].map(each => each.kind))].sort();
  const kind = h("select", { "aria-label": "Which kind", onchange: () => filter() },
    h("option", { value: "" }, "every kind"), kinds.map(each => h("option", { value: each }, each)));
  let query = "";
  const search = searchField("Search tables, columns, comments", value => {
    query = value.trim();
    filter();
  });

  function filter() {
    const all = [...items, ...others.children];
    let shown = 0;
    for (const item of all) {
      item.hidden = !((!kind.value || kind.value === item.kind) && matches(item.words, query));
      shown += item.hidden ? 0 : 1;
      if (!item.hidden) item.showMatches?.(query);
    }
    heading.hidden = [...others.children].every(item => item.hidden);
    search.found.textContent = shown === all.length ? count(tables.length, "table and view", "tables and views") : shown + " of " + all.length;
  }

  const heading = h("h3", { hidden: data.schema.objects.length === 0 }, "Everything else");
  section.append(h("div.toolbar", null, search.input, kinds.length > 1 && kind, search.found), list, heading, others);
  filter();
  return { goTo };

  function goTo(name) {
    const item = items.find(each => each.table.name === name);
    if (!item) return;
    if (item.hidden) {
      search.input.value = query = kind.value = "";
      filter();
    }
    item.open = true;
    item.fill();
    item.firstChild.focus({ preventScroll: true });
    item.scrollIntoView({ block: "start" });
  }
}

/** Its body is made when it is opened or printed: most are never looked at. */
function tableItem(table) {
  const keys = (table.constraints ?? []).filter(constraint => constraint.kind === "foreign key").length;
  const hits = h("span.hits");
  const item = h("details.table", { ontoggle: () => item.open && item.fill() },
    h("summary", null,
      h("span.name", null, table.name),
      table.kind !== "table" && h("span.badge.quiet", null, table.kind),
      table.partitionBy && h("span.badge.quiet", null, "partitioned"),
      table.partitionOf && h("span.badge.quiet", null, "partition"),
      h("span.comment", null, table.comment ?? ""),
      h("span.size", null, count(table.columns.length, "column") + (keys ? ", " + count(keys, "foreign key") : "")),
      hits));
  item.table = table;
  item.kind = table.kind;
  const columnWords = table.columns.map(column => [column.name, (column.name + " " + column.type + " " + (column.comment ?? "")).toLowerCase()]);
  const tableWords = [table.name, table.kind, table.comment ?? "", table.owner ?? ""].join(" ").toLowerCase();
  item.words = [tableWords, ...columnWords.map(([, words]) => words),
    ...[...(table.constraints ?? []), ...table.indexes, ...table.triggers, ...(table.policies ?? [])].map(part => (part.name ?? "").toLowerCase())].join(" ");
  item.showMatches = query => {
    const words = query.toLowerCase().split(/\s+/).filter(word => word && !tableWords.includes(word));
    const found = words.length === 0 ? [] : columnWords.filter(([, text]) => words.some(word => text.includes(word))).map(([name]) => name);
    hits.textContent = found.slice(0, 6).join(", ") + (found.length > 6 ? ", …" : "");
  };
  item.fill = () => {
    if (item.childElementCount === 1) item.append(tableBody(table));
  };
  return item;
}

function tableBody(table) {
  const partitions = tables.filter(other => other.partitionOf === table.name);
  const referring = foreignKeys.filter(key => key.to === table.name);
  const part = (title, ...content) => h("section", null, h("h4", null, title), content);
  const named = (list, text) => h("ul.parts", null, list.map(each => h("li", null, each.name && h("span.name", null, each.name), " ",
    h("code", null, text(each)), each.invalid && h("strong.fails", null, " invalid"), each.comment && h("span.comment", null, " " + each.comment))));
  const facts = [
    table.partitionOf && ["partition of ", tableLink(table.partitionOf), " ", h("code", null, table.bound)],
    table.partitionBy && ["partitioned by ", h("code", null, table.partitionBy)],
    table.inherits?.length > 0 && ["inherits ", table.inherits.map((name, index) => [index > 0 && ", ", tableLink(name)])],
    ...(table.properties ?? []),
  ].filter(Boolean);
  return h("div.body", null,
    table.comment && h("p.comment", null, table.comment),
    facts.length > 0 && h("p.facts", null, facts.map((fact, index) => [index > 0 && " · ", fact])),
    isDrawn(table) && h("p.to-diagram", null, h("a", { href: "#/diagram/" + encodeURIComponent(table.name) }, "Show it in the diagram")),
    table.columns.length > 0 && columnGrid(table),
    table.query && part("Query", sql(table.query)),
    table.constraints?.length > 0 && part("Constraints", constraintList(table)),
    table.indexes.length > 0 && part("Indexes", named(table.indexes, index => index.sql)),
    referring.length > 0 && part("Referenced by", h("ul.parts", null, referring.map(key => h("li", null, tableLink(key.from), " ", h("code", null, key.columns.join(", ")))))),
    table.triggers.length > 0 && part("Triggers and rules", named(table.triggers, trigger => trigger.sql)),
    table.policies?.length > 0 && part("Policies", named(table.policies, policy => policy.text)),
    partitions.length > 0 && part("Partitions", h("ul.parts", null, partitions.map(each => h("li", null, tableLink(each.name), " ", h("code", null, each.bound))))),
    (table.owner || table.grants.length > 0) && part("Privileges", h("ul.parts", null,
      table.owner && h("li", null, h("span.name", null, table.owner), " owns it"),
      table.grants.map(grant => h("li", null, h("span.name", null, grant.role), " ",
      grant.privileges.join(", ").toLowerCase() + (grant.column ? " of " + grant.column : "") + (grant.grantable ? ", and may pass it on" : ""))))));
}

function constraintList(table) {
  return h("ul.parts", null, table.constraints.map(constraint => h("li", null,
    constraint.name && h("span.name", null, constraint.name), " ",
    constraint.kind === "foreign key" && tablesByName.has(constraint.references)
      ? [h("code", null, constraint.columns.join(", ")), " references ", tableLink(constraint.references), " ",
        h("code", null, constraint.referencedColumns.join(", ")), " ", actions(constraint.definition)]
      : h("code", null, constraint.definition),
    constraint.comment && h("span.comment", null, " " + constraint.comment))));
}

/** What follows the columns of a foreign key. */
function actions(definition) {
  const rest = definition.replace(/^FOREIGN KEY.*? REFERENCES /, "").match(/ ((?:MATCH|ON|DEFERRABLE|NOT) .*)$/);
  return rest && h("span.comment", null, rest[1].toLowerCase());
}

function columnGrid(table) {
  const primary = new Set((table.constraints ?? []).filter(each => each.kind === "primary key").flatMap(each => each.columns));
  const foreign = new Map((table.constraints ?? []).filter(each => each.kind === "foreign key").flatMap(each => each.columns.map(column => [column, each])));
  const cell = (spec, ...content) => h("td" + spec, { role: "cell" }, content);
  return h("table.grid.columns", { role: "table", "aria-label": "Columns of " + table.name },
    h("thead", { role: "rowgroup" }, h("tr", { role: "row" }, ["column", "type", "null", "default", "comment"].map(name => h("th", { scope: "col", role: "columnheader" }, name)))),
    h("tbody", { role: "rowgroup" }, table.columns.map(column => {
      const key = foreign.get(column.name);
      return h("tr", { role: "row" },
        cell(".name", h("span", null, column.name),
          primary.has(column.name) && h("abbr.key", { title: "in the primary key" }, "PK"),
          key && h("abbr.key.foreign", { title: "in a foreign key to " + key.references }, "FK")),
        cell(".type", h("code", null, column.type)),
        cell(".null", table.query ? "" : column.nullable ? "null" : ""),
        cell(".value", column.value && h("code", null, column.value)),
        cell(".comment", column.comment ?? ""));
    })));
}

function objectItem(object) {
  const item = h("details.table", { ontoggle: () => item.open && item.fill() },
    h("summary", null, h("span.name", null, object.name), h("span.comment", null, object.comment ?? "")));
  item.kind = object.kind;
  item.words = (object.name + " " + (object.comment ?? "") + " " + object.sql).toLowerCase();
  item.fill = () => {
    if (item.childElementCount === 1) item.append(h("div.body", null, sql(object.sql)));
  };
  return item;
}
