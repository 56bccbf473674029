// What can be done with a run.

import { ask, field } from "./dialog.js";
import { announce, element, show } from "./dom.js";
import { decided, hasEnded } from "./format.js";
import { hasPrompts, problemNotice } from "./page.js";
import { promoted } from "./registry.js";
import { path, send } from "./rest.js";

/** The buttons of a run. `update(run)` shows those that its status allows. */
export function runActions(mayChange) {
  const buttons = element("div", { class: "actions", role: "group", "aria-label": "Actions" });
  const outcome = element("div", {});
  const node = element("div", {}, buttons, outcome);
  let run = null;
  let promotable = false;
  hasPrompts().then((there) => {
    promotable = there;
    if (run) draw();
  }).catch(console.error);

  const controls = {
    pause: control("Pause", () => command("pause")),
    resume: control("Resume", () => command("resume")),
    cancel: control("Cancel", cancel),
    fork: control("Fork …", fork),
    promote: control("Promote …", promote),
  };

  function control(text, action) {
    return element("button", { type: "button", onclick: action }, text);
  }

  function update(next) {
    const before = run?.status;
    run = next;
    if (before !== run.status) show(outcome);
    draw();
  }

  function draw() {
    const allowed = {
      pause: run.status === "RUNNING",
      resume: run.status === "PAUSED",
      cancel: !hasEnded(run),
      fork: decided(run) > 0,
      promote: promotable && hasEnded(run),
    };
    const wanted = Object.keys(controls).filter((name) => mayChange && allowed[name]).map((name) => controls[name]);
    const focused = document.activeElement;
    if (wanted.length !== buttons.children.length || wanted.some((one, index) => buttons.children[index] !== one)) {
      const lost = buttons.contains(focused) && !wanted.includes(focused);
      show(buttons, wanted);
      // A button that its own click took away must not drop the keyboard at the top of the page.
      if (lost) (wanted[0] ?? document.getElementById("main")).focus();
      else if (buttons.contains(focused)) focused.focus();
    }
  }

  async function command(name) {
    try {
      await send("POST", path("api", "runs", run.runId, name));
      show(outcome);
      announce(`${name} requested`);
    } catch (problem) {
      show(outcome, problemNotice(problem));
    }
  }

  function cancel() {
    ask("Cancel the run?", [element("p", {}, "It ends with its best prompt so far, without a test on held-out data. This cannot be undone; pause keeps it.")], "Cancel the run", () =>
      send("POST", path("api", "runs", run.runId, "cancel")));
  }

  function fork() {
    const step = element("input", { type: "number", min: 1, max: decided(run), value: decided(run), required: true });
    const seed = element("input", { type: "number", step: 1 });
    ask("Fork the run", [
      element("p", {}, "A new run takes over all steps up to one, without paying for them again, and goes on by itself."),
      field("fork-step", "Last step to take over", step, `1 to ${decided(run)}`),
      field("fork-seed", "Another seed", seed, "Empty for the same seed, which makes the same draws"),
    ], "Start the fork", async () => {
      const set = seed.value === "" ? {} : { seed: Number(seed.value) };
      const { runId } = await send("POST", path("api", "runs", run.runId, "fork"), { step: Number(step.value), set });
      location.assign(path("runs", runId));
    });
  }

  function promote() {
    const name = element("input", { required: true, value: run.name, pattern: "[A-Za-z0-9._\\-]+" });
    const label = element("input", { value: "production" });
    const force = element("input", { type: "checkbox" });
    ask("Promote the best prompt", [
      element("p", {}, "Applications fetch it by name and label."),
      field("promote-name", "Name", name),
      field("promote-label", "Label", label, "Moves from the version that has it now. Empty for none"),
      element("div", { class: "field check" }, force, element("label", { for: "promote-force" }, "Promote even if the run shows no improvement")),
    ], "Promote", async () => {
      await send("POST", path("api", "runs", run.runId, "promote"), {
        name: name.value, label: label.value === "" ? null : label.value, force: force.checked,
      });
      const version = await promoted(name.value, run.runId);
      const what = version === undefined ? "Requested as" : "Promoted as";
      announce(`${what} ${name.value}`);
      show(outcome, element("p", { class: "notice" }, `${what} `, element("a", { href: "/prompts" }, name.value), version === undefined ? "." : `, version ${version}.`));
    });
    force.id = "promote-force";
  }

  return { node, update };
}
