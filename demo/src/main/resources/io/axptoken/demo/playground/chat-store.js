// What a tab remembers over a reload: who talks, and in which session. Never a token.

import { json } from "./json.js";

const KEY = "playground-chat";

/** The memory of this tab alone. */
export function chatStore(storage = sessionStorage) {
  return {
    load: () => json(storage.getItem(KEY)),
    save: ({ caller, sessionId, engagementId, dialogId }) =>
      storage.setItem(KEY, JSON.stringify({ caller, sessionId, engagementId, dialogId })),
    clear: () => storage.removeItem(KEY),
  };
}
