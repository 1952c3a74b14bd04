// A problem answer (RFC 9457), told calmly.

import { el } from "./dom.js";

/** Shows what went wrong in `place`. */
export function showProblem(place, outcome) {
  const told = outcome.kind === "unreachable" ? unreachable() : problem(outcome);
  place.replaceChildren(...told.filter((part) => part !== null));
  place.hidden = false;
}

/** Takes the problem away. */
export function hideProblem(place) {
  place.replaceChildren();
  place.hidden = true;
}

/** One sentence for the screen reader. */
export function problemSentence(outcome) {
  if (outcome.kind === "unreachable") {
    return "No token: the server cannot be reached.";
  }
  return `No token: ${outcome.problem.title}. ${outcome.problem.detail ?? ""}`;
}

function unreachable() {
  return [
    el("div", { class: "problem-head" }, el("h3", {}, "The server cannot be reached")),
    el("p", {}, "Is it still running? Look at the terminal, start it again with ",
      el("code", {}, "./script/server"), " and try once more."),
  ];
}

function problem({ status, retryAfter, problem }) {
  return [
    el("div", { class: "problem-head" },
      el("span", { class: "status" }, String(status)),
      el("h3", {}, String(problem.title ?? "Problem"))),
    el("p", {}, String(problem.detail ?? "")),
    violations(problem.violations),
    el("dl", { class: "facts" },
      ...fact("Type", link(problem.type)),
      ...fact("Request id", problem.requestId && el("code", {}, String(problem.requestId))),
      ...fact("Retry-After", retryAfter === null ? null : `${retryAfter} s`)),
    el("details", {},
      el("summary", {}, "The whole problem"),
      el("pre", { class: "code wrap", tabindex: "0", role: "region", "aria-label": "The whole problem" },
        JSON.stringify(problem, null, 2))),
  ];
}

function violations(list) {
  if (!Array.isArray(list) || list.length === 0) {
    return null;
  }
  return el("ul", { class: "violations" }, ...list.map(({ field, message }) =>
    el("li", {}, el("code", {}, String(field)), " ", String(message))));
}

function fact(name, value) {
  return value ? [el("dt", {}, name), el("dd", {}, value)] : [];
}

/** The last part of the type's address names the kind; only web addresses become links. */
function link(type) {
  if (typeof type !== "string" || !/^https:\/\//.test(type)) {
    return typeof type === "string" ? type : null;
  }
  return el("a", { href: type, rel: "noreferrer", target: "_blank" }, type.split(/[/#]/).at(-1));
}
