// The request as a command for a POSIX shell.

/** The command line that sends this user to the server at `origin`. */
export function curlCommand(origin, user) {
  const address = origin.replace(/^http:\/\//, "") + "/token";
  const body = JSON.stringify(user);
  return `curl -s ${address} -H 'content-type: application/json' -d ${quoted(body)}`;
}

/** In single quotes nothing is special to a shell but the quote itself. */
function quoted(text) {
  return "'" + text.replaceAll("'", `'\\''`) + "'";
}
