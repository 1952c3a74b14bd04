// The calls that the platform got, newest first.

import { el } from "./dom.js";
import { timeOfDay } from "./times.js";

const NAMES = { "access-token": "Access token", "end-user-token": "End-user token" };
const PURPOSES = {
  "access-token": "the server proves itself; the answer is kept and shared",
  "end-user-token": "one for each user who asks",
};

/** Shows the journal; the list is left alone while nothing new came, so that open rows stay open. */
export function timelineView({ list, summary, empty }) {
  let shown = "";
  return (state) => {
    const version = JSON.stringify([state.calls, state.counts]);
    if (version === shown) {
      return;
    }
    shown = version;
    const open = new Set([...list.querySelectorAll("details[open]")].map((row) => row.dataset.call));
    list.replaceChildren(...[...state.calls].reverse().map((call) => row(call, open)));
    empty.hidden = state.calls.length > 0;
    summary.textContent = state.calls.length > 0 ? sentence(state.counts) : "";
  };
}

function sentence({ accessToken, endUserToken }) {
  const calls = `${count(endUserToken, "end-user token call")}, ${count(accessToken, "access-token call")}`;
  return endUserToken > accessToken ? `${calls}: the access token is kept and shared.` : `${calls}.`;
}

function count(number, noun) {
  return `${number} ${noun}${number === 1 ? "" : "s"}`;
}

function row(call, open) {
  const id = `${call.time} ${call.endpoint}`;
  const details = el("details", { "data-call": id, open: open.has(id) },
    el("summary", {},
      el("span", { class: "call-name" }, NAMES[call.endpoint] ?? call.endpoint),
      el("span", { class: `badge ${kind(call.status)}` }, call.status === null ? "no answer" : String(call.status)),
      el("time", { datetime: call.time }, timeOfDay(Date.parse(call.time)))),
    el("p", { class: "hint" }, PURPOSES[call.endpoint] ?? ""),
    el("pre", { class: "code wrap", tabindex: "0", role: "region", "aria-label": "The call, without its secrets" },
      message(call)));
  return el("li", { class: call.endpoint }, details);
}

function kind(status) {
  return status !== null && status < 300 ? "good" : "bad";
}

function message(call) {
  const headers = Object.entries(call.headers).map(([name, value]) => `${name}: ${value}`);
  return [`${call.method} ${call.path}`, ...headers, "", call.body].join("\n");
}
