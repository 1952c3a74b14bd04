// The agent's desk: lists the live conversations, shows one, and answers in it.
const element = id => document.getElementById(id);
const agents = new Map();          // engagement id -> our participant id there
let selected = "";                 // engagement id
let reading = null;                // the read that is under way
let again = false;                 // something happened meanwhile
let typedAt = 0;

async function call(method, path, body) {
  const answer = await fetch("/sandbox/chat/engagements" + path, {
    method,
    headers: body ? { "Content-Type": "application/json" } : {},
    body: body ? JSON.stringify(body) : undefined,
  });
  if (!answer.ok) {
    const problem = await answer.json().catch(() => ({}));
    throw Object.assign(new Error(problem.detail || "The sandbox answered " + answer.status), { status: answer.status });
  }
  return answer.status === 204 ? null : answer.json();
}

const say = text => { element("status").textContent = text; };
const nameOf = conversation => conversation.customerName || conversation.customerId;

// One read at a time; what happens during it is read right after it.
function refresh() {
  if (reading) {
    again = true;
    return reading;
  }
  reading = read().catch(problem => say(problem.message)).finally(() => {
    reading = null;
    if (again) {
      again = false;
      refresh();
    }
  });
  return reading;
}

async function read() {
  const { engagements } = await call("GET", "");
  showList(engagements);
  if (!selected) return;
  if (engagements.some(each => each.engagementId === selected)) {
    showDesk(await call("GET", "/" + selected));
  } else {
    leaveDesk("The conversation is over.");
  }
}

function showList(engagements) {
  element("nobody").hidden = engagements.length > 0;
  const list = element("list");
  const known = new Map([...list.children].map(item => [item.dataset.id, item]));
  for (const conversation of engagements) {
    const item = known.get(conversation.engagementId) ?? newItem(conversation.engagementId);
    known.delete(conversation.engagementId);
    const button = item.firstElementChild;
    const agent = conversation.participants.some(each => each.participantType === "AGENT");
    button.textContent = nameOf(conversation) + (agent ? " (with an agent)" : "");
    button.setAttribute("aria-current", String(conversation.engagementId === selected));
    if (!item.isConnected) list.append(item);
  }
  known.forEach(item => item.remove());
}

function newItem(id) {
  const item = document.createElement("li");
  item.dataset.id = id;
  const button = document.createElement("button");
  button.type = "button";
  button.addEventListener("click", () => open(id));
  item.append(button);
  return item;
}

async function open(id) {
  selected = id;
  element("log").replaceChildren();
  await refresh();
  if (selected) element("desk-title").focus();
}

function showDesk(conversation) {
  element("desk").hidden = false;
  element("desk-title").textContent = "Conversation with " + nameOf(conversation);
  element("present").textContent = "Here: " + conversation.participants
    .map(each => each.displayName + " (" + each.participantType.toLowerCase() + ")").join(", ");
  const here = conversation.participants.some(each => each.participantId === agents.get(selected));
  if (!here) agents.delete(selected);
  element("leave").disabled = !here;
  const log = element("log");
  const shown = new Set([...log.children].map(item => item.dataset.id));
  for (const message of conversation.messages) {
    if (!shown.has(message.messageId)) log.append(newMessage(message));
  }
  if (log.children.length > shown.size) log.scrollTop = log.scrollHeight;
}

function newMessage(message) {
  const item = document.createElement("li");
  item.dataset.id = message.messageId;
  item.dataset.type = message.participantType;
  const who = document.createElement("span");
  who.className = "who";
  who.textContent = message.displayName || "Customer";
  item.append(who, message.body.elementText.text);
  return item;
}

function leaveDesk(why) {
  agents.delete(selected);
  selected = "";
  element("desk").hidden = true;
  element("log").replaceChildren();
  say(why);
}

async function joined() {
  if (!agents.has(selected)) {
    const agent = await call("POST", "/" + selected + "/agents", { displayName: element("name").value });
    agents.set(selected, agent.participantId);
  }
  return "/" + selected + "/agents/" + agents.get(selected);
}

async function attempt(action) {
  try {
    await action();
    await refresh();
  } catch (problem) {
    if (problem.status === 404) agents.delete(selected);
    say(problem.message);
  }
}

element("answer").addEventListener("submit", event => {
  event.preventDefault();
  attempt(async () => {
    const text = element("text").value;
    await call("POST", (await joined()) + "/messages", { text });
    element("text").value = "";
    element("text").focus();
  });
});

element("text").addEventListener("keydown", event => {
  if (event.key === "Enter" && !event.shiftKey && !event.isComposing) {
    event.preventDefault();
    element("answer").requestSubmit();
  }
});

element("text").addEventListener("input", () => {
  if (agents.has(selected) && Date.now() - typedAt > 5000) {
    typedAt = Date.now();
    attempt(async () => call("POST", (await joined()) + "/typing"));
  }
});

element("leave").addEventListener("click", () => attempt(async () => {
  await call("DELETE", await joined());
  agents.delete(selected);
  say("You left.");
}));

element("end").addEventListener("click", () => attempt(() => call("POST", "/" + selected + "/end")));

const feed = new EventSource("/sandbox/chat/feed");
feed.addEventListener("open", () => { say("Connected."); refresh(); });
feed.addEventListener("message", () => refresh());
feed.addEventListener("error", () => say("Connection lost; trying again…"));
