// All experiments.

import { element, show, table } from "./dom.js";
import { dateTime } from "./format.js";
import { start } from "./page.js";
import { get, path } from "./rest.js";
import { badge } from "./run-parts.js";

start(async ({ main }) => {
  const list = element("div", {});
  show(main, element("h1", {}, "Experiments"), list);
  const experiments = await get("/api/experiments");
  show(list, table("The latest experiments", [
    { title: "Experiment", cell: (one) => [element("a", { href: path("experiments", one.experimentId) }, one.name), element("span", { class: "id" }, one.experimentId)] },
    { title: "Status", cell: (one) => badge(one.status) },
    { title: "Requested", cell: (one) => dateTime(one.createdAt) },
    { title: "Ended", cell: (one) => dateTime(one.endedAt) },
  ], experiments, ["No experiments yet. ", element("code", {}, "./dlpo experiment SPEC"), " starts one."]));
});
