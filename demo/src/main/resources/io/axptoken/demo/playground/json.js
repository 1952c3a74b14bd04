// JSON of which nobody knows yet whether it is any.

/** The value that the text stands for, `null` if it is no JSON. */
export function json(text) {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
