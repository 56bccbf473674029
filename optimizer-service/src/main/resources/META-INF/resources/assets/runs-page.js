// All runs, live.

import { announce, element, show, table } from "./dom.js";
import { dateTime, decided, latestScore, words } from "./format.js";
import { follow } from "./live.js";
import { start } from "./page.js";
import { get, path } from "./rest.js";
import { badge, budget, simulated, sparkline, times } from "./run-parts.js";

const COLUMNS = [
  { title: "Run", cell: (run) => [element("a", { href: path("runs", run.runId) }, run.name), element("span", { class: "id" }, run.runId)] },
  { title: "Status", cell: (run) => [badge(run.status), " ", simulated(run), run.reason ? element("span", { class: "why" }, run.reason) : null] },
  { title: "Score", cell: (run) => element("span", { class: "score" }, sparkline(run.curve), latestScore(run)?.text ?? "") },
  { title: "Step", number: true, cell: (run) => `${decided(run)} of ${run.steps}` },
  { title: "Spent", cell: budget },
  { title: "Time", cell: times },
  { title: "Warnings", cell: warnings },
  { title: "Started", class: "brief", cell: (run) => dateTime(run.createdAt) },
];

function warnings(run) {
  if (run.warnings.length === 0) return "";
  return element("details", {},
    element("summary", {}, `${run.warnings.length} ${run.warnings.length === 1 ? "warning" : "warnings"}`),
    element("ul", {}, run.warnings.map((warning) => element("li", {}, warning))));
}

start(async ({ main, mayChange }) => {
  const runs = new Map();
  const state = element("span", { class: "connection" });
  const list = element("div", {});
  const filter = element("select", { id: "filter", onchange: draw },
    element("option", { value: "" }, "all"),
    ["RUNNING", "PAUSED", "FINISHED", "BUDGET_SPENT", "CANCELLED", "FAILED"].map((status) =>
      element("option", { value: status }, words(status))));
  let due = false;

  show(main,
    element("div", { class: "head" }, element("h1", {}, "Runs"),
      element("label", { for: "filter" }, "Status"), filter, state),
    list);

  function draw() {
    due = false;
    const shown = [...runs.values()]
      .filter((run) => filter.value === "" || run.status === filter.value)
      .sort((one, other) => other.createdAt.localeCompare(one.createdAt));
    // Links and open lists keep the focus of the keyboard when rows are drawn anew.
    const focused = list.contains(document.activeElement) ? document.activeElement.getAttribute("href") : null;
    const open = new Set([...list.querySelectorAll("details[open]")].map((one) => one.closest("tr").querySelector("a").getAttribute("href")));
    show(list, table("The latest runs", COLUMNS, shown,
      runs.size === 0 ? ["No runs yet. ", mayChange ? element("a", { href: "/start" }, "Start the first one") : "./dlpo run SPEC starts one."] : "No run has this status."));
    for (const row of list.querySelectorAll("tbody tr")) {
      const link = row.querySelector("a");
      const details = row.querySelector("details");
      if (details && link && open.has(link.getAttribute("href"))) details.open = true;
      if (focused && link?.getAttribute("href") === focused) link.focus({ preventScroll: true });
    }
  }

  /** Many changes at once are drawn once. */
  function drawSoon() {
    if (!due) {
      due = true;
      setTimeout(draw, 150);
    }
  }

  async function load() {
    const latest = await get("/api/runs");
    runs.clear();
    latest.forEach((run) => runs.set(run.runId, run));
    draw();
  }

  function changed(run) {
    const before = runs.get(run.runId);
    runs.set(run.runId, run);
    if (before && before.status !== run.status) announce(`${run.name} is ${words(run.status)}`);
    drawSoon();
  }

  await load();
  follow("/api/events", {
    run: changed,
    gone: ({ runId }) => {
      runs.delete(runId);
      drawSoon();
    },
  }, (up) => {
    state.textContent = up ? "live" : "connecting …";
    state.classList.toggle("up", up);
    // What changed before the stream was open is in the list by now.
    if (up) load().catch(() => state.classList.remove("up"));
  });
  setInterval(() => {
    if ([...runs.values()].some((run) => run.status === "RUNNING")) drawSoon();
  }, 5000);
});
