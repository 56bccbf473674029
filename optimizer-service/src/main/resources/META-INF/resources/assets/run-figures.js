// The numbers of a run: its result, its steps and where the money went.

import { element, show, table } from "./dom.js";
import { count, decimal, percent, points, usd, words } from "./format.js";

/** Both prompts on the test split. */
export function resultView() {
  const body = element("div", {});
  const node = element("section", { "aria-labelledby": "result-title", hidden: true }, element("h2", { id: "result-title" }, "Result on held-out data"), body);

  function update(run) {
    node.hidden = !run.baseline && !run.best;
    const rows = [["initial prompt", run.baseline], ["best prompt", run.best]].filter(([, score]) => score);
    show(body, table("Both prompts on the same examples of the test split", [
      { title: "prompt", cell: ([name]) => name },
      { title: "correct", number: true, cell: ([, score]) => `${score.correct} of ${score.total}` },
      { title: "score", number: true, cell: ([, score]) => percent(score.score) },
      { title: "95 % interval", number: true, cell: ([, score]) => `${percent(Math.max(0, score.lower))} to ${percent(Math.min(1, score.upper))}` },
    ], rows), run.comparison ? element("p", {}, comparison(run.comparison)) : null);
  }

  return { node, update };
}

function comparison({ difference, lower, upper, p, method }) {
  const interval = lower === null || upper === null || lower === undefined || upper === undefined
    ? ""
    : ` (95 % interval ${points(Math.max(-1, lower))} to ${points(Math.min(1, upper))})`;
  const shown = p === null || p === undefined ? "" : `, p ${p < 0.001 ? "< 0.001" : decimal(p)} (${words(method)})`;
  return `Difference ${points(difference)}${interval}${shown}.`;
}

/** All steps with their decisions. */
export function stepsView() {
  const body = element("div", {});
  const node = element("section", { "aria-labelledby": "steps-title" }, element("h2", { id: "steps-title" }, "Steps"), body);

  function update(steps) {
    show(body, table("Candidates on the acceptance set", [
      { title: "step", cell: (step) => String(step.step) },
      { title: "decision", cell: (step) => element("span", { class: step.decision === "ACCEPTED" ? "accepted" : "rejected" }, step.decision === "ACCEPTED" ? "▲ accepted" : "✕ rejected") },
      { title: "reason", class: "text", cell: (step) => step.reason },
      { title: "before", number: true, cell: (step) => count(step.previousCorrect) },
      { title: "candidate", number: true, cell: (step) => count(step.correct) },
      { title: "scored", number: true, cell: (step) => `${step.evaluated} of ${step.total}` },
      { title: "temperature", number: true, cell: (step) => decimal(step.temperature) },
      { title: "probability", number: true, cell: (step) => decimal(step.probability) },
      { title: "edits", number: true, cell: (step) => `${step.edits.length}${step.rateLimit === null ? "" : ` of ${step.rateLimit}`}` },
      { title: "calls paid", number: true, cell: (step) => count(step.calls.paid) },
      { title: "cached", number: true, cell: (step) => count(step.calls.ledger) },
      { title: "tokens", number: true, cell: (step) => count(step.tokens.input + step.tokens.output) },
    ], steps));
  }

  return { node, update };
}

/** Calls, tokens and money by purpose. */
export function costsView() {
  const body = element("div", {});
  const node = element("section", { "aria-labelledby": "costs-title" }, element("h2", { id: "costs-title" }, "Calls, tokens, money"), body);

  function update(report) {
    const priced = report.costs.some((cost) => cost.usd !== null) && !report.simulated;
    const total = {
      purpose: "all", paid: report.run.calls.paid, ledger: report.run.calls.ledger,
      inputTokens: report.run.tokens.input, outputTokens: report.run.tokens.output, usd: report.usd,
    };
    const tokens = Math.max(1, total.inputTokens + total.outputTokens);
    show(body, table("Model calls by purpose; tokens and money are those of paid calls", [
      { title: "purpose", cell: (cost) => words(cost.purpose) },
      { title: "paid", number: true, cell: (cost) => count(cost.paid) },
      { title: "cached", number: true, cell: (cost) => count(cost.ledger) },
      { title: "input tokens", number: true, cell: (cost) => count(cost.inputTokens) },
      { title: "output tokens", number: true, cell: (cost) => count(cost.outputTokens) },
      { title: "share of tokens", number: true, cell: (cost) => percent((cost.inputTokens + cost.outputTokens) / tokens) },
      ...(priced ? [{ title: "money", number: true, cell: (cost) => usd(cost.usd) }] : []),
    ], [...report.costs, total]), report.simulated ? element("p", { class: "quiet" }, "The simulator costs nothing.") : null);
  }

  return { node, update };
}
