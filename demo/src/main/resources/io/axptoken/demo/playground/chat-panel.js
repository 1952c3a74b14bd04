// The chat's part of the page: buttons, composer and countdown around one conversation at a time.

import { expireTokens } from "./api.js";
import { chatApi } from "./chat-api.js";
import { healing } from "./chat-healing.js";
import { chatSession } from "./chat-session.js";
import { chatStore } from "./chat-store.js";
import { chatView, readOut } from "./chat-view.js";
import { byId } from "./dom.js";
import { decode } from "./jwt.js";
import { sameUser } from "./modes.js";
import { minutesAndSeconds } from "./times.js";

const BASE = "/sdk/digital/chat/v1/integrations/";

/**
 * `tokens` is the page's token panel, `sandbox()` a promise of the platform's address, `caller()` who
 * asks for tokens by what the form says, and `fill(caller)` the other way round; `moved()` is called when
 * there is another state. Returns `resume()`, `leave()` and `comeBack()`, `place()` for the ids of a
 * conversation that goes on, and what the token panel tells: `renewed(token)` of a new token and
 * `ticked(note)` of each second.
 */
export function chatPanel({ tokens, caller, fill, sandbox, exchange, moved }) {
  const store = chatStore();
  /** Who talks, the token that is used for it, and its conversation. */
  let talker = null;
  let jwt = null;
  let life = null;
  let session = null;
  let state = { phase: "idle" };

  const show = chatView((key) => {
    byId("message").value = session.takeBack(key);
    byId("message").focus();
  });

  /** A conversation with the sandbox, for the answer of the token server. */
  async function connect({ answer, ...token }) {
    life = token.life;
    talker = token.caller;
    jwt = answer.jwtToken;
    showLife();
    byId("second-tab").href = `#${new URLSearchParams({ caller: JSON.stringify(talker) })}`;
    const platform = await sandbox();
    byId("agent-page").href = `${platform}/sandbox/agent`;
    const base = `${platform}${BASE}${answer.axpIntegrationId}`;
    const nextToken = (refused) => tokens.another(talker, refused);
    session = chatSession({
      api: healing(chatApi({ base, appKey: answer.appKey, exchange }), { token: () => jwt, nextToken }),
      store,
      changed(next) {
        state = next;
        show(next);
        moved();
      },
      heard: (messages) => messages.length > 0 && (byId("chat-announcer").textContent = readOut(messages)),
    });
    return session;
  }

  async function start() {
    if (state.phase === "starting" || state.phase === "open") {
      return;
    }
    const token = tokens.current() ?? await tokenFor(caller(), false);
    if (token !== null) {
      await (await connect(token)).start(token.caller);
      byId("message").focus();
    }
  }

  async function tokenFor(someone, renewal) {
    byId("chat-trouble").textContent = "";
    const token = await tokens.ask(someone, renewal);
    byId("chat-trouble").textContent =
      token === null ? "There is no chat without a token; “Token” says why there is none." : "";
    return token;
  }

  /** Goes on with what this tab remembers, if it does. */
  async function resume() {
    const remembered = store.load();
    if (remembered === null) {
      return;
    }
    fill(remembered.caller);
    const token = await tokenFor(remembered.caller, true);
    if (token !== null) {
      await (await connect(token)).resume(remembered);
    }
  }

  async function say(text) {
    if (text.trim() !== "" && state.phase === "open") {
      await session.send(text);
    }
  }

  function showLife() {
    const rest = life.to - Date.now();
    byId("chat-token-left").textContent = rest > 0 ? `${minutesAndSeconds(rest)} left.` : "expired.";
  }

  function listen() {
    byId("start-chat").addEventListener("click", start);
    byId("chat-again").addEventListener("click", start);
    byId("chat-retry").addEventListener("click", () => session.pollAgain());
    byId("chat-renew").addEventListener("click", () => tokens.ask(talker, true));
    byId("older").addEventListener("click", () => session.loadOlder());
    byId("end-chat").addEventListener("click", () => session.end());
    byId("reload").addEventListener("click", () => location.reload());
    byId("expire").addEventListener("click", async () => {
      const done = await expireTokens(decode(jwt).claims.sub);
      session.note(done
        ? "The platform now refuses this user's tokens so far."
        : "That did not reach the server.");
    });
    byId("composer").addEventListener("submit", (event) => {
      event.preventDefault();
      say(byId("message").value);
      byId("message").value = "";
    });
    byId("message").addEventListener("keydown", (event) => {
      if (event.key === "Enter" && !event.shiftKey && !event.isComposing) {
        event.preventDefault();
        byId("composer").requestSubmit();
      }
    });
    for (const button of document.querySelectorAll("[data-say]")) {
      button.addEventListener("click", () => say(button.dataset.say));
    }
  }

  listen();

  return {
    resume,
    leave: () => session.leave(),
    comeBack: () => session.comeBack(),
    place: () => (state.phase === "open" ? { ...state.talk, away: state.link.state === "away" } : null),
    renewed(token) {
      if (talker !== null && sameUser(token.caller, talker)) {
        jwt = token.answer.jwtToken;
        life = token.life;
        if (token.renewal && state.phase === "open" && state.link.state === "connected") {
          session.note("Token renewed, and the conversation goes on.");
        }
      }
    },
    ticked(note) {
      byId("chat-token-note").textContent = note;
      if (life !== null) {
        showLife();
        show(state);
      }
    },
  };
}
