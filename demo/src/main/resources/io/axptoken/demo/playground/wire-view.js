// What goes over the wire, newest first: each request with its answer.

import { byId, el } from "./dom.js";
import { json } from "./json.js";
import { timeOfDay } from "./times.js";

const UUID = /([0-9a-f]{4})[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g;
const CHAT = /^https?:\/\/[^/]+\/sdk\/digital\/chat\/v1\/integrations\/[^/]+/;
const PROVIDER = /^https?:\/\/[^/]+(?=\/sandbox\/idp\/)/;
const SAME = /(?<=\?)sessionId=[^&]*&dialogId=[^&]*&/;
const KEPT = 300;

/** Returns `show(entry)`, which adds or updates its row; `null` takes away all that are finished. */
export function wireView() {
  const list = byId("wire");
  const rows = new Map();
  return (entry) => {
    if (entry === null) {
      forget((row) => !row.classList.contains("open"));
    } else {
      const row = rows.get(entry.number) ?? added(entry.number);
      update(row, entry);
      forget((_, number) => number <= entry.number - KEPT);
    }
    byId("wire-empty").hidden = rows.size > 0;
  };

  function added(number) {
    const row = el("li", {}, el("details", {},
      el("summary", {}),
      el("pre", { class: "code wrap", tabindex: "0", role: "region", "aria-label": "Request and answer, tokens shortened" })));
    rows.set(number, row);
    list.prepend(row);
    return row;
  }

  function forget(which) {
    for (const [number, row] of rows) {
      if (which(row, number)) {
        row.remove();
        rows.delete(number);
      }
    }
  }
}

/** An address without what is the same in all of them, and with its ids shortened. */
export function shortAddress(url) {
  return url.replace(CHAT, "").replace(PROVIDER, "").replace(SAME, "").replaceAll(UUID, "$1…");
}

function update(row, entry) {
  const { method, url, at, state } = entry;
  const ours = url.startsWith("/");
  row.className = `${state === "open" ? "open" : ""} ${ours ? "access-token" : ""}`;
  row.querySelector("summary").replaceChildren(
    el("span", { class: "method" }, method),
    el("span", { class: "call-name" }, shortAddress(url), ours ? el("span", { class: "where" }, "token server") : null),
    el("span", { class: `badge ${kind(entry)}` }, outcome(entry)),
    el("time", { datetime: new Date(at).toISOString() }, `${timeOfDay(at)}${duration(entry)}`));
  row.querySelector("pre").textContent = story(entry);
}

function kind({ state, status }) {
  if (state === "open") {
    return "";
  }
  return state === "done" && status < 400 ? "good" : "bad";
}

function outcome({ state, status }) {
  switch (state) {
    case "open":
      return "held…";
    case "done":
      return String(status);
    default:
      return state;
  }
}

function duration({ duration: milliseconds }) {
  if (milliseconds === null) {
    return "";
  }
  return milliseconds < 1000 ? ` · ${milliseconds} ms` : ` · ${(milliseconds / 1000).toFixed(1)} s`;
}

function story({ method, url, request, sent, status, received }) {
  const headers = Object.entries(request).map(([name, value]) => `${name}: ${value}`);
  return [`${method} ${url}`, ...headers, "", pretty(sent), "",
    status === null ? "" : `→ ${status}`, "", pretty(received)]
    .join("\n").replace(/\n{3,}/g, "\n\n").trim();
}

function pretty(text) {
  const value = json(text);
  return value === null ? text : JSON.stringify(value, null, 2);
}
