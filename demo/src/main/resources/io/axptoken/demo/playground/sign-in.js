// Signs in at the sandbox's identity provider: authorization code flow with PKCE (RFC 7636).

import { json } from "./json.js";
import { decode } from "./jwt.js";

const CLIENT = "playground";
const KEY = "playground-sign-in";

/**
 * `provider()` is a promise of the provider's address, `exchange` sends requests. The access token
 * is kept in memory alone.
 */
export function signIn({ provider, exchange }) {
  let accessToken = null;

  /** Leaves the page for the provider's. */
  async function go() {
    const [state, verifier] = [secret(), secret()];
    sessionStorage.setItem(KEY, JSON.stringify({ state, verifier }));
    const parameters = {
      response_type: "code", client_id: CLIENT, redirect_uri: here(), scope: "openid", state,
      code_challenge: await challenge(verifier), code_challenge_method: "S256",
    };
    location.assign(`${await provider()}/authorize?${new URLSearchParams(parameters)}`);
  }

  /** Back from the provider: takes the code, if this page asked for it, and says whether it did. */
  async function comeBack() {
    const answer = new URLSearchParams(location.search);
    const asked = json(sessionStorage.getItem(KEY));
    if (!answer.has("state")) {
      return false;
    }
    sessionStorage.removeItem(KEY);
    history.replaceState(null, "", location.pathname);
    if (answer.get("state") !== asked?.state || !answer.has("code")) {
      return false;
    }
    accessToken = await token(answer.get("code"), asked.verifier);
    return accessToken !== null;
  }

  async function token(code, code_verifier) {
    const form = { grant_type: "authorization_code", client_id: CLIENT, redirect_uri: here(), code, code_verifier };
    try {
      const { text } = await exchange({
        method: "POST",
        url: `${await provider()}/token`,
        headers: { "content-type": "application/x-www-form-urlencoded" },
        body: new URLSearchParams(form).toString(),
      });
      return json(text)?.access_token ?? null;
    } catch {
      return null;
    }
  }

  return {
    go,
    comeBack,
    leave: () => (accessToken = null),
    accessToken: () => accessToken,
    /** Whom the access token is about, `null` for nobody. */
    who() {
      const claims = accessToken === null ? null : decode(accessToken)?.claims;
      return claims ? { id: claims.sub, name: claims.name } : null;
    },
  };
}

function here() {
  return location.origin + location.pathname;
}

function secret() {
  return base64url(crypto.getRandomValues(new Uint8Array(32)));
}

async function challenge(verifier) {
  const digest = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(verifier));
  return base64url(new Uint8Array(digest));
}

function base64url(bytes) {
  return btoa(String.fromCharCode(...bytes)).replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");
}
