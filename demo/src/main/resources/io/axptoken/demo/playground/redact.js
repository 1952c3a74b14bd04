// Keeps tokens out of what is shown.

const TOKEN = /(jwt\.)?(eyJ[\w-]+)\.([\w-]+)\.([\w-]+)/g;

/** The text with each token shortened so that it cannot be used, but can be told from another. */
export function withoutTokens(text) {
  return text.replaceAll(TOKEN, (_, prefix = "", header, payload, signature) =>
    `${prefix}${short(header)}.${short(payload)}.${short(signature)}`);
}

function short(part) {
  return part.slice(0, 6) + "…";
}
