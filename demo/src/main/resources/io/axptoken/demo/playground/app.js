// The page's wiring: form → token → chat, and a look at the platform and the wire beside them.

import { clearTimeline, sandboxState } from "./api.js";
import { chatPanel } from "./chat-panel.js";
import { curlCommand } from "./curl.js";
import { byId, whenClickedCopy } from "./dom.js";
import { faultsView, showUnreachable } from "./faults-view.js";
import { json } from "./json.js";
import { caller, MODES } from "./modes.js";
import { modeView } from "./mode-view.js";
import { phonePanel } from "./phone-panel.js";
import { signIn } from "./sign-in.js";
import { timelineView } from "./timeline-view.js";
import { tokenPanel } from "./token-panel.js";
import { userForm } from "./user-form.js";
import { wireLog } from "./wire.js";
import { wireView } from "./wire-view.js";

const LOOK_AT_PLATFORM = 2000;

const form = userForm(showCurl);
const wire = wireLog(wireView());
const platform = lookAtPlatform();
const address = async () => (await platform)?.sandbox ?? "";
const signedIn = signIn({ provider: async () => `${await address()}/sandbox/idp`, exchange: wire.exchange });
const modes = modeView({ changed: showCurl, tried: (trick) => tokens.ask(trick(theCaller()), false) });
const showFaults = faultsView(showState);
const showTimeline = timelineView({
  list: byId("timeline"),
  summary: byId("timeline-summary"),
  empty: byId("timeline-empty"),
});
fillFromAddress();
const tokens = tokenPanel({
  form,
  accessToken: signedIn.accessToken,
  exchange: wire.exchange,
  announce,
  listen: (token) => chat.renewed(token),
  ticked: (note) => chat.ticked(note),
  asked: lookAtPlatform,
});
const chat = chatPanel({
  tokens,
  caller: theCaller,
  fill,
  sandbox: address,
  exchange: wire.exchange,
  moved: () => phone.show(),
});
const phone = phonePanel(chat);

form.onSubmit(() => tokens.ask(theCaller(), false));
byId("sign-in").addEventListener("click", signedIn.go);
byId("sign-out").addEventListener("click", () => {
  signedIn.leave();
  modes.showWho(null);
});
comeBack().then(chat.resume);
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
  byId("curl").textContent = curlCommand(location.origin, theCaller());
}

function theCaller() {
  return caller(modes.mode(), form.user());
}

function fill({ mode, user }) {
  form.fill(user);
  modes.choose(mode);
}

/** Back from the sign-in, the token is what one came for. */
async function comeBack() {
  modes.showWho(null);
  if (await signedIn.comeBack()) {
    modes.choose("jwt");
    modes.showWho(signedIn.who());
    await tokens.ask(theCaller(), false);
  }
}

/** The address of a second tab names the caller, so that it can join the conversation. */
function fillFromAddress() {
  const named = json(new URLSearchParams(location.hash.slice(1)).get("caller"));
  if (named !== null && Object.hasOwn(MODES, named.mode)) {
    fill(named);
    history.replaceState(null, "", location.pathname);
  }
}

function announce(sentence) {
  byId("announcer").textContent = sentence;
}
