// Builds elements. Texts become text nodes, never markup, so nothing that a model wrote can run.

const SVG = "http://www.w3.org/2000/svg";

/** An element with attributes and children. `on…` attributes are listeners; false and null are left out. */
export function element(name, attributes = {}, ...children) {
  return fill(document.createElement(name), attributes, children);
}

/** The same for SVG. */
export function shape(name, attributes = {}, ...children) {
  return fill(document.createElementNS(SVG, name), attributes, children);
}

function fill(node, attributes, children) {
  for (const [key, value] of Object.entries(attributes)) {
    if (key.startsWith("on")) {
      node.addEventListener(key.slice(2), value);
    } else if (value !== false && value !== null && value !== undefined) {
      node.setAttribute(key, value === true ? "" : value);
    }
  }
  node.append(...children.flat(Infinity).filter((child) => child !== null && child !== undefined && child !== false));
  return node;
}

/** Replaces the children of a node, unless they stay the same text. */
export function show(node, ...children) {
  node.replaceChildren(...children.flat(Infinity).filter((child) => child !== null && child !== undefined && child !== false));
  return node;
}

/**
 * A table. Columns are `{title, number, cell}`; `cell` gives a row's text or nodes, and the first
 * column heads its row.
 */
export function table(caption, columns, rows, empty = "nothing yet") {
  const body = rows.length === 0
    ? [element("tr", {}, element("td", { colspan: columns.length, class: "quiet" }, empty))]
    : rows.map((row) => element("tr", {}, columns.map((column, index) => cell(column, row, index))));
  return element("div", { class: "wide", tabindex: "0", role: "region", "aria-label": caption },
    element("table", {},
      element("caption", {}, caption),
      element("thead", {}, element("tr", {},
        columns.map((column) => element("th", { scope: "col", class: column.number ? "number" : null }, column.title)))),
      element("tbody", {}, body)));
}

function cell(column, row, index) {
  const content = column.cell(row);
  const attributes = { class: column.number ? "number" : column.class };
  return index === 0
    ? element("th", { scope: "row", ...attributes }, content)
    : element("td", attributes, content);
}

/** Says something to screen readers, once. */
export function announce(text) {
  document.getElementById("announcer").textContent = text;
}
