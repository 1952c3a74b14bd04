// The agent's desk: follows the live conversations, and answers in the one that is open.

import { call } from "./agent-api.js";
import { clearDesk, element, say, showDesk, showList } from "./agent-view.js";

const TYPING_PAUSE = 5000;

const KEY = "sandbox-agent";

/** Engagement id -> our participant id there; a tab that is loaded anew goes on as the same agent. */
const agents = new Map(JSON.parse(sessionStorage.getItem(KEY) ?? "[]"));
/** Engagement id -> an answer that is begun and not sent. */
const drafts = new Map();
let selected = "";
let actions = Promise.resolve();
let pending = 0;
let reading = null;
let again = false;
let typedAt = 0;

// One read at a time, and none beside an action of ours; what happens meanwhile is read right after it.
function refresh() {
  if (reading !== null || pending > 0) {
    again = true;
    return;
  }
  again = false;
  reading = read().catch((problem) => say(problem.message)).finally(() => {
    reading = null;
    if (again) refresh();
  });
}

async function read() {
  const { engagements } = await call("GET", "");
  showList(engagements, selected, open);
  const id = selected;
  if (id === "") return;
  const conversation = engagements.some((each) => each.engagementId === id) ? await readOne(id) : null;
  if (id !== selected) return;
  if (conversation === null) {
    over();
  } else {
    const here = conversation.participants.some((each) => each.participantId === agents.get(id));
    if (!here) forget(id);
    showDesk(conversation, here);
  }
}

async function readOne(id) {
  try {
    return await call("GET", `/${id}`);
  } catch (problem) {
    if (problem.status === 404) return null;
    throw problem;
  }
}

function open(id) {
  drafts.set(selected, element("text").value);
  element("text").value = drafts.get(id) ?? "";
  selected = id;
  clearDesk();
  refresh();
}

function over() {
  forget(selected);
  drafts.delete(selected);
  element("text").value = "";
  selected = "";
  clearDesk();
  say("The conversation is over.");
}

function remember(id, participantId) {
  agents.set(id, participantId);
  sessionStorage.setItem(KEY, JSON.stringify([...agents]));
}

function forget(id) {
  agents.delete(id);
  sessionStorage.setItem(KEY, JSON.stringify([...agents]));
}

// One action after the other, each for whom it was begun for, whoever is open by then: so that two quick answers let in one agent and keep their order.
function attempt(action) {
  const id = selected;
  pending += 1;
  actions = actions
    .then(() => reading)
    .then(() => action(id))
    .catch((problem) => {
      if (problem.status === 404) forget(id);
      say(problem.message);
    })
    .finally(() => {
      pending -= 1;
      refresh();
    });
}

async function joined(id) {
  if (!agents.has(id)) {
    const { participantId } = await call("POST", `/${id}/agents`, { displayName: element("name").value });
    remember(id, participantId);
  }
  return `/${id}/agents/${agents.get(id)}`;
}

/** An answer that did not get there is put back, unless another one is begun. */
async function answer(id, text) {
  try {
    await call("POST", `${await joined(id)}/messages`, { text });
  } catch (problem) {
    if (id !== selected) drafts.set(id, text);
    else if (element("text").value === "") element("text").value = text;
    throw problem;
  }
}

element("answer").addEventListener("submit", (event) => {
  event.preventDefault();
  const text = element("text").value;
  element("text").value = "";
  element("text").focus();
  attempt((id) => answer(id, text));
});

element("text").addEventListener("keydown", (event) => {
  if (event.key === "Enter" && !event.shiftKey && !event.isComposing) {
    event.preventDefault();
    element("answer").requestSubmit();
  }
});

element("text").addEventListener("input", () => {
  if (agents.has(selected) && Date.now() - typedAt > TYPING_PAUSE) {
    typedAt = Date.now();
    attempt(async (id) => agents.has(id) && call("POST", `${await joined(id)}/typing`));
  }
});

element("leave").addEventListener("click", () => attempt(async (id) => {
  if (!agents.has(id)) return;
  await call("DELETE", await joined(id));
  forget(id);
  say("You left.");
  element("text").focus();
}));

element("end").addEventListener("click", () => attempt((id) => call("POST", `/${id}/end`)));

const feed = new EventSource("/sandbox/chat/feed");
feed.addEventListener("open", () => { say("Connected."); refresh(); });
feed.addEventListener("message", refresh);
feed.addEventListener("error", () => say("Connection lost; trying again…"));
