// Parts of a run that several pages show.

import { element, shape } from "./dom.js";
import { duration, elapsed, spending, timeLeft, words } from "./format.js";

const SIGNS = { RUNNING: "●", PAUSED: "❚❚", FINISHED: "✓", BUDGET_SPENT: "◷", CANCELLED: "⊘", FAILED: "✕" };

/** The status in words, with a sign, so that colour is not all that tells. */
export function badge(status) {
  return element("span", { class: `badge ${status.toLowerCase().replaceAll("_", "-")}` },
    element("span", { "aria-hidden": "true" }, SIGNS[status] ?? "•"), " ", words(status));
}

/** A warning that a simulator gave the answers. */
export function simulated(run) {
  return run.simulated
    ? element("span", { class: "badge simulated", title: "The simulator gave these answers; no model was called." }, "simulated")
    : null;
}

/** Progress against a budget as text with bars. */
export function budget(run) {
  return spending(run).map((part) => element("span", { class: "spent" },
    part.text,
    part.share === null ? null : element("meter", { min: 0, max: 1, high: 0.8, value: part.share, "aria-label": part.text })));
}

/** How long a run took or takes. */
export function times(run) {
  const left = timeLeft(run);
  return `${duration(elapsed(run))}${left === null ? "" : `, about ${duration(left)} left`}`;
}

/** The score by step, small. Its text says what the line shows. */
export function sparkline(points) {
  if (points.length === 0) return element("span", { class: "quiet" }, "–");
  const width = 96;
  const height = 22;
  const scores = points.map((point) => point.score);
  const low = Math.min(...scores);
  const high = Math.max(...scores);
  const lastStep = Math.max(1, points.at(-1).step);
  const x = (point) => 3 + ((width - 6) * point.step) / lastStep;
  const y = (point) => (high === low ? height / 2 : height - 3 - ((height - 6) * (point.score - low)) / (high - low));
  const label = `from ${(100 * scores[0]).toFixed(0)} % to ${(100 * scores.at(-1)).toFixed(0)} %`;
  return shape("svg", { class: "sparkline", viewBox: `0 0 ${width} ${height}`, width, height, role: "img", "aria-label": label },
    shape("polyline", { points: points.map((point) => `${x(point).toFixed(1)},${y(point).toFixed(1)}`).join(" ") }),
    shape("circle", { cx: x(points.at(-1)), cy: y(points.at(-1)), r: 2.5 }));
}
