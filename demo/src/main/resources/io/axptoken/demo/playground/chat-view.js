// The conversation as people see it, and hear it from a screen reader.

import { byId, el } from "./dom.js";
import { timeOfDay } from "./times.js";

const CHIPS = {
  idle: ["Not started", ""],
  starting: ["Starting…", ""],
  ended: ["Ended", ""],
  connecting: ["Connecting…", ""],
  connected: ["Connected", "good"],
  paused: ["Paused: token refused", "bad"],
  waiting: ["No connection, trying again", "bad"],
  lost: ["No connection", "bad"],
  away: ["Left", ""],
  stopped: ["Ended", ""],
  gone: ["Ended", ""],
};
const READ_OUT = 3;

/** Returns `show(state)`; `takeBack(key)` is called for a message that was not sent. */
export function chatView(takeBack) {
  const list = byId("chat-messages");
  const scroll = byId("chat-scroll");
  const rows = new Map();

  return (state) => {
    showChip(state.phase === "open" ? state.link.state : state.phase);
    const { phase } = state;
    byId("chat-empty").hidden = phase !== "idle" && phase !== "starting";
    byId("start-chat").setAttribute("aria-disabled", String(phase === "starting"));
    byId("chat-talk").hidden = state.items.length === 0 && phase !== "open";
    byId("composer").hidden = phase !== "open";
    byId("chat-actions").hidden = phase !== "open";
    byId("chat-again").hidden = phase !== "ended";
    byId("chat-retry").hidden = !(phase === "open" && state.link.state === "lost");
    byId("chat-renew").hidden = !(phase === "open" && state.link.state === "paused");
    byId("older").hidden = state.older === "";
    byId("older").textContent = state.loading ? "Loading…" : "Load older messages";
    byId("chat-trouble").textContent = state.trouble;
    byId("chat-people").textContent = sentence(state);
    keepFocus(phase);
    const grown = keepingPlace(scroll, () => showItems(list, rows, state.items, takeBack));
    if (grown) {
      scroll.scrollTop = scroll.scrollHeight;
    }
  };
}

/** What a screen reader says of new messages: not hundreds one by one. */
export function readOut(messages) {
  const last = messages.slice(-READ_OUT).map(({ sender, text }) => `${sender}: ${text}`).join(" ");
  const more = messages.length - READ_OUT;
  return more > 0 ? `${messages.length} new messages. The last ones: ${last}` : last;
}

/** A live region speaks whenever its text is set, so it is set only when it differs. */
function showChip(state) {
  const [text, kind] = CHIPS[state];
  const chip = byId("chat-chip");
  if (chip.textContent !== text) {
    chip.textContent = text;
    chip.className = `chip ${kind}`;
  }
}

/** What has the focus may have gone; then it passes to what there is to do next. */
function keepFocus(phase) {
  const active = document.activeElement;
  if (phase === "ended" && byId("chat").contains(active) && !active.checkVisibility()) {
    byId("chat-again").focus();
  }
}

/** Who else is there, and who writes at the moment. */
function sentence({ phase, people }) {
  const others = people.filter(({ participantType }) => participantType !== "CUSTOMER");
  const names = (list) => list.map((one) => one.displayName || one.participantType).join(", ");
  const writing = others.filter(({ typingUntil }) => typingUntil > Date.now());
  if (phase !== "open" || others.length === 0) {
    return "";
  }
  return writing.length > 0 ? `${names(writing)}: typing…` : `With you: ${names(others)}.`;
}

/**
 * Lets the list grow. Returns whether the end was in view and still has to be; else what the reader
 * looks at stays where it is, also when older messages come above it.
 */
function keepingPlace(scroll, grow) {
  const { scrollTop, scrollHeight, clientHeight } = scroll;
  const atEnd = scrollHeight - scrollTop - clientHeight < 40;
  const first = scroll.querySelector("li");
  const before = first?.offsetTop;
  grow();
  if (first?.isConnected && first.offsetTop !== before) {
    scroll.scrollTop = scrollTop + first.offsetTop - before;
    return false;
  }
  return atEnd;
}

/** Rows stay the same elements for as long as their item does; only what differs is touched. */
function showItems(list, rows, items, takeBack) {
  const keys = new Set(items.map(({ key }) => key));
  for (const [key, { row }] of rows) {
    if (!keys.has(key)) {
      row.remove();
      rows.delete(key);
    }
  }
  items.forEach((item, position) => {
    const version = JSON.stringify(item);
    let known = rows.get(item.key);
    if (known?.version !== version) {
      const row = item.kind === "note" ? note(item) : message(item, takeBack);
      known?.row.replaceWith(row);
      known = { row, version };
      rows.set(item.key, known);
    }
    if (list.children[position] !== known.row) {
      list.insertBefore(known.row, list.children[position] ?? null);
    }
  });
}

function note({ text, at }) {
  return el("li", { class: "note" }, text, " ", time(at));
}

function message({ key, mine, sender, type, text, at, state, reason }, takeBack) {
  return el("li", { class: `message ${mine ? "mine" : "theirs"} ${state}` },
    el("p", { class: "who" },
      el("span", { class: "name" }, mine ? "You" : sender),
      mine || type === "BOT" ? null : el("span", { class: "kind" }, String(type).toLowerCase()),
      state === "sending" ? "sending…" : time(at)),
    el("p", { class: "text" }, text),
    state === "failed"
      ? el("p", { class: "error" }, `${reason} `,
          el("button", { type: "button", class: "link", onclick: () => takeBack(key) }, "Take it back"))
      : null);
}

function time(at) {
  return el("time", { datetime: new Date(at).toISOString() }, timeOfDay(at));
}
