// A phone with the chat's app: what is written while the app is away comes through the push connector.

import { haveAgentWrite, phoneInbox, registerPhone } from "./api.js";
import { byId, el } from "./dom.js";
import { timeOfDay } from "./times.js";

const LOOK_AT_PHONE = 1000;
const NOT_REACHED = "That did not reach the push connector.";

/** `chat` is the page's chat panel. Returns `show()`, for when the chat has another state. */
export function phonePanel(chat) {
  /** The registration: a device with the session that it is for. */
  let phone = null;
  const tapped = new Set();

  async function register() {
    const place = chat.place();
    if (place === null) {
      byId("phone-error").textContent = "Start the chat first: a phone is registered for its session.";
      return;
    }
    const answer = await registerPhone(place.sessionId);
    byId("phone-error").textContent = answer ? "" : NOT_REACHED;
    phone = answer && { token: answer.deviceToken, sessionId: place.sessionId };
    show();
  }

  async function write() {
    const written = await haveAgentWrite(chat.place().engagementId);
    byId("phone-error").textContent = written ? "" : "That did not reach the server.";
  }

  async function look() {
    const inbox = phone && (await phoneInbox(phone.token));
    if (inbox) {
      showNotifications(inbox.notifications.filter(({ name }) => !tapped.has(name)));
      showSends(inbox.sends);
    }
  }

  /** A tap opens the app, where the conversation goes on. */
  function tap({ name }) {
    tapped.add(name);
    byId("notifications").replaceChildren();
    if (chat.place()?.away) {
      chat.comeBack();
    }
    byId("message").focus();
    look();
  }

  function show() {
    const place = chat.place();
    const registered = place !== null && phone?.sessionId === place.sessionId;
    byId("register-phone").hidden = registered;
    byId("leave-chat").hidden = !registered || place.away;
    byId("come-back").hidden = !registered || !place.away;
    byId("agent-writes").hidden = !registered;
    setText(byId("phone-chip"), chip(registered, place));
  }

  function showNotifications(notifications) {
    const list = byId("notifications");
    const known = new Set([...list.children].map(({ dataset }) => dataset.name));
    const fresh = notifications.filter(({ name }) => !known.has(name));
    list.prepend(...fresh.toReversed().map((one) => notification(one, () => tap(one))));
    byId("phone-empty").hidden = list.children.length > 0;
    if (fresh.length > 0) {
      byId("phone-announcer").textContent = "A notification has arrived on the phone.";
    }
  }

  byId("register-phone").addEventListener("click", register);
  byId("leave-chat").addEventListener("click", () => chat.leave());
  byId("come-back").addEventListener("click", () => chat.comeBack());
  byId("agent-writes").addEventListener("click", write);
  setInterval(look, LOOK_AT_PHONE);
  return { show };
}

function chip(registered, place) {
  if (!registered) {
    return "Not registered";
  }
  return place.away ? "Put away" : "Registered";
}

/** What an app shows that has not fetched the text. */
function notification({ name, time }, tap) {
  return el("li", { "data-name": name },
    el("button", { type: "button", class: "notification", onclick: tap },
      el("span", { class: "from" }, "Messaging",
        el("time", { datetime: time }, timeOfDay(Date.parse(time)))),
      el("span", {}, "You have an unread message")));
}

/** The tries, the newest first; the list is left alone while there is no new one. */
function showSends(sends) {
  const list = byId("pushes");
  byId("pushes-empty").hidden = sends.length > 0;
  const version = JSON.stringify(sends);
  if (list.dataset.version !== version) {
    list.dataset.version = version;
    list.replaceChildren(...sends.toReversed().map(send));
  }
}

function send({ time, status }) {
  const good = status === 200;
  return el("li", { class: "send" },
    el("p", { class: "send-line" },
      el("span", { class: "call-name" }, good ? "Delivered" : "Not delivered"),
      el("span", { class: `badge ${good ? "good" : "bad"}` }, status === null ? "no answer" : String(status)),
      el("time", { datetime: time }, timeOfDay(Date.parse(time)))));
}

function setText(element, text) {
  if (element.textContent !== text) {
    element.textContent = text;
  }
}
