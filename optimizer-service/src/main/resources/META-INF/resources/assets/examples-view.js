// The examples of an evaluation, compared with another one: what was right before and is wrong now.

import { announce, element, show, table } from "./dom.js";
import { decimal, percent, words } from "./format.js";
import { get, path } from "./rest.js";

const FILTERS = {
  RIGHT_TO_WRONG: "right before, wrong now",
  WRONG_TO_RIGHT: "wrong before, right now",
  WRONG: "wrong now",
  ALL: "all",
};

/** Prompts share the examples of these purposes; batches are drawn anew for each step. */
const SHARED = ["TEST", "VALIDATION", "ACCEPTANCE"];

/** The section of examples. `update(evaluations, initialId)` offers them; the id is that of the initial prompt. */
export function examplesView(runId) {
  const now = element("select", { id: "examples-now", onchange: choose });
  const before = element("select", { id: "examples-before", onchange: load });
  const filter = element("select", { id: "examples-filter", onchange: draw },
    Object.entries(FILTERS).map(([value, text]) => element("option", { value }, text)));
  const replies = element("input", { type: "checkbox", id: "examples-replies", onchange: load });
  const body = element("div", { id: "examples" });
  const node = element("section", { "aria-labelledby": "examples-title" },
    element("h2", { id: "examples-title" }, "Examples"),
    element("div", { class: "fields" },
      element("label", { for: "examples-now" }, "Evaluation"), now,
      element("label", { for: "examples-before" }, "against"), before,
      element("label", { for: "examples-filter" }, "Show"), filter,
      element("span", { class: "check" }, replies, element("label", { for: "examples-replies" }, "all replies"))),
    body);
  let evaluations = [];
  let initial = null;
  let examples = null;
  let asked = 0;

  function update(next, initialId) {
    if (next.length === evaluations.length && initial === initialId) return;
    const chosen = now.value;
    evaluations = next;
    initial = initialId;
    show(now, evaluations.toReversed().map((one) => element("option", { value: one.evaluationId }, name(one))));
    if (evaluations.some((one) => one.evaluationId === chosen)) {
      now.value = chosen;
      offer(before.value);
    } else {
      const best = SHARED.map((purpose) => evaluations.findLast((one) => one.purpose === purpose && one.promptId !== initial && counterparts(one).length > 0)).find(Boolean);
      if (best) now.value = best.evaluationId;
      offer();
      if (next.length > 0) show(body, element("button", { type: "button", onclick: load }, "Show the examples"));
    }
  }

  function name(one) {
    return `${words(one.purpose)} of ${one.promptId === initial ? "the initial prompt" : `the prompt at step ${one.step}`}: ${one.correct} of ${one.size} (${percent(one.score)})`;
  }

  /** Evaluations of other prompts on the same kind of examples. */
  function counterparts(one) {
    return evaluations.filter((other) => other !== one && other.purpose === one.purpose && other.promptId !== one.promptId);
  }

  function offer(chosen) {
    const current = evaluations.find((one) => one.evaluationId === now.value);
    const others = current ? counterparts(current) : [];
    show(before, element("option", { value: "" }, "nothing"),
      others.toReversed().map((one) => element("option", { value: one.evaluationId }, name(one))));
    const earlier = others.findLast((one) => evaluations.indexOf(one) < evaluations.indexOf(current)) ?? others.at(-1);
    before.value = others.some((one) => one.evaluationId === chosen) ? chosen : earlier?.evaluationId ?? "";
  }

  function choose() {
    offer();
    load();
  }

  async function load() {
    if (!now.value) return;
    const ask = ++asked;
    // The button that asked is about to go: the keyboard goes on at what filters the answer.
    if (body.contains(document.activeElement)) filter.focus();
    show(body, element("p", { class: "quiet" }, "Reading the events …"));
    const query = new URLSearchParams();
    if (before.value) query.set("before", before.value);
    if (replies.checked) query.set("replies", "true");
    try {
      const found = await get(`${path("api", "runs", runId, "evaluations", now.value, "examples")}?${query}`);
      if (ask !== asked) return;
      examples = found;
      draw();
    } catch (problem) {
      show(body, element("p", { class: "quiet" }, problem.message));
    }
  }

  function draw() {
    if (!examples) return;
    const shown = examples.examples.filter((one) => matches(one, filter.value));
    announce(`${shown.length} of ${examples.examples.length} examples: ${FILTERS[filter.value]}`);
    show(body,
      element("p", { id: "examples-count" }, `${shown.length} of ${examples.examples.length} examples: ${FILTERS[filter.value]}.`,
        examples.complete ? "" : " The search ended early: there are too many events."),
      shown.length === 0 ? null : table("Examples of the evaluation", [
        { title: "example", cell: (one) => one.exampleId },
        { title: "before", cell: (one) => verdict(one.before) },
        { title: "now", cell: (one) => verdict(one.score) },
        { title: "question", class: "text", cell: (one) => long(one.input) },
        { title: "reference", class: "text", cell: (one) => long(one.reference) },
        { title: "answer before", class: "text", cell: (one) => long(one.outputBefore) },
        { title: "answer now", class: "text", cell: (one) => [long(one.output), thought(one.thought), one.feedback ? element("p", { class: "quiet" }, one.feedback) : null] },
      ], shown));
  }

  return { node, update };
}

function matches(one, filter) {
  if (filter === "ALL") return true;
  if (filter === "WRONG") return one.score !== 1;
  return one.turned === filter;
}

function verdict(score) {
  if (score === null) return "–";
  if (score === 1) return element("span", { class: "accepted" }, "✓ right");
  return element("span", { class: "rejected" }, score === 0 ? "✕ wrong" : `✕ ${decimal(score, 2)}`);
}

function thought(text) {
  return text ? element("details", {}, element("summary", { class: "quiet" }, "thought"), element("span", { class: "reply" }, text)) : null;
}

/** Long texts open on demand. */
function long(text) {
  const most = 160;
  if (text === null || text === undefined) return element("span", { class: "quiet" }, "–");
  if (text.length <= most) return element("span", { class: "reply" }, text);
  return element("details", {}, element("summary", {}, `${text.slice(0, most)} …`), element("span", { class: "reply" }, text));
}
