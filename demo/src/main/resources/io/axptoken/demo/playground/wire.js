// Requests that are written down: what went over the wire, in order, without its tokens.

import { withoutTokens } from "./redact.js";

const KEPT = 300;

/** A log of exchanges; `changed(entry)` is called at each step of one, `null` when all are gone. */
export function wireLog(changed) {
  let entries = [];
  let number = 0;

  /**
   * Sends a request and reads the whole answer: `{status, headers, text}`. Fails as `fetch` does.
   * `arrived` is called when the head of the answer is there, which may be long before its body.
   */
  async function exchange({ method, url, headers = {}, body = null, signal = null, arrived = () => {} }) {
    const entry = {
      number: ++number, at: Date.now(), method, url, status: null, state: "open", duration: null,
      request: headers, sent: withoutTokens(body ?? ""), received: "",
    };
    entry.request = Object.fromEntries(
      Object.entries(headers).map(([name, value]) => [name, withoutTokens(value)]));
    entries = [...entries.slice(1 - KEPT), entry];
    changed(entry);
    const begun = performance.now();
    const finish = (state) => {
      Object.assign(entry, { state, duration: Math.round(performance.now() - begun) });
      changed(entry);
    };
    try {
      const response = await fetch(url, { method, headers, body, signal, cache: "no-store" });
      entry.status = response.status;
      arrived(response.status);
      changed(entry);
      const text = await response.text();
      entry.received = withoutTokens(text);
      finish("done");
      return { status: response.status, headers: response.headers, text };
    } catch (failure) {
      finish(signal?.aborted ? "given up" : "failed");
      throw failure;
    }
  }

  return {
    exchange,
    entries: () => entries,
    clear() {
      entries = entries.filter((entry) => entry.state === "open");
      changed(null);
    },
  };
}
