// The page's wiring: form → token → chat, and a look at the platform and the wire beside them.

import { clearTimeline, sandboxState } from "./api.js";
import { chatPanel } from "./chat-panel.js";
import { curlCommand } from "./curl.js";
import { byId, whenClickedCopy } from "./dom.js";
import { faultsView, showUnreachable } from "./faults-view.js";
import { json } from "./json.js";
import { timelineView } from "./timeline-view.js";
import { tokenPanel } from "./token-panel.js";
import { userForm } from "./user-form.js";
import { wireLog } from "./wire.js";
import { wireView } from "./wire-view.js";

const LOOK_AT_PLATFORM = 2000;

const form = userForm(showCurl);
const showFaults = faultsView(showState);
const showTimeline = timelineView({
  list: byId("timeline"),
  summary: byId("timeline-summary"),
  empty: byId("timeline-empty"),
});
fillFromAddress();
const wire = wireLog(wireView());
const platform = lookAtPlatform();
const tokens = tokenPanel({
  form,
  exchange: wire.exchange,
  announce,
  listen: (token) => chat.renewed(token),
  ticked: (note) => chat.ticked(note),
  asked: lookAtPlatform,
});
const chat = chatPanel({
  tokens,
  form,
  sandbox: async () => (await platform)?.sandbox ?? "",
  exchange: wire.exchange,
});

byId("clear-wire").addEventListener("click", wire.clear);
byId("clear-timeline").addEventListener("click", async () => showState(await clearTimeline()));
whenClickedCopy(byId("copy-curl"), () => byId("curl").textContent, announce);
showCurl();
setInterval(() => document.visibilityState === "visible" && lookAtPlatform(), LOOK_AT_PLATFORM);

async function lookAtPlatform() {
  const state = await sandboxState();
  showState(state);
  return state;
}

function showState(state) {
  if (state === null) {
    showUnreachable();
  } else {
    showFaults(state);
    showTimeline(state);
  }
}

function showCurl() {
  byId("curl").textContent = curlCommand(location.origin, form.user());
}

/** The address of a second tab names the user, so that it can join the conversation. */
function fillFromAddress() {
  const user = new URLSearchParams(location.hash.slice(1)).get("user");
  if (user !== null) {
    form.fill(json(user));
    history.replaceState(null, "", location.pathname);
  }
}

function announce(sentence) {
  byId("announcer").textContent = sentence;
}
