// When to ask for the next token by itself.

const FIRST_RETRY = 2_000;
const LONGEST_RETRY = 60_000;

/**
 * Early enough to be safe, late enough not to waste tokens: a tenth of the life, 5 s to 60 s, before
 * its end. Where the clocks of server and browser disagree it is never at once, but after 5 s.
 */
export function renewAt({ from, to }, now) {
  const early = Math.min(60_000, Math.max(5_000, (to - from) / 10), (to - from) / 2);
  return Math.max(to - early, now + 5_000);
}

/**
 * How long to wait after a failure in milliseconds, `null` when waiting does not help. The server
 * knows best when it says `Retry-After`; else the pauses double.
 */
export function retryDelay(outcome, failures) {
  if (outcome.kind === "problem" && outcome.retryAfter !== null) {
    return Math.max(1, outcome.retryAfter) * 1000;
  }
  if (outcome.kind === "problem" && outcome.status < 500) {
    return null;
  }
  return Math.min(LONGEST_RETRY, FIRST_RETRY * 2 ** (failures - 1));
}
