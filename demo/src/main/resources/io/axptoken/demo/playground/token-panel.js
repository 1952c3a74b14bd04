// The token's part of the page: asks for one, counts it down, renews it in time.

import { requestToken } from "./api.js";
import { byId, whenClickedCopy } from "./dom.js";
import { sameUser, tokenRequest } from "./modes.js";
import { hideProblem, problemSentence, showProblem } from "./problem-view.js";
import { renewAt, retryDelay } from "./renewal.js";
import { minutesAndSeconds, timeOfDay } from "./times.js";
import { showLife, showToken } from "./token-view.js";

const TICK = 1000;
const PAUSE_AFTER_REFUSAL = 5000;

/**
 * `accessToken()` proves a user who is signed in. `listen({caller, answer, life, renewal})` hears of
 * each new token, `ticked(note)` when its renewal is in each second, `asked()` that the server answered.
 */
export function tokenPanel({ form, accessToken, exchange, announce, listen, ticked, asked }) {
  /** The token shown: for which caller, its answer and life, and when it is renewed by itself. */
  let current = null;
  let asking = null;
  let refusedAt = -Infinity;
  let waiting = [];

  /** Asks for a token, once at a time; the promise gives the token in use afterwards, or `null`. */
  function ask(caller, renewal) {
    asking ??= answer(caller, renewal).finally(() => (asking = null));
    return asking;
  }

  async function answer(caller, renewal) {
    setAsking(true);
    const outcome = await requestToken(tokenRequest(caller, accessToken()), exchange);
    setAsking(false);
    if (outcome.kind === "token") {
      received(caller, outcome.answer, renewal);
    } else {
      failed(outcome, renewal);
    }
    asked();
    return current;
  }

  function received(caller, answered, renewal) {
    const life = showToken(answered, Date.now());
    current = { caller, answer: answered, life, failures: 0, next: renewAt(life, Date.now()) };
    hideProblem(byId("problem"));
    form.clearViolations();
    byId("token-empty").hidden = true;
    tick();
    announce(`${renewal ? "Renewed" : "Token received"}, valid until ${timeOfDay(life.to)}.`);
    bringResultIntoView(renewal);
    listen({ ...current, renewal });
    const served = (one) => sameUser(one.caller, caller);
    waiting.filter(served).forEach(({ go }) => go());
    waiting = waiting.filter((one) => !served(one));
  }

  /** A renewal that fails leaves the token as it is, for it may still be good. */
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
    const note = automatic ? renewalNote(current, now) : "";
    byId("renewal-note").textContent = note;
    ticked(note);
    if (automatic && now >= current.next) {
      ask(current.caller, true);
    }
  }

  /**
   * A promise that this caller's token is another one than the refused one. It is asked for at once if
   * tokens are renewed automatically, but not again and again when the platform refuses each of them.
   */
  function another(caller, refused) {
    const theirs = current !== null && sameUser(current.caller, caller);
    if (theirs && current.answer.jwtToken !== refused) {
      return Promise.resolve();
    }
    const next = new Promise((go) => waiting.push({ caller, go }));
    if (theirs) {
      current.next = Math.min(current.next, Math.max(Date.now(), refusedAt + PAUSE_AFTER_REFUSAL));
      refusedAt = current.next;
      tick();
    } else if (byId("auto-renew").checked) {
      ask(caller, false);
    }
    return next;
  }

  byId("renew").addEventListener("click", () => ask(current.caller, true));
  byId("auto-renew").addEventListener("change", tick);
  whenClickedCopy(byId("copy-token"), () => current.answer.jwtToken, announce);
  setInterval(tick, TICK);

  return { ask, another, current: () => current };
}

function renewalNote({ next, failures }, now) {
  if (next === Infinity) {
    return "Not tried again: waiting does not help here.";
  }
  const wait = minutesAndSeconds(next - now);
  return failures === 0 ? `Renews in ${wait}.` : `Did not work. Tries again in ${wait}.`;
}

function setAsking(yes) {
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
