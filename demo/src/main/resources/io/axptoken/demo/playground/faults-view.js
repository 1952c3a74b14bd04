// The panel that makes the platform fail, and the chip that says whether it does.

import { byId, el } from "./dom.js";
import { breakPlatform, healPlatform } from "./api.js";

/** Wires the panel; `changed` gets the state after each switch. Returns what shows a state. */
export function faultsView(changed) {
  const select = byId("fault");
  let faults = [];

  const describe = () => {
    byId("fault-hint").textContent = faults.find((fault) => fault.id === select.value)?.hint ?? "";
  };
  const act = async (action) => {
    const state = await action();
    byId("fault-error").textContent = state ? "" : "That did not reach the server.";
    if (state) {
      changed(state);
    }
  };
  select.addEventListener("change", describe);
  byId("fail-once").addEventListener("click", () => act(() => breakPlatform(select.value, false)));
  byId("fail-always").addEventListener("click", () => act(() => breakPlatform(select.value, true)));
  byId("heal").addEventListener("click", () => act(healPlatform));

  return (state) => {
    if (faults.length === 0) {
      faults = state.faults;
      select.replaceChildren(...faults.map(({ id, label }) => el("option", { value: id }, label)));
      describe();
    }
    showChip(state);
  };
}

/** Says that nothing is known, for the server does not answer. */
export function showUnreachable() {
  setChip("Server: not reachable", "bad");
}

function showChip({ failing }) {
  byId("heal").className = failing === null ? "quiet" : "primary";
  if (failing === null) {
    setChip("Platform: works", "good");
  } else {
    setChip(`Platform: ${failing.label}${failing.always ? "" : " (next call)"}`, "bad");
  }
}

/** A live region speaks whenever its text is set, so it is set only when it differs. */
function setChip(text, kind) {
  const chip = byId("platform-chip");
  if (chip.textContent !== text) {
    chip.textContent = text;
    chip.className = `chip ${kind}`;
  }
}
