// The request as a command for a POSIX shell.

import { MODES } from "./modes.js";

/** What a shell has to send besides the body; what is secret stands in a variable. */
const PROOFS = {
  claimed: "",
  jwt: ` -H "authorization: Bearer $ACCESS_TOKEN"`,
  guest: " -b cookies -c cookies",
  apiKey: ` -H "x-api-key: $API_KEY"`,
};
const BACKEND = "/integrations/backend/token";

/** The command line that sends what this caller sends to the server at `origin`. */
export function curlCommand(origin, { mode, user }) {
  const path = mode === "apiKey" ? BACKEND : MODES[mode].path;
  const address = origin.replace(/^http:\/\//, "") + path;
  const body = JSON.stringify(user);
  return `curl -s ${address}${PROOFS[mode]} -H 'content-type: application/json' -d ${quoted(body)}`;
}

/** In single quotes nothing is special to a shell but the quote itself. */
function quoted(text) {
  return "'" + text.replaceAll("'", `'\\''`) + "'";
}
