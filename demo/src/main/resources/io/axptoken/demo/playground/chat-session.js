// One tab's conversation with the platform, from its start (or a reload) to its end.

import { eventReader } from "./chat-events.js";
import { reason } from "./chat-healing.js";
import { conversation, fromList } from "./chat-messages.js";
import { chatStream } from "./chat-stream.js";

const IDLE = { phase: "idle", link: { state: "stopped" }, talk: {}, older: "", loading: false, trouble: "" };

/**
 * `api` makes the calls and heals them, `store` remembers over a reload. `changed(state)` is called
 * whenever there is something else to show, `heard(messages)` when others said something.
 */
export function chatSession({ api, store, changed, heard }) {
  const talk = conversation();
  const people = new Map();
  const read = eventReader({ talk, people, over });
  let state = { ...IDLE };
  let paused = false;

  const stream = chatStream({
    poll: (lastEventId, options) => api.poll(state.talk.sessionId, lastEventId, options),
    handle: (events) => {
      heard(read(events.filter(({ engagementId }) => engagementId === state.talk.engagementId)));
      set({});
    },
    changed: linked,
    nextToken: api.afterRefusedPoll,
  });

  function set(more) {
    state = { ...state, ...more };
    changed({ ...state, items: talk.items(), people: [...people.values()] });
  }

  /** Starts a conversation, or joins the one that this user already has in another tab. */
  async function start(caller) {
    begin();
    const session = await api.createSession(caller.user.userName);
    if (session.kind !== "ok") {
      return failed("The chat could not be started", session);
    }
    const { sessionId, engagements } = session.body;
    const running = engagements.at(-1);
    const opened = running
      ? await api.join(place(sessionId, running))
      : await api.createEngagement(sessionId);
    if (opened.kind !== "ok") {
      return failed("The conversation could not be opened", opened);
    }
    open(caller, sessionId, { ...running, ...opened.body });
    if (running) {
      await history("Joined the conversation that was going on.");
    }
  }

  /** Goes on where this tab was before it was loaded anew. */
  async function resume({ caller, sessionId, engagementId }) {
    begin();
    const session = await api.readSession(sessionId);
    if (session.kind === "unreachable") {
      return failed("The conversation cannot go on yet", session);
    }
    store.clear();
    const engagement = session.body?.engagements?.find((one) => one.engagementId === engagementId);
    if (!engagement) {
      return failed("The conversation cannot go on", { kind: "over" });
    }
    open(caller, sessionId, engagement);
    await history("The page was loaded anew, and the conversation goes on.");
  }

  function begin() {
    talk.clear();
    people.clear();
    set({ ...IDLE, phase: "starting" });
  }

  function open(caller, sessionId, engagement) {
    for (const participant of engagement.dialogs[0].participants) {
      people.set(participant.participantId, participant);
    }
    set({ phase: "open", talk: place(sessionId, engagement) });
    store.save({ caller, ...state.talk });
    stream.start();
  }

  async function history(note) {
    older(await api.newest(state.talk));
    talk.note(note);
    set({});
  }

  async function loadOlder() {
    const next = state.older;
    set({ loading: true });
    older(await api.page(next));
  }

  function older(page) {
    if (page.kind !== "ok") {
      set({ loading: false, trouble: reason("Older messages could not be loaded", page) });
      return;
    }
    talk.add(page.body.messages.map(fromList));
    set({ loading: false, older: page.body.links.next });
  }

  async function send(text) {
    const key = talk.sending(text);
    set({ trouble: "" });
    const receipt = await api.send(state.talk, text);
    if (receipt.kind === "ok") {
      talk.sent(key, fromList(receipt.body));
    } else {
      talk.notSent(key, reason("Not sent", receipt));
    }
    set({});
  }

  /** Asks for the end; it has come when the platform says so in an event. */
  async function end() {
    const outcome = await api.disconnect(state.talk);
    if (outcome.kind !== "ok" && state.phase === "open") {
      set({ trouble: reason("The conversation could not be ended", outcome) });
    }
  }

  function over(note) {
    const { sessionId } = state.talk;
    close(note);
    api.deleteSession(sessionId);
  }

  function close(note) {
    stream.stop();
    store.clear();
    people.clear();
    talk.note(note);
    set({ phase: "ended", older: "" });
  }

  function linked(link) {
    if (link.state === "paused") {
      talk.note("The platform refuses the token. Waiting for another one.");
    } else if (link.state === "connected" && paused) {
      talk.note("Another token: the conversation goes on.");
    } else if (link.state === "gone") {
      close("The platform does not know this session any more.");
    }
    paused = link.state === "paused" || (paused && link.state !== "connected");
    set({ link });
  }

  /** Stops to listen, as an app does that is put away; the conversation goes on without it. */
  function leave() {
    stream.stop();
    talk.note("You have left the chat. What is written now goes to the phone.");
    set({ link: { state: "away" } });
  }

  function comeBack() {
    talk.note("You are back.");
    stream.start();
  }

  function failed(what, outcome) {
    set({ phase: "idle", trouble: reason(what, outcome) });
  }

  return {
    start, resume, send, loadOlder, end, leave, comeBack,
    pollAgain: () => stream.start(),
    note: (text) => (talk.note(text), set({})),
    takeBack: (key) => talk.take(key),
  };
}

function place(sessionId, { engagementId, dialogs }) {
  return { sessionId, engagementId, dialogId: dialogs[0].dialogId };
}
