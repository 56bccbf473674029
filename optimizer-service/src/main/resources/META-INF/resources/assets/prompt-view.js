// The prompts of a run: any version against any other, and why each sentence changed.

import { element, show } from "./dom.js";
import { decimal, percent, techniqueName } from "./format.js";
import { get, path } from "./rest.js";
import { diff } from "./word-diff.js";

/** The section of prompts. `update(run, prompts, steps)` shows a new state. */
export function promptView(runId) {
  const from = element("select", { id: "diff-from", onchange: draw });
  const to = element("select", { id: "diff-to", onchange: draw });
  const text = element("div", { class: "prompt", id: "diff", tabindex: "0", role: "region", "aria-label": "Difference of the prompts" });
  const changes = element("p", { class: "quiet", id: "diff-summary" });
  const why = element("div", {});
  const reasons = new Map();
  let versions = [];
  let steps = [];
  let chosen = false;

  const node = element("section", { "aria-labelledby": "prompt-title" },
    element("h2", { id: "prompt-title" }, "Prompt"),
    element("div", { class: "fields" },
      element("label", { for: "diff-from" }, "Compare"), from,
      element("label", { for: "diff-to" }, "with"), to),
    text, changes, why);
  for (const select of [from, to]) select.addEventListener("change", () => { chosen = true; });

  function update(run, prompts, made) {
    steps = made;
    if (prompts.length !== versions.length || versions.some((one, index) => one.accepted !== prompts[index].accepted)) {
      versions = prompts;
      const before = [from.value, to.value];
      for (const select of [from, to]) show(select, versions.map((one, index) => element("option", { value: index }, name(one))));
      from.value = chosen ? before[0] : 0;
      to.value = chosen ? before[1] : indexOf(run.bestPrompt);
      draw();
    } else if (!chosen && to.value !== String(indexOf(run.bestPrompt))) {
      to.value = indexOf(run.bestPrompt);
      draw();
    }
  }

  function indexOf(prompt) {
    return Math.max(0, versions.findIndex((one) => one.text === prompt && (one.accepted || one.step === 0)));
  }

  function name(version) {
    const score = version.score ? `, ${percent(version.score.score)}` : "";
    if (version.step === 0) return `initial prompt${score}`;
    return `step ${version.step}, ${version.accepted ? "accepted" : "rejected"}${score}`;
  }

  function draw() {
    const before = versions[from.value];
    const after = versions[to.value];
    if (!before || !after) return;
    const parts = diff(before.text, after.text);
    show(text, parts.map(({ kind, text: part }) =>
      kind === "same" ? part : element(kind === "added" ? "ins" : "del", {}, part)));
    const added = parts.filter((part) => part.kind === "added").length;
    const removed = parts.filter((part) => part.kind === "removed").length;
    changes.textContent = added + removed === 0
      ? "Both are the same."
      : `${added} ${added === 1 ? "passage" : "passages"} added, ${removed} removed.`;
    show(why, lineage(before, after).map(changed));
  }

  /** The versions that led from one prompt to the other; only the last one if they are no line. */
  function lineage(before, after) {
    const line = [];
    for (let one = after; one && one !== before; one = parentOf(one)) line.unshift(one);
    return line.length > 0 && parentOf(line[0]) === before ? line : [after].filter((one) => one.step > 0);
  }

  function parentOf(version) {
    return versions.findLast((one) => one.step < version.step && one.promptId === version.parentId);
  }

  function changed(version) {
    const step = steps.find((one) => one.step === version.step);
    const reason = element("div", { class: "reason" });
    const details = element("details", { ontoggle: () => details.open && explain(version.step, reason) },
      element("summary", {}, `Step ${version.step}: ${version.edits.length} ${version.edits.length === 1 ? "sentence" : "sentences"} changed`, version.accepted ? "" : " (rejected)"),
      element("ul", { class: "edits" }, version.edits.map((edit) => element("li", {}, described(edit)))),
      step ? element("p", {}, `${step.reason}.`,
        step.probability === null ? "" : ` Temperature ${decimal(step.temperature)}, probability ${decimal(step.probability)}, draw ${decimal(step.draw)}.`,
        step.protected.length === 0 ? "" : ` Protected: ${step.protected.length === 1 ? "sentence" : "sentences"} ${step.protected.join(", ")}.`) : null,
      reason);
    return details;
  }

  async function explain(step, reason) {
    if (reason.childNodes.length > 0) return;
    show(reason, element("p", { class: "quiet" }, "Reading the events …"));
    try {
      if (!reasons.has(step)) {
        reasons.set(step, await get(`${path("api", "runs", runId, "records")}?step=${step}&type=GradientProduced&type=PromptAccepted&type=PromptRejected`));
      }
      show(reason, reasonOf(reasons.get(step)));
    } catch (problem) {
      show(reason, element("p", { class: "quiet" }, problem.message));
    }
  }

  return { node, update };
}

function described(edit) {
  switch (edit.op) {
    case "ADD": return ["added after sentence ", String(edit.after), ": ", element("ins", {}, edit.text)];
    case "DELETE": return ["sentence ", String(edit.sentence), " deleted: ", element("del", {}, edit.before)];
    case "MOVE": return ["sentence ", String(edit.sentence), " moved after ", String(edit.after), ": ", edit.before];
    default: return ["sentence ", String(edit.sentence), ": ", diff(edit.before, edit.text).map(({ kind, text }) =>
      kind === "same" ? text : element(kind === "added" ? "ins" : "del", {}, text))];
  }
}

function reasonOf({ records, complete }) {
  const gradients = records.filter((record) => record.type === "GradientProduced" && record.data?.gradient);
  const decision = records.find((record) => record.type !== "GradientProduced")?.data?.decision;
  const techniques = decision?.techniques ?? [];
  return [
    techniques.length === 0 ? null : element("p", {}, "Techniques that acted: ", techniques.map(techniqueName).join(", "), "."),
    gradients.map(({ data }) => [
      element("h3", {}, "Textual gradient"),
      element("blockquote", {}, data.gradient),
      data.critiques.length === 0 ? null : element("details", {},
        element("summary", {}, `${data.critiques.length} ${data.critiques.length === 1 ? "critique" : "critiques"} behind it`),
        element("ul", {}, data.critiques.map((critique) => element("li", {}, element("b", {}, critique.exampleId), ": ", critique.text)))),
    ]),
    gradients.length === 0 ? element("p", { class: "quiet" }, complete
      ? "Kafka no longer has the gradient of this step."
      : "The search for the gradient ended early: there are too many events.") : null,
  ];
}
