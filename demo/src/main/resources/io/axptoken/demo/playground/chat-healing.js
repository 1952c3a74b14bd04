// The chat API for a user whose tokens come and go.

/**
 * The API's calls without their first parameter, the token: `token()` is the one of the moment. When
 * it is refused, the call is made once more after `nextToken(refused)`, a promise of another one.
 */
export function healing(api, { token, nextToken }) {
  const healed = (call) => async (...parameters) => {
    const used = token();
    const outcome = await call(used, ...parameters);
    if (outcome.kind !== "refused" || outcome.status !== 401) {
      return outcome;
    }
    await nextToken(used);
    return call(token(), ...parameters);
  };
  // A poll is not repeated: its stream pauses, and asks then for another token than the poll had.
  const { poll, ...calls } = api;
  let polled = null;
  return {
    ...Object.fromEntries(Object.entries(calls).map(([name, call]) => [name, healed(call)])),
    poll: (...parameters) => poll((polled = token()), ...parameters),
    afterRefusedPoll: () => nextToken(polled),
  };
}

/** What went wrong, as a sentence. */
export function reason(what, outcome) {
  switch (outcome.kind) {
    case "unreachable":
      return `${what}: the sandbox cannot be reached.`;
    case "over":
      return `${what}: it is over.`;
    default:
      return `${what}: the platform answered ${outcome.status}. ${outcome.detail}`.trim();
  }
}
