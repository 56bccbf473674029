// The promoted prompts: by name, with their versions and labels.

import { ask, field } from "./dialog.js";
import { announce, element, show, table } from "./dom.js";
import { dateTime, percent, points } from "./format.js";
import { hasPrompts, start } from "./page.js";
import { moved } from "./registry.js";
import { get, path, send } from "./rest.js";

start(async ({ main, mayChange }) => {
  if (!(await hasPrompts())) {
    show(main, element("h1", {}, "Prompts"), element("p", {}, "This service keeps no registry of prompts."));
    return;
  }
  const list = element("div", {});
  show(main, element("h1", {}, "Prompts"),
    element("p", { class: "quiet" }, "Applications fetch a prompt by its name and a label. To roll back, move the label to an earlier version."), list);

  async function load() {
    const names = await get("/api/prompts");
    const prompts = await Promise.all(names.map(async ({ name }) => ({ name, versions: await get(path("api", "prompts", name, "versions")) })));
    show(list, prompts.length === 0 ? element("p", {}, "None yet: promote the best prompt of a run on its page.") : prompts.map(prompt));
  }

  function prompt({ name, versions }) {
    return element("section", {}, element("h2", {}, name),
      table(`Versions of ${name}`, [
        { title: "version", cell: (one) => String(one.version) },
        { title: "labels", cell: (one) => one.labels.map((label) => [element("span", { class: "badge finished" }, label), " "]) },
        { title: "held out", cell: ({ evidence }) => [percent(evidence.best?.score), " ", flags(evidence)] },
        { title: "before", number: true, cell: ({ evidence }) => percent(evidence.baseline?.score) },
        { title: "difference", number: true, cell: ({ evidence }) => points(evidence.comparison?.difference) },
        { title: "model", cell: ({ evidence }) => evidence.forwardModel },
        { title: "run", cell: (one) => element("a", { href: path("runs", one.runId) }, one.runId) },
        { title: "promoted", cell: (one) => [dateTime(one.promotedAt), one.promotedBy ? ` by ${one.promotedBy}` : ""] },
        { title: "prompt", class: "text", cell: (one) => element("details", {}, element("summary", {}, "Show"), element("pre", {}, one.prompt)) },
        ...(mayChange ? [{ title: "label", cell: (one) => element("button", { type: "button", onclick: () => move(name, one.version) }, `Label version ${one.version} …`) }] : []),
      ], versions));
  }

  function move(name, version) {
    const label = element("input", { required: true, value: "production" });
    ask(`Move a label to version ${version}`, [
      field("label", "Label", label, `Applications that ask for ${name} with this label get version ${version} from now on`),
    ], "Move the label", async () => {
      await send("PUT", path("api", "prompts", name, "labels", label.value), { version });
      await moved(name, label.value, version);
      announce(`${label.value} is version ${version} of ${name}`);
      await load();
    });
  }

  await load();
});

function flags({ simulated, forced }) {
  return [
    simulated ? element("span", { class: "badge simulated" }, "simulated") : null,
    forced ? [" ", element("span", { class: "badge paused", title: "The test split shows no improvement" }, "forced")] : null,
  ];
}
