// The form: what is typed becomes a user, and violations find their way back to the fields.

import { byId, el } from "./dom.js";

/** Wires the form; `changed` is called whenever what it says may have become something else. */
export function userForm(changed) {
  const form = byId("user-form");
  const rows = byId("identifier-rows");
  let rowNumber = 0;
  const add = () => addRow(rows, ++rowNumber, changed);

  form.addEventListener("input", changed);
  byId("add-identifier").addEventListener("click", () => {
    add().querySelector("input").focus();
    changed();
  });

  return {
    onSubmit(action) {
      form.addEventListener("submit", (event) => {
        event.preventDefault();
        action();
      });
    },
    user: () => read(rows).user,
    fill(user) {
      write(user, rows, add);
      changed();
    },
    showViolations: (violations) => showViolations(violations, read(rows).fields),
    clearViolations,
  };
}

/** Absent fields are left out, as the clients do; rows of one type are gathered. */
function read(rows) {
  const user = { userId: byId("user-id").value };
  const fields = new Map([
    ["userId", byId("user-id")],
    ["userName", byId("user-name")],
    ["verified", byId("verified")],
  ]);
  if (byId("user-name").value !== "") {
    user.userName = byId("user-name").value;
  }
  // Without a prototype any type, even "__proto__", is just a name.
  const identifiers = Object.create(null);
  for (const row of rows.children) {
    const [type, value] = row.querySelectorAll("input");
    const values = (identifiers[type.value] ??= []);
    const path = `userIdentifiers.${type.value}`;
    fields.set(`${path}[${values.length}]`, value);
    if (!fields.has(path)) {
      fields.set(path, type);
    }
    values.push(value.value);
  }
  if (rows.children.length > 0) {
    user.userIdentifiers = identifiers;
  }
  if (byId("verified").checked) {
    user.verified = true;
  }
  return { user, fields };
}

/** The other way round; what is no user leaves the fields empty. */
function write(user, rows, add) {
  byId("user-id").value = String(user?.userId ?? "");
  byId("user-name").value = String(user?.userName ?? "");
  byId("verified").checked = user?.verified === true;
  rows.replaceChildren();
  for (const [type, values] of Object.entries(user?.userIdentifiers ?? {})) {
    for (const one of Array.isArray(values) ? values : []) {
      const [typeField, valueField] = add().querySelectorAll("input");
      typeField.value = type;
      valueField.value = String(one);
    }
  }
}

function addRow(rows, number, changed) {
  const id = (part) => `identifier-${number}-${part}`;
  const input = (part, attributes) =>
    el("input", {
      id: id(part), type: "text", spellcheck: "false", autocapitalize: "none",
      "aria-describedby": id("error"), ...attributes,
    });
  const row = el("li", { class: "row" },
    el("div", {}, el("label", { for: id("type") }, "Type"),
      input("type", { list: "identifier-types", value: "emailAddresses" })),
    el("div", {}, el("label", { for: id("value") }, "Value"), input("value", {})),
    el("button", {
      type: "button", class: "quiet remove", "aria-label": "Remove this identifier",
      onclick: () => {
        const next = (row.nextElementSibling ?? row.previousElementSibling)?.querySelector(".remove");
        row.remove();
        (next ?? byId("add-identifier")).focus();
        changed();
      },
    }, "✕"),
    el("p", { class: "error", id: id("error") }));
  rows.append(row);
  return row;
}

/** Marks the fields that violations name and goes to the first; the rest is for the problem's list. */
function showViolations(violations, fields) {
  clearViolations();
  const marked = [];
  for (const { field, message } of violations) {
    const input = fields.get(field);
    if (input) {
      input.setAttribute("aria-invalid", "true");
      errorOf(input).textContent = sentence(message);
      marked.push(input);
    } else if (field === "userIdentifiers") {
      byId("identifiers-error").textContent = sentence(message);
    }
  }
  marked[0]?.focus();
}

function clearViolations() {
  for (const input of document.querySelectorAll("[aria-invalid]")) {
    input.removeAttribute("aria-invalid");
  }
  for (const error of document.querySelectorAll("#user-form .error")) {
    error.textContent = "";
  }
}

function errorOf(input) {
  return byId(input.getAttribute("aria-describedby").split(" ").at(-1));
}

function sentence(message) {
  return message.charAt(0).toUpperCase() + message.slice(1) + (message.endsWith(".") ? "" : ".");
}
