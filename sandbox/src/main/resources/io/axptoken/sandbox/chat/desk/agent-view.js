// What the page shows: the live conversations and the one that is open. All of it is text.

/** The element of that id. */
export const element = (id) => document.getElementById(id);

/** Says how things are. */
export const say = (text) => { element("status").textContent = text; };

const nameOf = (conversation) => conversation.customerName || conversation.customerId;

/** Shows the list; `open(id)` is called for the one that is chosen. */
export function showList(engagements, selected, open) {
  element("nobody").hidden = engagements.length > 0;
  const list = element("list");
  const known = new Map([...list.children].map((item) => [item.dataset.id, item]));
  for (const conversation of engagements) {
    const item = known.get(conversation.engagementId) ?? newItem(conversation.engagementId, open);
    known.delete(conversation.engagementId);
    const button = item.firstElementChild;
    const agent = conversation.participants.some((each) => each.participantType === "AGENT");
    button.textContent = nameOf(conversation) + (agent ? " (with an agent)" : "");
    button.setAttribute("aria-current", String(conversation.engagementId === selected));
    if (!item.isConnected) list.append(item);
  }
  known.forEach((item) => item.remove());
}

function newItem(id, open) {
  const item = document.createElement("li");
  item.dataset.id = id;
  const button = document.createElement("button");
  button.type = "button";
  button.addEventListener("click", () => open(id));
  item.append(button);
  return item;
}

/** Shows a conversation, in which the agent is or is not. */
export function showDesk(conversation, here) {
  const opened = element("desk").hidden;
  element("desk").hidden = false;
  element("desk-title").textContent = `Conversation with ${nameOf(conversation)}`;
  element("present").textContent = "Here: " + conversation.participants
    .map((each) => `${each.displayName} (${each.participantType.toLowerCase()})`).join(", ");
  element("leave").disabled = !here;
  showMessages(conversation.messages);
  if (opened) element("desk-title").focus();
}

function showMessages(messages) {
  const log = element("log");
  const shown = new Set([...log.children].map((item) => item.dataset.id));
  const fresh = messages.filter((message) => !shown.has(message.messageId));
  log.append(...fresh.map(newMessage));
  if (fresh.length > 0) log.scrollTop = log.scrollHeight;
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

/** Shows no conversation any more; who was in it goes on from the list. */
export function clearDesk() {
  const focused = element("desk").contains(document.activeElement);
  element("desk").hidden = true;
  element("log").replaceChildren();
  if (focused) element("list-title").focus();
}
