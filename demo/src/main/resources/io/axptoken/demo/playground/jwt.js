// Reads a JSON Web Token (RFC 7519) without judging its signature.

/**
 * The parts of a token, `null` if it is none. The platform writes `jwt.` in front of the usual
 * three parts, so that there are four.
 */
export function decode(token) {
  const parts = token.split(".");
  const prefix = parts.length === 4 && parts[0] === "jwt" ? parts.shift() : null;
  if (parts.length !== 3) {
    return null;
  }
  try {
    const header = json(parts[0]);
    const claims = json(parts[1]);
    return { prefix, header, claims, encoded: parts };
  } catch {
    return null;
  }
}

/** From when to when a token is valid, in milliseconds; without `iat` it starts at `now`. */
export function lifetime(claims, expiresAt, now) {
  const from = typeof claims?.iat === "number" ? claims.iat * 1000 : now;
  const to = typeof claims?.exp === "number" ? claims.exp * 1000 : Date.parse(expiresAt);
  return { from: Math.min(from, to), to };
}

function json(base64url) {
  const binary = atob(base64url.replaceAll("-", "+").replaceAll("_", "/"));
  const bytes = Uint8Array.from(binary, (character) => character.charCodeAt(0));
  const value = JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes));
  if (value === null || typeof value !== "object" || Array.isArray(value)) {
    throw new TypeError("not an object");
  }
  return value;
}
