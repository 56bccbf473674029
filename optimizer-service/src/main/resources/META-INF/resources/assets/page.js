// What all pages begin with: who looks at them, and the sign-in if nobody does.

import { announce, element, show } from "./dom.js";
import { get, Problem, send, useToken } from "./rest.js";

const main = document.getElementById("main");

/** Starts a page once somebody may see it. The page gets `{main, may(role)}`. */
export async function start(page) {
  try {
    const session = await currentSession();
    useToken(session.csrfToken);
    offerSignOut(session);
    if (!session.role) {
      askToSignIn(session);
      return;
    }
    offerPrompts().catch(console.error);
    await page({ main, mayChange: session.role !== "viewer" });
  } catch (problem) {
    showProblem(problem);
  }
}

/** The answer that says that a session has ended also removes it. */
async function currentSession() {
  try {
    return await get("/session");
  } catch (problem) {
    if (problem.status !== 401) throw problem;
    return get("/session");
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
  if (!session.signedIn) return;
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

function askToSignIn(session) {
  if (session.signedIn) {
    show(main, element("h1", {}, "No access"),
      element("p", {}, "You are signed in, but your account has none of the roles viewer, operator and admin. Ask for one where your accounts are managed, then sign in again."));
    return;
  }
  show(main, element("h1", {}, "Sign in"),
    session.signIn ? accountLink() : null,
    session.keys ? keyForm() : null,
    session.signIn || session.keys
      ? null
      : element("p", {}, "This service takes tokens of its OpenID Connect issuer, and has no sign-in for people. Use the command line with DLPO_TOKEN, or set DLPO_SECURITY_SIGN_IN for the optimizer."));
  main.querySelector(".sign-in a, .sign-in input")?.focus();
}

function accountLink() {
  return element("p", { class: "sign-in" },
    element("a", { class: "button primary", href: `/session/sign-in?to=${encodeURIComponent(location.pathname)}` }, "Sign in with your account"));
}

function keyForm() {
  const key = element("input", { id: "key", type: "password", autocomplete: "current-password", required: true, spellcheck: "false" });
  const outcome = element("div", {});

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

  return element("form", { class: "sign-in", onsubmit: signIn },
    element("label", { for: "key" }, "API key"), key,
    element("p", { class: "quiet" }, "The key stays in a cookie that scripts cannot read, until you close the browser or sign out."),
    element("button", { type: "submit", class: "primary" }, "Sign in"), outcome);
}
