// Modal dialogs: the browser keeps the focus inside and closes them on Escape.

import { announce, element, show } from "./dom.js";
import { problemNotice } from "./page.js";

/**
 * Opens a form in a dialog. `fields` are elements; `submit` gets the form and may throw a problem,
 * which the dialog shows. Returns the dialog.
 */
export function ask(title, fields, action, submit) {
  const outcome = element("div", {});
  const confirm = element("button", { type: "submit", class: "primary" }, action);
  const form = element("form", { method: "dialog", onsubmit: send }, fields, outcome,
    element("div", { class: "actions" }, confirm,
      element("button", { type: "button", onclick: () => dialog.close() }, "Close")));
  const dialog = element("dialog", { "aria-labelledby": "dialog-title" }, element("h2", { id: "dialog-title" }, title), form);
  dialog.addEventListener("close", () => dialog.remove());
  document.body.append(dialog);
  dialog.showModal();

  async function send(event) {
    event.preventDefault();
    confirm.disabled = true;
    try {
      await submit(form);
      dialog.close();
    } catch (problem) {
      show(outcome, problemNotice(problem));
      announce(problem.message);
    } finally {
      confirm.disabled = false;
    }
  }

  return dialog;
}

/** A labelled control. `hint` explains it. */
export function field(id, label, control, hint) {
  control.id = id;
  if (hint) control.setAttribute("aria-describedby", `${id}-hint`);
  return element("div", { class: "field" },
    element("label", { for: id }, label), control, hint ? element("p", { class: "quiet", id: `${id}-hint` }, hint) : null);
}
