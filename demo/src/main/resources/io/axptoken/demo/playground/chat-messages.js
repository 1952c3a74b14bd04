// A conversation's messages in their order, each once, however often and by whichever way it came.

/** A message as the API's lists and receipts have it: its sender is flat. */
export function fromList(message) {
  return normal(message, message.senderParticipantId, message.participantType, message.displayName);
}

/** The message of an event, whose sender is nested. */
export function fromEvent({ message, participant }) {
  return normal(message, participant.participantId, participant.participantType, participant.displayName);
}

function normal(message, participantId, participantType, displayName) {
  return {
    id: message.messageId,
    index: message.messageIndex ?? Infinity,
    at: Date.parse(message.receivedAt) || Date.now(),
    text: String(message.body?.elementText?.text ?? ""),
    mine: participantType === "CUSTOMER",
    type: participantType,
    sender: displayName ?? participantType,
    participantId,
  };
}

/** The messages, those on their way, and notes between them. */
export function conversation() {
  const items = new Map();
  let number = 0;

  const lastIndex = () =>
    Math.max(0, ...[...items.values()].map(({ index }) => index).filter(Number.isFinite));
  const known = (id) => [...items.values()].find((item) => item.id === id);
  const put = (item) => {
    const key = `item-${++number}`;
    items.set(key, { key, number, ...item });
    return key;
  };

  return {
    /** Adds messages, and returns those that were not there yet. */
    add(messages) {
      return messages.filter((message) => {
        if (known(message.id)) {
          return false;
        }
        const own = message.mine && firstOnItsWay(items, message.text);
        if (own) {
          Object.assign(own, message, { kind: "message", state: "delivered" });
        } else {
          put({ kind: "message", state: "delivered", ...message });
        }
        return true;
      });
    },

    /** Shows a message that is being sent, and returns its key. */
    sending: (text, sender) =>
      put({ kind: "message", state: "sending", mine: true, text, sender, at: Date.now(), index: Infinity }),

    /** The platform has a message that was being sent. */
    sent(key, message) {
      const other = known(message.id);
      if (other && other.key !== key) {
        items.delete(key);
      } else if (items.has(key)) {
        Object.assign(items.get(key), message, { state: "delivered" });
      }
    },

    /** The platform did not take it, and why; it can be taken back. */
    notSent: (key, reason) => Object.assign(items.get(key) ?? {}, { state: "failed", reason }),

    /** Takes a message back, and returns its text. */
    take(key) {
      const text = items.get(key)?.text ?? "";
      items.delete(key);
      return text;
    },

    /** Adds a line of our own after what is there now. */
    note: (text) => put({ kind: "note", text, at: Date.now(), index: lastIndex() }),

    /** Everything, the oldest first. */
    items: () => [...items.values()].sort(byOrder),

    clear: () => items.clear(),
  };
}

/** A message's own event may come before its receipt. */
function firstOnItsWay(items, text) {
  return [...items.values()].find((item) => item.state === "sending" && item.text === text);
}

function byOrder(one, other) {
  if (one.index !== other.index) {
    return one.index < other.index ? -1 : 1;
  }
  // A note belongs after the message that was the last when it was made.
  return (one.kind === "note") - (other.kind === "note") || one.number - other.number;
}
