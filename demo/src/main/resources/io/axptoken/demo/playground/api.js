// The server's HTTP surface, each answer as a value: nothing here throws for an expected failure.

import { json } from "./json.js";

/** Asks for a token by that request: `{kind: "token"|"problem"|"unreachable", …}`. */
export async function requestToken(request, exchange) {
  let response;
  try {
    response = await exchange(request);
  } catch {
    return { kind: "unreachable" };
  }
  const answer = json(response.text);
  if (response.status === 200 && typeof answer?.jwtToken === "string") {
    return { kind: "token", answer };
  }
  return {
    kind: "problem",
    status: response.status,
    retryAfter: seconds(response.headers.get("Retry-After")),
    problem: answer ?? { title: "Not an answer of this server", status: response.status },
  };
}

/** What the sandbox is up to, or `null` when the server cannot be reached. */
export async function sandboxState() {
  return settled(fetch("/playground/state", { cache: "no-store" }));
}

/** Makes the platform fail in that way, for one call or until switched off. */
export async function breakPlatform(fault, always) {
  return settled(post("/playground/fault", { fault, always }));
}

/** Makes the platform work again. */
export async function healPlatform() {
  return settled(post("/playground/heal", {}));
}

/** Makes the platform refuse the user's tokens so far; `null` when that did not get there. */
export async function expireTokens(userId) {
  return settled(post("/playground/expire", { userId }));
}

/** Forgets the calls so far. */
export async function clearTimeline() {
  return settled(post("/playground/clear", {}));
}

/** Makes a phone that has the session of a chat; `null` when the connector did not take it. */
export async function registerPhone(sessionId) {
  return settled(post("/playground/phone/register", { sessionId }));
}

/** What has arrived on the phone, and what the connector tried. */
export async function phoneInbox(deviceToken) {
  return settled(post("/playground/phone/inbox", { deviceToken }));
}

/** Has an agent write something to the conversation. */
export async function haveAgentWrite(engagementId) {
  return settled(post("/playground/phone/write", { engagementId }));
}

function post(path, body) {
  return fetch(path, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(body),
  });
}

async function settled(request) {
  try {
    const response = await request;
    return response.ok ? await response.json() : null;
  } catch {
    return null;
  }
}

/** `Retry-After` in its form of seconds; the other form, a date, is not sent by this server. */
function seconds(header) {
  return header !== null && /^\d+$/.test(header) ? Number(header) : null;
}
