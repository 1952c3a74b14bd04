// The ways in which the demo's server knows a user: for each an integration, and what its callers send.

const SOMEBODY_ELSE = "somebody-else";

/**
 * By name: `hint` says what the way is, `fields` which of the user's fields a caller may fill in,
 * `tricks` what an impostor may try. A trick changes the caller before its request is made.
 */
export const MODES = {
  claimed: {
    hint: "No proof is asked for: who names an id gets its token. For development only.",
    path: "/token",
    fields: ["userId", "userName", "userIdentifiers", "verified"],
    tricks: { "Name somebody else": (caller) => named(caller) },
  },
  jwt: {
    hint: "The company's identity provider signs users in; its token is the proof.",
    path: "/integrations/signed-in/token",
    fields: [],
    tricks: {
      "Name somebody else": (caller) => named(caller),
      "Change the proof": (caller) => ({ ...caller, trick: "changed" }),
      "Send no proof": (caller) => ({ ...caller, trick: "none" }),
    },
  },
  guest: {
    hint: "The server gives this browser an id of its own, in a signed cookie that no script can read.",
    path: "/integrations/visitors/token",
    fields: ["userName"],
    tricks: { "Name somebody else": (caller) => named(caller) },
  },
  apiKey: {
    hint: "A backend, played by this demo, calls with its key, which the browser never sees.",
    path: "/playground/backend",
    fields: ["userId", "userName", "userIdentifiers", "verified"],
    tricks: {
      "Guess the key": (caller) => ({ ...caller, trick: "guess" }),
      "Use the key in a browser": (caller) => ({ ...caller, trick: "browser" }),
    },
  },
};

/** The caller for a mode and what the form says; of the user it keeps what that mode asks for. */
export function caller(mode, user) {
  const known = Object.entries(user).filter(([field]) => MODES[mode].fields.includes(field));
  return { mode, user: Object.fromEntries(known) };
}

/** Whether two callers are the same user to the server. */
export function sameUser(one, other) {
  return one.mode === other.mode && one.user.userId === other.user.userId && one.trick === other.trick;
}

/** The request for a token; `accessToken` is what the identity provider gave, or `null`. */
export function tokenRequest({ mode, user, trick }, accessToken) {
  const headers = { "content-type": "application/json" };
  if (mode === "jwt" && accessToken !== null && trick !== "none") {
    headers.authorization = `Bearer ${trick === "changed" ? changed(accessToken) : accessToken}`;
  }
  const body = mode === "apiKey" ? { user, trick } : user;
  return { url: MODES[mode].path, method: "POST", headers, body: JSON.stringify(body) };
}

function named(caller) {
  return { ...caller, user: { ...caller.user, userId: SOMEBODY_ELSE } };
}

/** The same claims under a signature in which one character differs. */
function changed(jwt) {
  const middle = jwt.lastIndexOf(".") + 20;
  return jwt.slice(0, middle) + (jwt[middle] === "A" ? "B" : "A") + jwt.slice(middle + 1);
}
