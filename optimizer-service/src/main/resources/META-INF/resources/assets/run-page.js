// One run, live.

import { announce, element, show } from "./dom.js";
import { curve } from "./curve.js";
import { examplesView } from "./examples-view.js";
import { dateTime, decided, hasEnded, words } from "./format.js";
import { follow } from "./live.js";
import { problemNotice, start } from "./page.js";
import { promptView } from "./prompt-view.js";
import { recordsView } from "./records-view.js";
import { get, path } from "./rest.js";
import { runActions } from "./run-actions.js";
import { costsView, resultView, stepsView } from "./run-figures.js";
import { badge, budget, simulated, times } from "./run-parts.js";

const runId = decodeURIComponent(location.pathname.split("/")[2]);
const api = (...parts) => path("api", "runs", runId, ...parts);

start(async ({ main, mayChange }) => {
  const head = element("div", {});
  const warnings = element("div", {});
  const state = element("span", { class: "connection" });
  const actions = runActions(mayChange);
  const result = resultView();
  const chart = curve();
  const prompt = promptView(runId);
  const steps = stepsView();
  const costs = costsView();
  const examples = examplesView(runId);
  const records = recordsView(runId);
  let run = await get(api());
  let made = await get(api("steps"));
  let prompts = await get(api("prompts"));
  let evaluations = [];

  show(main, head, actions.node, warnings, result.node, chart.node, prompt.node, steps.node, costs.node, examples.node, records.node,
    element("p", {}, element("a", { href: `${api("report")}/html` }, "Report to print or send")));

  function drawHead() {
    document.title = `${run.name}: ${words(run.status)} – DLPO`;
    show(head,
      element("div", { class: "head" }, element("h1", {}, run.name), badge(run.status), simulated(run), state),
      run.reason ? element("p", { class: "why" }, run.reason) : null,
      element("dl", { class: "facts" },
        fact("Run", element("code", {}, run.runId)),
        run.forkedFrom ? fact("Forked from", [element("a", { href: path("runs", run.forkedFrom.runId) }, run.forkedFrom.runId), ` after step ${run.forkedFrom.step}`]) : null,
        fact("Step", [`${decided(run)} of ${run.steps} `, element("progress", { max: run.steps, value: decided(run), "aria-label": "steps made" })]),
        fact("Accepted", `${run.accepted} of ${decided(run)}`),
        fact("Spent", budget(run)),
        fact("Time", times(run)),
        fact("Models", `${run.models.forward} (forward), ${run.models.backward} (backward)`),
        fact("Started", dateTime(run.createdAt)),
        hasEnded(run) ? null : fact("Waits for", run.waitingFor ?? run.phase)));
    show(warnings, run.warnings.length === 0 ? null : element("div", { class: "notice" },
      element("h2", {}, run.warnings.length === 1 ? "Warning" : "Warnings"), element("ul", {}, run.warnings.map((one) => element("li", {}, one)))));
  }

  function fact(name, value) {
    return element("div", {}, element("dt", {}, name), element("dd", {}, value));
  }

  function drawRun(next) {
    if (next.status !== run.status) announce(`The run is ${words(next.status)}`);
    run = next;
    drawHead();
    actions.update(run);
    result.update(run);
  }

  function drawSteps() {
    steps.update(made);
    chart.update(made, evaluations);
  }

  /** What changes with a step and is no part of the stream. */
  async function refresh() {
    const [latest, report] = await Promise.all([get(api("prompts")), get(api("report"))]);
    prompts = latest;
    prompt.update(run, prompts, made);
    costs.update(report);
  }

  const refreshSoon = atMostEvery(1000, () => refresh().catch(console.error));

  async function loadEvaluations() {
    const found = await get(api("evaluations"));
    found.evaluations.forEach(addEvaluation);
    drawEvaluations();
  }

  function addEvaluation(one) {
    if (!evaluations.some((other) => other.evaluationId === one.evaluationId)) {
      evaluations = [...evaluations, one].sort((a, b) => a.time.localeCompare(b.time));
    }
  }

  function drawEvaluations() {
    chart.update(made, evaluations);
    examples.update(evaluations, prompts[0].promptId);
  }

  function sawRecord(record) {
    records.add(record);
    if (record.type === "BatchScored" && record.data) {
      const { evaluation, correct, failed, score } = record.data;
      addEvaluation({ evaluationId: evaluation.id, step: evaluation.step, purpose: evaluation.purpose, promptId: evaluation.promptId, size: evaluation.size, correct, failed, score, time: record.time });
      drawEvaluations();
    }
  }

  drawRun(run);
  drawSteps();
  await refresh();
  loadEvaluations().catch((problem) => examples.node.append(problemNotice(problem)));
  const stop = follow(`${api("events")}?detail=true`, {
    run: (next) => {
      drawRun(next);
      refreshSoon();
    },
    step: (step) => {
      if (!made.some((one) => one.step === step.step)) {
        made = [...made, step];
        announce(`Step ${step.step} ${words(step.decision)}`);
        drawSteps();
      }
    },
    status: (next) => {
      drawRun(next);
      refreshSoon();
      if (hasEnded(next)) end();
    },
    record: sawRecord,
    gone: () => location.assign("/"),
  }, (up) => {
    state.textContent = up ? "live" : "connecting …";
    state.classList.toggle("up", up);
  });
  const clock = setInterval(drawHead, 5000);

  function end() {
    stop();
    clearInterval(clock);
    state.textContent = "";
    state.classList.remove("up");
    loadEvaluations().catch(console.error);
  }
});

/** Calls an action at once, and then no more often than given, but always after the last request. */
function atMostEvery(millis, action) {
  let timer = null;
  let again = false;
  return function request() {
    if (timer) {
      again = true;
      return;
    }
    action();
    timer = setTimeout(() => {
      timer = null;
      if (again) {
        again = false;
        request();
      }
    }, millis);
  };
}
