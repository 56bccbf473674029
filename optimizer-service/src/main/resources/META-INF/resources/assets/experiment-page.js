// One experiment: its variants side by side, with intervals and tests.

import { element, shape, show, table } from "./dom.js";
import { count, decimal, NONE, percent, points, words } from "./format.js";
import { start } from "./page.js";
import { get, path } from "./rest.js";
import { badge } from "./run-parts.js";

const EVERY = 5000;
const experimentId = decodeURIComponent(location.pathname.split("/")[2]);
const api = (...parts) => path("api", "experiments", experimentId, ...parts);

start(async ({ main }) => {
  const head = element("div", {});
  const results = element("div", {});
  const cells = element("div", {});
  show(main, head, results, cells, element("p", {}, element("a", { href: `${api("report")}/html` }, "Report to print or send")));

  async function load() {
    const [experiment, report] = await Promise.all([get(api()), get(api("report"))]);
    document.title = `${experiment.name} – DLPO`;
    show(head,
      element("div", { class: "head" }, element("h1", {}, experiment.name), badge(experiment.status),
        report.simulated ? element("span", { class: "badge simulated" }, "simulated") : null),
      element("p", {}, `${experiment.ended} of ${experiment.runs} runs have ended, ${experiment.step} of ${experiment.steps} steps. At most ${experiment.parallel} runs at once. `,
        report.pairing === "SEED" ? "Variants are compared seed by seed." : ""));
    show(results, (report.overall ? [report.overall, ...report.groups] : report.groups).map(group));
    show(cells, element("h2", {}, "Runs"), table("All runs of the experiment", [
      { title: "run", cell: (cell) => element("a", { href: path("runs", cell.runId) }, cell.cellId) },
      { title: "status", cell: (cell) => badge(cell.status) },
      { title: "step", number: true, cell: (cell) => `${cell.step} of ${cell.steps}` },
      { title: "dataset", cell: (cell) => cell.dataset },
      { title: "variant", cell: (cell) => cell.variant },
      { title: "seed", number: true, cell: (cell) => String(cell.seed) },
    ], experiment.cells));
    return experiment;
  }

  let experiment = await load();
  const timer = setInterval(async () => {
    if (experiment.endedAt) clearInterval(timer);
    else experiment = await load().catch(() => experiment);
  }, EVERY);
});

function group(one) {
  const title = one.transfer ? `trained on ${one.dataset}, scored on ${one.transfer}` : one.dataset;
  return element("section", {}, element("h2", {}, title),
    table("Accuracy on the test split by variant", [
      { title: "variant", cell: (variant) => variant.variant },
      { title: "runs", number: true, cell: (variant) => String(variant.accuracies.length) },
      { title: "mean", number: true, cell: (variant) => percent(measure(variant).mean) },
      { title: "95 % interval of the mean", number: true, cell: (variant) => interval(measure(variant)) },
      { title: "0 to 100 %", cell: (variant) => whisker(measure(variant)) },
      { title: "spread", number: true, cell: (variant) => decimal(measure(variant).deviation) },
      { title: "paid calls", number: true, cell: (variant) => count(Math.round(Object.values(variant.meanPaidCalls).reduce((sum, calls) => sum + calls, 0))) },
    ], one.variants),
    one.comparisons.length === 0 ? null : table("Differences of the variants; p is corrected for all comparisons (Holm)", [
      { title: "variants", cell: (pair) => `${pair.second} against ${pair.first}` },
      { title: "runs", number: true, cell: (pair) => String(pair.runs) },
      { title: "difference", number: true, cell: (pair) => points(pair.mean.difference) },
      { title: "95 % interval", number: true, cell: (pair) => (pair.mean.interval ? `${points(Math.max(-1, pair.mean.interval.lower))} to ${points(Math.min(1, pair.mean.interval.upper))}` : NONE) },
      { title: "p, Holm", number: true, cell: (pair) => decimal(pair.adjustedP) },
      { title: "p of a permutation test", number: true, cell: (pair) => decimal(pair.permutationP) },
    ], one.comparisons),
    one.spread ? element("p", { class: "quiet" }, `Equal variances: p ${decimal(one.spread.p)} (Brown-Forsythe).`) : null);
}

function measure(variant) {
  return variant.measures.ACCURACY ?? {};
}

/** An accuracy cannot leave 0 to 100 %, whatever the interval of its mean says. */
function interval({ interval: found }) {
  return found ? `${percent(Math.max(0, found.lower))} to ${percent(Math.min(1, found.upper))}` : NONE;
}

function whisker({ mean, interval: found }) {
  if (mean === null || mean === undefined) return NONE;
  const x = (share) => 2 + 196 * Math.min(1, Math.max(0, share));
  return shape("svg", { class: "whisker", viewBox: "0 0 200 16", role: "img", "aria-label": `${percent(mean)}, ${words("interval")} ${interval({ interval: found })}` },
    shape("line", { class: "axis", x1: 2, x2: 198, y1: 8, y2: 8 }),
    found ? shape("line", { x1: x(found.lower), x2: x(found.upper), y1: 8, y2: 8 }) : null,
    shape("circle", { cx: x(mean), cy: 8, r: 4 }));
}
