// The calls of the chat API, each answer as a value: nothing here throws for an expected failure.

import { json } from "./json.js";

/**
 * `base` is where the integration's chat is, such as
 * `http://127.0.0.1:3001/sdk/digital/chat/v1/integrations/5a4d…`; `exchange` sends a request.
 * Each call takes the token to use and gives `{kind: "ok", body}`,
 * `{kind: "refused", status, detail}` or `{kind: "unreachable"}`.
 */
export function chatApi({ base, appKey, exchange }) {
  const call = async (token, method, url, { body, ...options } = {}) => {
    const headers = { authorization: `Bearer ${token}`, appkey: appKey };
    if (body !== undefined) {
      headers["content-type"] = "application/json";
    }
    const request = { method, url, headers, body: body === undefined ? null : JSON.stringify(body) };
    try {
      return outcome(await exchange({ ...request, ...options }));
    } catch {
      return { kind: "unreachable" };
    }
  };
  const session = (id) => `${base}/sessions/${encodeURIComponent(id)}`;
  const engagement = (talk, action) =>
    `${base}/engagements/${encodeURIComponent(talk.engagementId)}${action}`;
  const place = ({ sessionId, dialogId }) => ({ sessionId, dialogId });

  return {
    createSession: (token, displayName) =>
      call(token, "POST", `${base}/sessions`, { body: { displayName, clientType: "web" } }),

    readSession: (token, sessionId) => call(token, "GET", session(sessionId)),

    deleteSession: (token, sessionId) =>
      call(token, "DELETE", `${session(sessionId)}?reason=USER_CLOSED`),

    createEngagement: (token, sessionId) =>
      call(token, "POST", `${base}/engagements`, { body: { sessionId, engagementParameters: {} } }),

    join: (token, talk) => call(token, "POST", engagement(talk, ":join"), { body: place(talk) }),

    send: (token, talk, text) =>
      call(token, "POST", engagement(talk, "/messages"), { body: {
        ...place(talk),
        body: { elementType: "TEXT", elementText: { text, textFormat: "PLAINTEXT" } },
      } }),

    newest: (token, talk) =>
      call(token, "GET", engagement(talk, "/messages?") + new URLSearchParams({
        ...place(talk), pageSize: 50, pageNumber: 1, orderBy: "DSC",
      })),

    /** A page by the address that the page before it gave; the token goes to our platform alone. */
    page: async (token, url) =>
      url.startsWith(`${base}/`) ? call(token, "GET", url) : { kind: "refused", status: 0, detail: "foreign address" },

    disconnect: (token, talk) =>
      call(token, "POST", engagement(talk, ":disconnect"), { body: { ...place(talk), reason: "USER_CLOSED" } }),

    /** Waits for events, for as long as the platform holds the call. */
    poll: (token, sessionId, lastEventId, options) =>
      call(token, "GET", `${session(sessionId)}/events` +
        (lastEventId === null ? "" : `?lastEventId=${encodeURIComponent(lastEventId)}`), options),
  };
}

function outcome({ status, text }) {
  const body = json(text);
  if (status >= 200 && status < 300) {
    return status === 204 || body !== null ? { kind: "ok", body } : { kind: "unreachable" };
  }
  return { kind: "refused", status, detail: String(body?.detail ?? "") };
}
