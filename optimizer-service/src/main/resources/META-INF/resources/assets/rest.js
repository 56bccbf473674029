// Asks the REST API of this service. Errors are problem details (RFC 9457).

let csrfToken = null;

/** The token that changes need when a cookie authenticates the page. */
export function useToken(token) {
  csrfToken = token;
}

/** An error that the service explained, or that it did not answer (status 0). */
export class Problem extends Error {
  constructor(status, detail, errors = []) {
    super(detail);
    this.status = status;
    this.errors = errors;
  }
}

export function get(path) {
  return ask("GET", path);
}

/** Sends a JSON body, or none. */
export function send(method, path, body) {
  return body === undefined
    ? ask(method, path)
    : ask(method, path, JSON.stringify(body), "application/json");
}

/** Sends a text or a file as it is. */
export function upload(path, body, type) {
  return ask("POST", path, body, type);
}

async function ask(method, path, body, type) {
  const headers = { Accept: "application/json" };
  if (type) headers["Content-Type"] = type;
  if (csrfToken && method !== "GET") headers["X-CSRF-Token"] = csrfToken;
  let response;
  try {
    response = await fetch(path, { method, headers, body });
  } catch {
    throw new Problem(0, "The service does not answer. Check that it runs: ./dlpo status");
  }
  const text = await response.text();
  const json = parsed(text);
  if (!response.ok) {
    throw new Problem(response.status, json?.detail ?? `${method} ${path} ended with status ${response.status}`, json?.errors);
  }
  return json;
}

function parsed(text) {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/** A path from parts, each of which is encoded. */
export function path(...parts) {
  return "/" + parts.map(encodeURIComponent).join("/");
}
