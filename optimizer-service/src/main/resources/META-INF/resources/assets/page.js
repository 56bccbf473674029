// What all pages begin with: who looks at them, and the sign-in if nobody does.

import { announce, element, show } from "./dom.js";
import { get, Problem, send, useToken } from "./rest.js";

const main = document.getElementById("main");

/** Starts a page once somebody may see it. The page gets `{main, may(role)}`. */
export async function start(page) {
  try {
    const session = await get("/session");
    useToken(session.csrfToken);
    if (!session.role) {
      askForKey(session);
      return;
    }
    offerSignOut(session);
    offerPrompts().catch(console.error);
    await page({ main, mayChange: session.role !== "viewer" });
  } catch (problem) {
    showProblem(problem);
  }
}

/** Shows what went wrong in place of the page. */
export function showProblem(problem) {
  if (!(problem instanceof Problem)) console.error(problem);
  show(main, element("h1", {}, problem.status === 404 ? "Not found" : "That did not work"),
    problemNotice(problem),
    element("p", {}, element("a", { href: "/" }, "All runs")));
}

/** A problem with its single errors. */
export function problemNotice(problem) {
  const errors = problem.errors?.length > 1 ? problem.errors : [];
  return element("div", { class: "notice bad", role: "alert" },
    element("p", {}, errors.length === 0 ? problem.message : `${errors.length} problems:`),
    errors.length === 0 ? null : element("ul", {}, errors.map((error) => element("li", {}, error.message))));
}

function offerSignOut(session) {
  if (!session.csrfToken) return;
  const button = document.getElementById("sign-out");
  button.hidden = false;
  button.addEventListener("click", async () => {
    await send("DELETE", "/session");
    location.reload();
  });
}

/** The page of promoted prompts is there if the service keeps a registry. */
async function offerPrompts() {
  const link = document.querySelector('#pages a[href="/prompts"]');
  if (await hasPrompts()) link.hidden = false;
}

/** Whether this service has a registry of prompts; asked once in a browser's tab. */
export async function hasPrompts() {
  const known = sessionStorage.getItem("prompts");
  if (known) return known === "yes";
  const response = await fetch("/api/openapi?format=json", { headers: { Accept: "application/json" } });
  const document = response.ok ? await response.json() : {};
  const there = Object.hasOwn(document.paths ?? {}, "/api/prompts");
  sessionStorage.setItem("prompts", there ? "yes" : "no");
  return there;
}

function askForKey(session) {
  if (!session.keys) {
    show(main, element("h1", {}, "Sign in"),
      element("p", {}, "This service takes tokens of its OpenID Connect issuer. The pages cannot ask for one yet: use the command line with DLPO_TOKEN."));
    return;
  }
  const key = element("input", { id: "key", type: "password", autocomplete: "current-password", required: true, spellcheck: "false" });
  const outcome = element("div", {});
  const form = element("form", { class: "sign-in", onsubmit: signIn },
    element("label", { for: "key" }, "API key"), key,
    element("button", { type: "submit", class: "primary" }, "Sign in"), outcome);
  show(main, element("h1", {}, "Sign in"),
    element("p", { class: "quiet" }, "The key stays in a cookie that scripts cannot read, until you close the browser or sign out."), form);
  key.focus();

  async function signIn(event) {
    event.preventDefault();
    try {
      await send("POST", "/session", { key: key.value });
      location.reload();
    } catch (problem) {
      show(outcome, problemNotice(problem));
      announce("Sign-in failed");
      key.select();
    }
  }
}
