// Elements are only ever made here, and text only ever becomes a text node: nothing in the data is taken for markup.

const SVG = "http://www.w3.org/2000/svg";

/** h("p.note#first", {title: "x", onclick: f}, "text", otherElement); null, undefined and false are left out. */
function h(spec, properties, ...children) {
  return filled(document.createElement(/^[a-z0-9]+/.exec(spec)[0]), spec, properties, children);
}

/** The same for SVG. */
function s(spec, properties, ...children) {
  return filled(document.createElementNS(SVG, /^[a-zA-Z]+/.exec(spec)[0]), spec, properties, children);
}

function filled(element, spec, properties, children) {
  for (const [, sign, name] of spec.matchAll(/([.#])([\w-]+)/g)) {
    if (sign === ".") element.classList.add(name);
    else element.id = name;
  }
  for (const [name, value] of Object.entries(properties ?? {})) {
    if (value === null || value === undefined || value === false) continue;
    if (name === "class") element.classList.add(...value.split(" ").filter(Boolean));
    else if (name.startsWith("on")) element.addEventListener(name.slice(2), value);
    else if (name.startsWith("--")) element.style.setProperty(name, value);
    else element.setAttribute(name, value === true ? "" : value);
  }
  add(element, children);
  return element;
}

function add(parent, children) {
  for (const child of children.flat(Infinity)) {
    if (child !== null && child !== undefined && child !== false) parent.append(child);
  }
}

/** Calls back when nothing was typed for a moment. */
function unhurried(callback) {
  let timer;
  return (...values) => {
    clearTimeout(timer);
    timer = setTimeout(() => callback(...values), 60);
  };
}

/** A field to search with, and how much it found, which is read out. */
function searchField(label, onInput) {
  const found = h("output.found", { "aria-live": "polite" });
  const input = h("input", {
    type: "search", "aria-label": label, placeholder: label, autocomplete: "off", spellcheck: "false",
    oninput: unhurried(() => onInput(input.value)),
    onkeydown: event => {
      if (event.key === "Escape" && input.value) {
        input.value = "";
        onInput("");
        event.preventDefault();
      }
    },
  });
  return { input, found };
}

/** Buttons of which one is pressed. */
function choice(label, options, chosen, onChoose) {
  const group = h("div.choice", { role: "group", "aria-label": label });
  for (const [value, text] of options) {
    group.append(h("button", {
      type: "button", "data-value": value, "aria-pressed": String(value === chosen),
      onclick: () => {
        press(group, value);
        onChoose(value);
      },
    }, text));
  }
  return group;
}

function press(group, value) {
  for (const button of group.children) {
    button.setAttribute("aria-pressed", String(button.dataset.value === value));
  }
}

/** Whether all words of a query stand in a text of lower case. */
function matches(text, query) {
  return query.toLowerCase().split(/\s+/).every(word => text.includes(word));
}

function copyButton(text) {
  const button = h("button.copy", {
    type: "button", title: "Copy",
    onclick: async () => {
      let copied = true;
      try {
        await navigator.clipboard.writeText(text);
      } catch {
        copied = false;
      }
      button.textContent = copied ? "copied" : "can't copy";
      setTimeout(() => { button.textContent = "copy"; }, 1500);
    },
  }, "copy");
  return button;
}
