// The curve of a run: scores by step, and the temperature and rate beside it.

import { element } from "./dom.js";
import { chart } from "./chart.js";
import { count, decimal, percent } from "./format.js";

/** The section of the curve. `update(steps, evaluations)` shows a new state. */
export function curve() {
  const scores = chart({
    title: "Score by step",
    height: 260,
    text: percent,
    scales: { y: { range: bounds } },
    axes: [{ scale: "y", values: (_, ticks) => ticks.map((tick) => `${Math.round(100 * tick)} %`) }],
    series: [
      { label: "batch", mark: "circle", colour: "--batch", scale: "y" },
      { label: "candidate accepted", mark: "triangle", colour: "--accepted", scale: "y" },
      { label: "candidate rejected", mark: "cross", colour: "--rejected", scale: "y" },
      { label: "current prompt, acceptance", mark: null, colour: "--accepted", line: true, stepped: true, scale: "y" },
      { label: "validation", mark: "diamond", colour: "--validation", line: true, dash: [6, 4], scale: "y" },
    ],
  });
  const schedule = chart({
    title: "Temperature and learning rate",
    height: 150,
    text: decimal,
    scales: { t: { range: fromZero }, r: { range: fromZero } },
    axes: [
      { scale: "t", values: (_, ticks) => ticks.map((tick) => tick.toFixed(2)) },
      { scale: "r", side: 1, values: (_, ticks) => ticks.map((tick) => (Number.isInteger(tick) ? String(tick) : "")) },
    ],
    series: [
      { label: "temperature (left)", mark: "square", colour: "--temperature", line: true, scale: "t" },
      { label: "edits allowed (right)", mark: "diamond", colour: "--rate", line: true, stepped: true, dash: [2, 3], scale: "r", text: count },
    ],
  });
  const node = element("section", { "aria-labelledby": "curve-title" },
    element("h2", { id: "curve-title" }, "Curve"), element("div", { class: "charts" }, scores.node, schedule.node));

  function update(steps, evaluations) {
    scores.update(scoreData(steps, evaluations));
    schedule.update([steps.map((one) => one.step), steps.map((one) => one.temperature), steps.map((one) => one.rateLimit)]);
  }

  return { node, update };
}

/** One array of steps and one of each series. A screening or a rung that was cut short is no score of a candidate. */
export function scoreData(steps, evaluations) {
  const last = Math.max(0, ...steps.map((one) => one.step), ...evaluations.map((one) => one.step));
  const axis = Array.from({ length: last + 1 }, (_, step) => step);
  const byPurpose = (purpose) => latest(evaluations.filter((one) => one.purpose === purpose), (one) => one.score);
  const decided = (kind) => latest(steps.filter((one) => one.decision === kind && one.correct !== null && one.evaluated > 0), (one) => one.correct / one.evaluated);
  const accepted = decided("ACCEPTED");
  const rejected = decided("REJECTED");
  let current = steps.find((one) => one.previousCorrect !== null && one.total > 0);
  current = current ? current.previousCorrect / current.total : null;
  const line = axis.map((step) => (current = accepted.get(step) ?? current));
  const from = (values) => axis.map((step) => values.get(step) ?? null);
  return [axis, from(byPurpose("BATCH")), from(accepted), from(rejected), line, from(byPurpose("VALIDATION"))];
}

function latest(some, value) {
  return new Map(some.map((one) => [one.step, value(one)]));
}

function bounds(_, low, high) {
  if (low === null || low === undefined) return [0, 1];
  return [Math.max(0, Math.floor(low * 10 - 0.5) / 10), Math.min(1, Math.ceil(high * 10 + 0.5) / 10)];
}

function fromZero(_, low, high) {
  return [0, high ? 1.15 * high : 1];
}
