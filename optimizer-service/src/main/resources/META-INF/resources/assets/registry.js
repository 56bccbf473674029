// The registry applies promotions and labels a moment after it accepts them.

import { get, path } from "./rest.js";

const MOST_TRIES = 50;
const BETWEEN_TRIES = 200;

/** Waits until a run has a version under a name, and returns the version. */
export function promoted(name, runId) {
  return found(name, async () => {
    const versions = await get(path("api", "prompts", name, "versions"));
    return versions.find((one) => one.runId === runId)?.version;
  });
}

/** Waits until a label names a version. */
export function moved(name, label, version) {
  return found(name, (prompt) => (prompt.labels[label] === version ? version : undefined));
}

/** Asks for a name until it is there and `look` finds something; undefined if that takes too long. */
async function found(name, look) {
  for (let tries = 0; tries < MOST_TRIES; tries++) {
    const prompt = (await get("/api/prompts")).find((one) => one.name === name);
    const result = prompt && (await look(prompt));
    if (result !== undefined) return result;
    await new Promise((resume) => setTimeout(resume, BETWEEN_TRIES));
  }
  return undefined;
}
