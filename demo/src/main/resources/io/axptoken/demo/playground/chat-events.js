// What the platform's events do to a conversation.

import { fromEvent } from "./chat-messages.js";

const TYPING_LASTS = 10_000;

/**
 * Reads events: `talk` gets messages and notes, `people` who is there, `over(text)` is called at the
 * end. Returns a function that takes the events of one engagement and gives what others said.
 */
export function eventReader({ talk, people, over }) {
  const kinds = {
    MESSAGE(event) {
      writes(event.participant, 0);
      return talk.add([fromEvent(event)]).filter(({ mine }) => !mine);
    },

    SANDBOX_TYPING: ({ participant }) => writes(participant, Date.now() + TYPING_LASTS),

    PARTICIPANT_ADDED({ participant }) {
      const known = people.has(participant.participantId);
      people.set(participant.participantId, participant);
      if (!known && !isCustomer(participant)) {
        talk.note(`${nameOf(participant)} joined.`);
      }
    },

    PARTICIPANT_DISCONNECTED({ participant }) {
      people.delete(participant.participantId);
      if (isCustomer(participant)) {
        over("The conversation is over.");
      } else {
        talk.note(`${nameOf(participant)} left.`);
      }
    },

    ENGAGEMENT_ERROR({ error }) {
      over(`The platform ended the conversation: ${error.detail ?? error.title ?? "an error"}`);
    },
  };
  function writes({ participantId }, typingUntil) {
    if (people.has(participantId)) {
      people.set(participantId, { ...people.get(participantId), typingUntil });
    }
  }

  return (events) => events.flatMap((event) => kinds[event.eventType]?.(event) ?? []);
}

function isCustomer({ participantType }) {
  return participantType === "CUSTOMER";
}

function nameOf({ displayName, participantType }) {
  return displayName || participantType;
}
