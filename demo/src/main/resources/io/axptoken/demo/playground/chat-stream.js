// The stream of events: one long poll after the other, for as long as it makes sense.

const LONGEST_POLL = 40_000;
const LONGEST_TROUBLE = 200_000;
const BACKOFF = [1, 2, 3, 5, 8, 13, 21];
const SHORTEST_EMPTY = 500;

/**
 * Polls until it is stopped. `poll(lastEventId, {signal, arrived})` gives an outcome of the API,
 * `handle(events)` gets what is new, `changed({state, …})` hears how it goes:
 *
 * - `connecting`, then `connected` with the first answer,
 * - `paused` when the token is refused, until the promise of `nextToken()` is kept,
 * - `waiting` with `until`, the time of the next try,
 * - `lost` when it was out of order for too long; `start()` tries anew,
 * - `gone` when the platform does not know the session any more, and `stopped`.
 */
export function chatStream({ poll, handle, changed, nextToken, clock = systemClock }) {
  let run = 0;
  let abort = null;
  let state = "stopped";
  let lastEventId = null;
  let failures = 0;
  let troubleSince = null;

  /** What to do after an outcome; a promise to wait for. */
  const reactions = {
    async events({ body: events }, begun) {
      healthy();
      handle(events);
      // After an empty answer nothing is left to acknowledge.
      lastEventId = events.at(-1)?.eventId ?? null;
      if (events.length === 0 && clock.now() - begun < SHORTEST_EMPTY) {
        await clock.wait(SHORTEST_EMPTY);
      }
    },

    async unauthorized() {
      tell("paused");
      await nextToken();
    },

    async gone() {
      finish("gone");
    },

    async trouble(_, begun) {
      troubleSince ??= begun;
      if (clock.now() - troubleSince > LONGEST_TROUBLE) {
        finish("lost");
        return;
      }
      const pause = pauseAfter(failures++, clock.random());
      tell("waiting", { until: clock.now() + pause });
      await clock.wait(pause);
    },
  };

  async function loop(mine) {
    while (mine === run) {
      if (state !== "connected") {
        tell("connecting");
      }
      const begun = clock.now();
      const outcome = await once((status) => mine === run && status === 200 && tell("connected"));
      if (mine === run) {
        await reactions[verdict(outcome)](outcome, begun);
      }
    }
  }

  async function once(arrived) {
    const mine = new AbortController();
    abort = mine;
    const timeout = setTimeout(() => mine.abort(), LONGEST_POLL);
    try {
      return await poll(lastEventId, { signal: mine.signal, arrived });
    } finally {
      clearTimeout(timeout);
    }
  }

  function healthy() {
    [failures, troubleSince] = [0, null];
    tell("connected");
  }

  function tell(next, more = {}) {
    if (state !== next || next === "waiting") {
      state = next;
      changed({ state, ...more });
    }
  }

  function finish(end) {
    run += 1;
    abort?.abort();
    tell(end);
  }

  return {
    /** Polls from now on, and at once if it does so already. */
    start() {
      run += 1;
      abort?.abort();
      [failures, troubleSince] = [0, null];
      loop(run);
    },
    stop: () => finish("stopped"),
  };
}

/** The pause before the next try in milliseconds, for a number of failures before this one. */
export function pauseAfter(failures, random) {
  return 1000 * (BACKOFF[Math.min(failures, BACKOFF.length - 1)] + random);
}

/** What an outcome means: `events`, `unauthorized`, `gone` or `trouble`. */
export function verdict(outcome) {
  if (outcome.kind === "ok") {
    return Array.isArray(outcome.body) ? "events" : "trouble";
  }
  if (outcome.kind === "refused" && (outcome.status === 401 || outcome.status === 403)) {
    return "unauthorized";
  }
  const unknown = outcome.status === 404 && outcome.detail === "Session not found";
  return outcome.kind === "refused" && unknown ? "gone" : "trouble";
}

const systemClock = {
  now: () => Date.now(),
  random: Math.random,
  wait: (milliseconds) => new Promise((done) => setTimeout(done, milliseconds)),
};
