// Numbers, times and states as people read them.

export const NONE = "–";

const COUNT = new Intl.NumberFormat("en");

export function count(number) {
  return number === null || number === undefined ? NONE : COUNT.format(number);
}

/** A size in bytes, in kilobytes if it has any. */
export function bytes(size) {
  return size < 1000 ? `${size} B` : `${count(size / 1000)} kB`;
}

/** A share as a percentage, such as `62.3 %`. */
export function percent(share) {
  return share === null || share === undefined ? NONE : `${(100 * share).toFixed(1)} %`;
}

/** The difference of two shares in percentage points, with its sign. */
export function points(difference) {
  if (difference === null || difference === undefined) return NONE;
  return `${difference < 0 ? "−" : "+"}${Math.abs(100 * difference).toFixed(1)} points`;
}

export function decimal(number, digits = 3) {
  return number === null || number === undefined ? NONE : Number(number).toFixed(digits);
}

export function usd(amount) {
  return amount === null || amount === undefined ? NONE : `${Number(amount).toFixed(4)} USD`;
}

/** A duration in its two largest units. */
export function duration(millis) {
  const seconds = Math.round(millis / 1000);
  if (seconds < 60) return `${seconds} s`;
  const minutes = Math.floor(seconds / 60);
  if (minutes < 60) return `${minutes} min ${seconds % 60} s`;
  const hours = Math.floor(minutes / 60);
  return hours < 48 ? `${hours} h ${minutes % 60} min` : `${Math.floor(hours / 24)} d ${hours % 24} h`;
}

const TECHNIQUES = { learningrate: "learning rate", learningratedecay: "learning-rate decay" };

/** The name of a technique in events, as words. */
export function techniqueName(name) {
  return TECHNIQUES[name] ?? name;
}

export function time(text) {
  return text ? new Date(text).toLocaleTimeString("en-GB") : NONE;
}

export function dateTime(text) {
  return text ? new Date(text).toLocaleString("en-GB", { dateStyle: "medium", timeStyle: "short" }) : NONE;
}

/** `BUDGET_SPENT` as `budget spent`. */
export function words(constant) {
  return String(constant).toLowerCase().replaceAll("_", " ");
}

export function hasEnded(run) {
  return run.status !== "RUNNING" && run.status !== "PAUSED";
}

/** The steps that have a decision. */
export function decided(run) {
  return run.accepted + run.rejected;
}

/** The time left in milliseconds if steps go on as they did; null if unknown. */
export function timeLeft(run) {
  const done = decided(run);
  if (run.status !== "RUNNING" || done === 0) return null;
  return (elapsed(run) / done) * Math.max(0, run.steps - done);
}

/** The time since the request, which goes on while the run is not told again. */
export function elapsed(run) {
  return hasEnded(run) ? run.wallMillis : Math.max(run.wallMillis, Date.now() - Date.parse(run.createdAt));
}

/** What was spent against what the budget allows; the part nearest to its limit first. */
export function spending(run) {
  const budget = run.budget;
  if (!budget) return [{ text: `${count(run.calls.paid)} calls paid`, share: null }];
  const limits = [
    [budget.calls, budget.callLimit, "calls", count],
    [budget.tokens, budget.tokenLimit, "tokens", count],
    [budget.usd, budget.usdLimit, "USD", (amount) => Number(amount).toFixed(2)],
  ];
  return limits
    .filter(([, limit]) => limit !== null && limit !== undefined)
    .map(([spent, limit, unit, text]) => ({ text: `${text(spent)} of ${text(limit)} ${unit}`, share: Math.min(1, spent / limit) }))
    .sort((one, other) => other.share - one.share);
}

/** The score to show of a run: held out if there is one, else that of its current prompt. */
export function latestScore(run) {
  if (run.best) return { score: run.best.score, text: `${percent(run.best.score)} held out` };
  const score = run.currentScore ?? run.validation;
  return score ? { score: score.score, text: percent(score.score) } : null;
}
