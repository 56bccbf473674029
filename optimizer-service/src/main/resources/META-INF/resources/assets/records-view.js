// The events of a run as they reach Kafka.

import { element, show, table } from "./dom.js";
import { percent, time, words } from "./format.js";
import { get, path } from "./rest.js";

const MOST = 200;

/** The section of events. `add(record)` shows a live one on top. */
export function recordsView(runId) {
  const list = element("div", {});
  const earlier = element("button", { type: "button", onclick: load }, "Show earlier events");
  const outcome = element("p", { class: "quiet" });
  const node = element("section", { "aria-labelledby": "events-title" }, element("h2", { id: "events-title" }, "Events"), earlier, outcome, list);
  const known = new Map();
  let due = false;

  function add(record) {
    known.set(`${record.topic}:${record.partition}:${record.offset}`, record);
    if (!due) {
      due = true;
      setTimeout(draw, 250);
    }
  }

  async function load() {
    outcome.textContent = "Reading the events …";
    try {
      const { records, complete } = await get(path("api", "runs", runId, "records"));
      records.forEach(add);
      outcome.textContent = complete ? "" : "The search ended early: there are too many events.";
      draw();
    } catch (problem) {
      outcome.textContent = problem.message;
    }
  }

  function draw() {
    due = false;
    const shown = [...known.values()].sort((one, other) => other.time.localeCompare(one.time)).slice(0, MOST);
    const open = new Set([...list.querySelectorAll("details[open]")].map((one) => one.dataset.key));
    show(list, table(`The latest events${known.size > MOST ? ` (${MOST} of ${known.size})` : ""}`, [
      { title: "time", cell: (record) => time(record.time) },
      { title: "event", cell: (record) => record.type },
      { title: "what", class: "text", cell: summary },
      { title: "record", class: "text", cell: (record) => whole(record, open) },
    ], shown, "Events appear here as they happen."));
  }

  draw();
  return { node, add };
}

function whole(record, open) {
  const key = `${record.topic}:${record.partition}:${record.offset}`;
  const text = element("pre", {});
  const details = element("details", { "data-key": key, open: open.has(key), ontoggle: fill }, element("summary", {}, key), text);
  function fill() {
    if (details.open && text.textContent === "") text.textContent = record.data === null ? "too large to show" : JSON.stringify(record.data, null, 2);
  }
  if (details.open) fill();
  return details;
}

function summary({ type, data }) {
  if (data === null) return "";
  const evaluation = data.evaluation;
  switch (type) {
    case "RunRequested": return data.name;
    case "RunCommanded": return words(data.command);
    case "PromptProposed": return `${words(evaluation.purpose)} of step ${evaluation.step}: ${data.examples.length} examples`;
    case "BatchScored": return `${words(evaluation.purpose)} of step ${evaluation.step}: ${data.correct} of ${evaluation.size} right (${percent(data.score)})`;
    case "GradientProduced": return data.gradient ?? `no gradient: ${data.failure?.message ?? ""}`;
    case "UpdateReplied": return `step ${data.step}: ${data.replies.length} ${data.replies.length === 1 ? "reply" : "replies"}`;
    case "PromptAccepted":
    case "PromptRejected": return `step ${data.step}: ${data.decision.reason}`;
    case "RunFinished": return data.reason ? `${words(data.outcome)}: ${data.reason}` : words(data.outcome);
    default: return "";
  }
}
