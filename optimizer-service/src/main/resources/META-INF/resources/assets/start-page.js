// Starts a run from a spec and a dataset: checks both and shows the estimate first.

import { field } from "./dialog.js";
import { announce, element, show, table } from "./dom.js";
import { count, usd, words } from "./format.js";
import { problemNotice, start } from "./page.js";
import { path, upload } from "./rest.js";

const EXAMPLE = `name: my-first-run
prompt: You will answer a reasoning question.
dataset: {split: {train: 40, validation: 40, test: 60, seed: 7}}
metric: {type: number}
optimizer: {batchSize: 5, steps: 8}
seed: 42
`;

const FORMATS = { jsonl: "JSON Lines", csv: "CSV", bbh: "BIG-Bench Hard (JSON)", gsm8k: "GSM8K (JSON Lines)" };

start(async ({ main, mayChange }) => {
  const spec = element("textarea", { spellcheck: "false", required: true, oninput: outdated });
  const file = element("input", { type: "file", accept: ".jsonl,.json,.csv,.tsv,.txt", onchange: choseFile });
  const specFile = element("input", { type: "file", accept: ".yaml,.yml,.json", onchange: () => readSpec(specFile.files[0]) });
  const format = element("select", { onchange: outdated }, Object.entries(FORMATS).map(([value, text]) => element("option", { value }, text)));
  const estimate = element("button", { type: "submit", class: "primary" }, "Check and estimate");
  const launch = element("button", { type: "button", disabled: true, onclick: run }, "Start the run");
  const outcome = element("div", { id: "estimate" });
  const form = element("form", { onsubmit: check },
    element("div", { class: "columns" },
      element("div", {},
        drop(specFile, "Drop a spec here, or choose one", "spec-file", (dropped) => readSpec(dropped)),
        field("spec", "Spec (YAML or JSON)", spec, "The dataset beside takes the place of dataset.file; splits and columns stay.")),
      element("div", {},
        drop(file, "Drop a dataset here, or choose one", "dataset-file", (dropped) => {
          file.files = dropped;
          choseFile();
        }),
        field("format", "Format of the dataset", format),
        element("div", { class: "actions" }, estimate, launch), outcome)));
  let dataset = null;

  spec.value = EXAMPLE;
  show(main, element("h1", {}, "Start a run"),
    mayChange ? null : element("p", { class: "notice" }, "Your role lets you estimate, but not start."), form);

  /** A zone that takes files from the mouse, with a file control for everybody else. */
  function drop(control, text, id, taken) {
    control.id = id;
    const zone = element("div", { class: "drop" }, element("label", { for: id }, text), " ", control);
    const over = (event, is) => {
      event.preventDefault();
      zone.classList.toggle("over", is);
    };
    zone.addEventListener("dragover", (event) => over(event, true));
    zone.addEventListener("dragleave", (event) => over(event, false));
    zone.addEventListener("drop", (event) => {
      over(event, false);
      if (event.dataTransfer.files.length > 0) taken(id === "spec-file" ? event.dataTransfer.files[0] : event.dataTransfer.files);
    });
    return zone;
  }

  async function readSpec(chosen) {
    if (!chosen) return;
    spec.value = await chosen.text();
    const named = /format:\s*["']?(\w+)/.exec(spec.value)?.[1];
    if (named && Object.hasOwn(FORMATS, named)) format.value = named;
    outdated();
    announce(`Spec ${chosen.name} read`);
  }

  function choseFile() {
    const name = file.files[0]?.name.toLowerCase() ?? "";
    if (name.endsWith(".csv") || name.endsWith(".tsv")) format.value = "csv";
    else if (name.endsWith(".json")) format.value = "bbh";
    else if (name.endsWith(".jsonl")) format.value = "jsonl";
    outdated();
  }

  /** What was estimated is no longer what would start. */
  function outdated() {
    dataset = null;
    launch.disabled = true;
    show(outcome);
  }

  async function check(event) {
    event.preventDefault();
    estimate.disabled = true;
    show(outcome, element("p", { class: "quiet", role: "status" }, "Simulating the run …"));
    try {
      dataset = await uploaded();
      show(outcome, estimated(await upload(query("/api/estimates"), spec.value, type())));
      launch.disabled = !mayChange;
      announce("The estimate is ready");
      if (mayChange) launch.focus();
    } catch (problem) {
      show(outcome, problemNotice(problem));
    } finally {
      estimate.disabled = false;
    }
  }

  async function run() {
    launch.disabled = true;
    try {
      const { runId } = await upload(query("/api/runs"), spec.value, type());
      await shown(runId);
    } catch (problem) {
      launch.disabled = false;
      show(outcome, problemNotice(problem));
    }
  }

  /** A run is there once its request was handled. */
  async function shown(runId) {
    show(outcome, element("p", { class: "quiet", role: "status" }, "Starting …"));
    for (let tries = 0; tries < 75; tries++) {
      const runs = await (await fetch("/api/runs")).json();
      if (runs.some((one) => one.runId === runId)) {
        location.assign(path("runs", runId));
        return;
      }
      await new Promise((resume) => setTimeout(resume, 400));
    }
    show(outcome, element("p", { class: "notice" }, `Run ${runId} was requested, but nobody has started it yet. `, element("a", { href: "/flow" }, "See where it waits"), "."));
  }

  /** The id of the uploaded dataset; null if the spec itself names one. */
  async function uploaded() {
    const chosen = file.files[0];
    if (!chosen) return null;
    const { id } = await upload(`/api/datasets?${new URLSearchParams({ name: chosen.name, format: format.value })}`, chosen, "application/octet-stream");
    return id;
  }

  function query(address) {
    return dataset ? `${address}?${new URLSearchParams({ dataset })}` : address;
  }

  function type() {
    return spec.value.trimStart().startsWith("{") ? "application/json" : "application/yaml";
  }
});

function estimated(estimate) {
  const { total } = estimate;
  return element("section", { "aria-labelledby": "estimate-title" },
    element("h2", { id: "estimate-title" }, `Estimate of ${estimate.name}`),
    element("p", {}, `About ${count(total.calls.expected)} paid calls (${count(total.calls.low)} to ${count(total.calls.high)}), `,
      total.usd ? `${usd(total.usd.expected)} (${usd(total.usd.low)} to ${usd(total.usd.high)}).` : "money unknown: a model has no price."),
    table(`Mean of ${estimate.rehearsals} simulated runs`, [
      { title: "stage", cell: (stage) => words(stage.stage) },
      { title: "model", cell: (stage) => stage.model },
      { title: "calls", number: true, cell: ({ spent }) => count(spent.calls.expected) },
      { title: "input tokens", number: true, cell: ({ spent }) => count(spent.inputTokens.expected) },
      { title: "output tokens", number: true, cell: ({ spent }) => count(spent.outputTokens.expected) },
      { title: "money", number: true, cell: ({ spent }) => (spent.usd ? usd(spent.usd.expected) : "–") },
    ], estimate.stages),
    estimate.notes.length === 0 ? null : element("ul", {}, estimate.notes.map((note) => element("li", {}, note))),
    element("details", {}, element("summary", {}, "Assumptions"),
      element("ul", {}, estimate.assumptions.map((one) => element("li", {}, `${one.meaning}: ${one.value} (${one.source})`)))));
}
