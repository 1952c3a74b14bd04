// Builds elements; data only ever becomes text, never markup.

/** The element with this id. */
export function byId(id) {
  return document.getElementById(id);
}

/** An element with attributes and children; strings become text, `null` children are left out. */
export function el(name, attributes = {}, ...children) {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (key.startsWith("on")) {
      element.addEventListener(key.slice(2), value);
    } else if (value === true) {
      element.setAttribute(key, "");
    } else if (value !== false && value !== null && value !== undefined) {
      element.setAttribute(key, value);
    }
  }
  element.append(...children.filter((child) => child !== null));
  return element;
}

/** Makes a button copy what `text()` gives at that moment. */
export function whenClickedCopy(button, text, announce) {
  const label = button.textContent;
  let back;
  button.addEventListener("click", async () => {
    clearTimeout(back);
    const copied = await copy(text());
    button.textContent = copied ? "Copied" : "Not copied";
    announce(copied ? "Copied." : "The browser does not allow to copy.");
    back = setTimeout(() => (button.textContent = label), 2000);
  });
}

async function copy(text) {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}
