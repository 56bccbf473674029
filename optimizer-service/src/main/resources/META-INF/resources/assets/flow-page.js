// The flow of events: where work waits, and what could not be processed.

import { announce, element, show, table } from "./dom.js";
import { bytes, count, dateTime, NONE } from "./format.js";
import { start } from "./page.js";
import { get } from "./rest.js";

const EVERY = 5000;

start(async ({ main }) => {
  const edges = element("div", {});
  const letters = element("div", {});
  const limits = element("div", {});
  show(main, element("h1", {}, "Flow"),
    element("p", { class: "quiet" }, "Each line is a topic and the service that processes it, in the order of a step, over all runs."),
    edges, element("h2", {}, "Dead letters"), letters, element("h2", {}, "Limits"), limits);
  let stuck = false;

  async function load() {
    const flow = await get("/api/flow");
    showLimits(flow.limits);
    if (!flow.kafka) {
      show(edges, element("p", { class: "notice bad", role: "alert" }, "Kafka does not answer. Runs go on when it is back."));
      return;
    }
    const most = Math.max(1, ...flow.stages.map((stage) => stage.lag));
    show(edges, table("Backlog and rate of each service", [
      { title: "event", cell: (stage) => stage.event },
      { title: "service", cell: (stage) => stage.service.replace(/^the /, "") },
      { title: "consumers", number: true, cell: (stage) => (stage.members === 0 ? element("strong", { class: "rejected" }, "✕ none") : `${stage.members} of at most ${stage.partitions}`) },
      { title: "backlog", number: true, cell: (stage) => [count(stage.lag), element("meter", { min: 0, max: most, value: stage.lag, "aria-label": `backlog ${stage.lag}` })] },
      { title: "per second", number: true, cell: (stage) => (stage.rate === null ? NONE : stage.rate.toFixed(1)) },
      { title: "topic", cell: (stage) => element("code", {}, stage.topic) },
      { title: "consumer group", cell: (stage) => element("code", {}, stage.group) },
    ], flow.stages));
    const missing = flow.stages.some((stage) => stage.members === 0);
    if (missing && !stuck) announce("A service has no consumer");
    stuck = missing;
  }

  async function loadLetters() {
    try {
      const found = await get("/api/dead-letters?limit=20");
      const topics = found.topics.filter((topic) => topic.count > 0);
      show(letters,
        topics.length === 0
          ? element("p", {}, "None.")
          : [table("Records that a service could not process", [
            { title: "service", cell: (topic) => topic.consumer },
            { title: "topic", cell: (topic) => element("code", {}, topic.originalTopic) },
            { title: "records", number: true, cell: (topic) => count(topic.count) },
          ], topics),
          table("The latest of them", [
            { title: "time", cell: (letter) => dateTime(letter.time) },
            { title: "service", cell: (letter) => letter.consumer },
            { title: "event", cell: (letter) => letter.eventType ?? NONE },
            { title: "reason", class: "text", cell: (letter) => letter.reason },
            { title: "sent again", cell: (letter) => dateTime(letter.redrivenAt) },
            { title: "id", cell: (letter) => element("code", {}, letter.id) },
          ], found.letters),
          element("p", { class: "quiet" }, "Send one again with ", element("code", {}, "./dlpo dead-letters redrive ID"), ".")]);
    } catch (problem) {
      show(letters, element("p", { class: "quiet" }, problem.message));
    }
  }

  function showLimits(sizes) {
    show(limits,
      element("p", {}, "A service has work for as many consumers as its topic has partitions. A run that is larger than this is refused:"),
      table("How large the input of a run may be", [
        { title: "what", cell: ([what]) => what },
        { title: "at most", number: true, cell: ([, most]) => most },
      ], [
        ["initial prompt", bytes(sizes.promptBytes)],
        ["spec with all defaults", bytes(sizes.specBytes)],
        ["one example", bytes(sizes.exampleBytes)],
        ["examples of an evaluation", count(sizes.evaluationExamples)],
      ]));
  }

  await Promise.all([load(), loadLetters()]);
  setInterval(() => {
    if (document.visibilityState === "visible") load().catch((problem) => show(edges, element("p", { class: "notice bad" }, problem.message)));
  }, EVERY);
});
