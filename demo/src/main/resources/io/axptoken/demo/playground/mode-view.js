// The choice of how the server knows the user, and what goes with each way.

import { byId, el } from "./dom.js";
import { MODES } from "./modes.js";

/**
 * Shows the modes; `changed()` is called when another is chosen, `tried(trick)` when somebody plays
 * the impostor. Returns `mode()`, `choose(mode)` and `showWho(who)`.
 */
export function modeView({ changed, tried }) {
  const radios = [...document.querySelectorAll("[name=mode]")];
  const mode = () => radios.find((radio) => radio.checked).value;

  function show() {
    const chosen = mode();
    byId("mode-hint").textContent = MODES[chosen].hint;
    for (const part of document.querySelectorAll("[data-modes]")) {
      part.hidden = !part.dataset.modes.split(" ").includes(chosen);
    }
    byId("tricks").replaceChildren(...Object.entries(MODES[chosen].tricks).map(([label, trick]) =>
      el("button", { type: "button", class: "danger", onclick: () => tried(trick) }, label)));
  }

  for (const radio of radios) {
    radio.addEventListener("change", () => {
      show();
      changed();
    });
  }
  show();

  return {
    mode,
    choose(name) {
      radios.find(({ value }) => value === name)?.click();
    },
    showWho(who) {
      byId("signed-in").textContent = who === null
        ? "Nobody is signed in."
        : `Signed in: ${who.name ?? who.id} (${who.id}).`;
      byId("sign-in").textContent = who === null ? "Sign in" : "Sign in as somebody else";
      byId("sign-out").hidden = who === null;
    },
  };
}
