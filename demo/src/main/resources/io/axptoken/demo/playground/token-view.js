// The token: shortened, decoded, counted down.

import { byId, el } from "./dom.js";
import { decode, lifetime } from "./jwt.js";
import { withoutTokens } from "./redact.js";
import { dateAndTime, minutesAndSeconds, timeOfDay } from "./times.js";

const MEANINGS = {
  alg: "how it is signed", kid: "which key signed it", typ: "what it is",
  iss: "who issued it", sub: "the end user", aud: "whom it is meant for", exp: "valid until",
  iat: "issued at", nbf: "not valid before", jti: "its own id", accountId: "the account",
  integrationId: "the integration", customerName: "the name agents see",
  customerIdentifiers: "how the customer is recognised", verifiedCustomer: "proven, or just claimed",
};
const TIMES = new Set(["exp", "iat", "nbf"]);

/** Shows an answer and returns the lifetime of its token. */
export function showToken(answer, now) {
  const token = decode(answer.jwtToken);
  const place = byId("decoded");
  const open = new Set([...place.querySelectorAll("details[open]")].map((part) => part.id));
  byId("jwt").replaceChildren(...shortened(answer.jwtToken, token));
  place.replaceChildren(
    ...(token ? decoded(token) : [el("p", { class: "hint" }, "Not a JWT, so there is nothing to decode.")]),
    el("details", { id: "answer-details" },
      el("summary", {}, "The whole answer"),
      el("pre", { class: "code wrap", id: "answer", tabindex: "0", role: "region", "aria-label": "The whole answer" },
        withoutTokens(JSON.stringify(answer, null, 2)))));
  for (const part of place.querySelectorAll("details")) {
    part.open = open.has(part.id);
  }
  byId("token").hidden = false;
  return lifetime(token?.claims, answer.expiresAt, now);
}

/** Shows how much of a token's life is left. */
export function showLife({ from, to }, now) {
  const rest = to - now;
  const place = byId("token");
  place.classList.toggle("expired", rest <= 0);
  place.classList.toggle("ending", rest > 0 && rest < (to - from) / 6);
  byId("time-left").textContent = rest > 0 ? minutesAndSeconds(rest) : "Expired";
  byId("until").textContent = (rest > 0 ? "left, valid until " : "was valid until ") + timeOfDay(to);
  byId("life").value = Math.round((1000 * Math.max(0, rest)) / Math.max(1, to - from));
}

function shortened(text, token) {
  if (token === null) {
    return [short(text, 24)];
  }
  const [header, payload, signature] = token.encoded;
  const part = (name, shown) => el("span", { class: `jwt-${name}` }, shown);
  return [
    ...(token.prefix === null ? [] : [part("prefix", token.prefix), "."]),
    part("header", short(header, 10)), ".",
    part("payload", short(payload, 14)), ".",
    part("signature", short(signature, 10)),
  ];
}

function short(text, length) {
  return text.length > length + 3 ? text.slice(0, length) + "…" : text;
}

function decoded(token) {
  return [
    el("h3", {}, "Claims"),
    list("claims", token.claims),
    el("details", { id: "header-details" },
      el("summary", {}, "Header"),
      list("header", token.header)),
  ];
}

function list(id, object) {
  return el("dl", { id, class: "claims" }, ...Object.entries(object).map(([name, value]) =>
    el("div", {},
      el("dt", {}, name, el("span", { class: "meaning" }, meaning(name))),
      el("dd", {}, el("code", {}, shown(value)), human(name, value)))));
}

function meaning(name) {
  return Object.hasOwn(MEANINGS, name) ? MEANINGS[name] : "";
}

function shown(value) {
  return typeof value === "string" ? value : JSON.stringify(value);
}

function human(name, value) {
  return TIMES.has(name) && typeof value === "number"
    ? el("span", { class: "meaning" }, dateAndTime(value * 1000))
    : null;
}
