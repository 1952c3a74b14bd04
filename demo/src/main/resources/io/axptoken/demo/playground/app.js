// The page's wiring: form → request → token or problem, and a look at the platform beside it.

import { clearTimeline, requestToken, sandboxState } from "./api.js";
import { curlCommand } from "./curl.js";
import { byId, whenClickedCopy } from "./dom.js";
import { faultsView, showUnreachable } from "./faults-view.js";
import { hideProblem, problemSentence, showProblem } from "./problem-view.js";
import { renewAt, retryDelay } from "./renewal.js";
import { minutesAndSeconds, timeOfDay } from "./times.js";
import { timelineView } from "./timeline-view.js";
import { showLife, showToken } from "./token-view.js";
import { userForm } from "./user-form.js";

const TICK = 1000;
const LOOK_AT_PLATFORM = 2000;

/** The token shown: for whom, its answer and life, and when it is renewed by itself. */
let current = null;
let asking = false;

const form = userForm(showCurl);
const showFaults = faultsView(showState);
const showTimeline = timelineView({
  list: byId("timeline"),
  summary: byId("timeline-summary"),
  empty: byId("timeline-empty"),
});

form.onSubmit(() => ask(form.user(), false));
byId("renew").addEventListener("click", () => ask(current.user, true));
byId("auto-renew").addEventListener("change", tick);
byId("clear-timeline").addEventListener("click", async () => showState(await clearTimeline()));
whenClickedCopy(byId("copy-curl"), () => byId("curl").textContent, announce);
whenClickedCopy(byId("copy-token"), () => current.answer.jwtToken, announce);

showCurl();
lookAtPlatform();
setInterval(tick, TICK);
setInterval(() => document.visibilityState === "visible" && lookAtPlatform(), LOOK_AT_PLATFORM);

/** Asks for a token. A renewal that fails leaves the token as it is, for it may still be good. */
async function ask(user, renewal) {
  if (asking) {
    return;
  }
  setAsking(true);
  const outcome = await requestToken(user);
  setAsking(false);
  if (outcome.kind === "token") {
    received(user, outcome.answer, renewal);
  } else {
    failed(outcome, renewal);
  }
  lookAtPlatform();
}

function received(user, answer, renewal) {
  const life = showToken(answer, Date.now());
  current = { user, answer, life, failures: 0, next: renewAt(life, Date.now()) };
  hideProblem(byId("problem"));
  form.clearViolations();
  byId("token-empty").hidden = true;
  tick();
  announce(`${renewal ? "Renewed" : "Token received"}, valid until ${timeOfDay(life.to)}.`);
  bringResultIntoView(renewal);
}

function failed(outcome, renewal) {
  showProblem(byId("problem"), outcome);
  announce(problemSentence(outcome));
  if (renewal && current) {
    current.failures += 1;
    const delay = retryDelay(outcome, current.failures);
    current.next = delay === null ? Infinity : Date.now() + delay;
    tick();
    return;
  }
  current = null;
  byId("token").hidden = true;
  byId("token-empty").hidden = true;
  bringResultIntoView(renewal);
  form.showViolations(outcome.problem?.violations ?? []);
}

/** Once a second: the countdown, and the renewal when it is due. */
function tick() {
  if (current === null) {
    return;
  }
  const now = Date.now();
  showLife(current.life, now);
  const automatic = byId("auto-renew").checked;
  byId("renewal-note").textContent = automatic ? renewalNote(now) : "";
  if (automatic && now >= current.next) {
    ask(current.user, true);
  }
}

function renewalNote(now) {
  if (current.next === Infinity) {
    return "Not tried again: waiting does not help here.";
  }
  const wait = minutesAndSeconds(current.next - now);
  return current.failures === 0 ? `Renews in ${wait}.` : `Did not work. Tries again in ${wait}.`;
}

async function lookAtPlatform() {
  showState(await sandboxState());
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

function setAsking(yes) {
  asking = yes;
  byId("result").setAttribute("aria-busy", String(yes));
  byId("get-token").textContent = yes ? "Asking…" : "Get token";
}

/** On a phone the answer is further down; who asked wants to see it. */
function bringResultIntoView(renewal) {
  const top = byId("result").getBoundingClientRect().top;
  if (!renewal && (top < 0 || top > innerHeight * 0.75)) {
    byId("result").scrollIntoView({ block: "start" });
  }
}

function announce(sentence) {
  byId("announcer").textContent = sentence;
}
