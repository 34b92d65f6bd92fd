// Tables as boxes of a drawing.

const HEAD = 30;
const LINE = 19;
const MOST_ROWS = 40;
const WIDEST = 320;

const pen = document.createElement("canvas").getContext("2d");
const FONTS = { name: "600 13px system-ui, sans-serif", column: "12px system-ui, sans-serif", type: "11px ui-monospace, monospace" };

function textWidth(text, font) {
  pen.font = FONTS[font];
  return pen.measureText(text).width;
}

function shortened(text, font, width) {
  if (textWidth(text, font) <= width) return text;
  let length = text.length;
  while (length > 1 && textWidth(text.slice(0, length) + "…", font) > width) length--;
  return text.slice(0, length) + "…";
}

/** Partitions are drawn as their table. */
function isDrawn(table) {
  return !table.query && !table.partitionOf && table.kind !== "view" && table.kind !== "materialized view";
}

function keyColumns(table) {
  const marks = new Map();
  for (const constraint of table.constraints ?? []) {
    const mark = { "primary key": "PK", "foreign key": "FK" }[constraint.kind];
    if (mark) constraint.columns.forEach(column => marks.set(column, (marks.has(column) && marks.get(column) !== mark) ? "PF" : mark));
  }
  return marks;
}

/** PostgreSQL's own shorter words. */
function shortType(column) {
  return column.type.replace(/^timestamp(.*) with time zone/, "timestamptz$1").replace(/^timestamp(.*) without time zone/, "timestamp$1")
    .replace("character varying", "varchar").replace("double precision", "float8");
}

/** @param detail names, keys or columns */
function tableBox(table, detail) {
  const marks = keyColumns(table);
  const wanted = detail === "names" ? [] : table.columns.filter(column => detail === "columns" || marks.has(column.name));
  const rows = wanted.slice(0, MOST_ROWS);
  const more = wanted.length - rows.length;
  const rowWidth = column => 34 + textWidth(column.name, "column") + (detail === "columns" ? 18 + textWidth(shortType(column), "type") : 8);
  const width = Math.ceil(Math.min(WIDEST, Math.max(72, 24 + textWidth(table.name, "name"), ...rows.map(rowWidth))));
  const height = HEAD + (rows.length > 0 ? rows.length * LINE + 8 : 0) + (more > 0 ? LINE : 0);
  return { table, detail, marks, rows, more, width, height };
}

/** Where a foreign key leaves a box, or comes to it. */
function rowMiddle(box, column) {
  const index = box.rows.findIndex(row => row.name === column);
  return index < 0 ? HEAD / 2 : HEAD + index * LINE + LINE / 2 + 2;
}

function drawBox(box) {
  const { table, width, height, rows, marks } = box;
  const nameWidth = width - 20;
  return s("g.box", {
    transform: `translate(${box.x} ${box.y})`, role: "button", tabindex: "-1", "data-name": table.name,
    "aria-label": table.name + ", " + count(table.columns.length, "column"),
  },
    s("title", null, table.name + (table.comment ? "\n" + table.comment : "")),
    s("rect.frame", { width, height, rx: 7 }),
    rows.length > 0 && s("path.rule", { d: `M0 ${HEAD}H${width}` }),
    s("text.name", { x: 10, y: 20 }, shortened(table.name, "name", nameWidth)),
    rows.map((column, index) => {
      const y = HEAD + index * LINE + 15;
      const mark = marks.get(column.name);
      const room = width - 40 - (box.detail === "columns" ? Math.min(110, textWidth(shortType(column), "type") + 8) : 0);
      return [
        mark && s("text.mark", { x: 9, y, class: mark }, mark === "PF" ? "PK" : mark),
        s("text.column", { x: 32, y, class: column.nullable ? "nullable" : "" }, shortened(column.name, "column", room)),
        box.detail === "columns" && s("text.type", { x: width - 9, y }, shortened(shortType(column), "type", 110)),
      ];
    }),
    box.more > 0 && s("text.type.more", { x: 32, y: height - 8 }, "and " + box.more + " more"));
}
