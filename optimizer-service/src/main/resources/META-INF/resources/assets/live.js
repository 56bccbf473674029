// Server-sent events with the state of the connection. Browsers connect again by themselves, except
// after a refusal: then this tries again more and more slowly.

const SLOWEST = 30_000;

/**
 * Opens a stream. `handlers` maps names of events to functions of their data; `connected` is told
 * whether the stream is up. Returns a function that ends it.
 */
export function follow(address, handlers, connected) {
  let source = null;
  let wait = 1000;
  let timer = null;
  let ended = false;

  function open() {
    source = new EventSource(address);
    source.addEventListener("open", () => {
      wait = 1000;
      connected(true);
    });
    source.addEventListener("error", () => {
      if (ended) return;
      connected(false);
      if (source.readyState === EventSource.CLOSED) {
        timer = setTimeout(open, wait);
        wait = Math.min(SLOWEST, 2 * wait);
      }
    });
    for (const [name, handler] of Object.entries(handlers)) {
      source.addEventListener(name, (event) => handler(JSON.parse(event.data)));
    }
  }

  function close() {
    ended = true;
    clearTimeout(timer);
    source.close();
  }

  open();
  addEventListener("pagehide", close, { once: true });
  return close;
}
