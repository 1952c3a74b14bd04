// Times for people.

const clock = new Intl.DateTimeFormat(undefined, { timeStyle: "medium" });
const dateAndClock = new Intl.DateTimeFormat(undefined, { dateStyle: "medium", timeStyle: "medium" });

/** The time of day. */
export function timeOfDay(milliseconds) {
  return clock.format(milliseconds);
}

/** The date and the time of day. */
export function dateAndTime(milliseconds) {
  return dateAndClock.format(milliseconds);
}

/** A span as minutes and seconds, `29:05`, with hours where there are any; never negative. */
export function minutesAndSeconds(milliseconds) {
  const total = Math.max(0, Math.ceil(milliseconds / 1000));
  const [hours, minutes, seconds] = [Math.floor(total / 3600), Math.floor(total / 60) % 60, total % 60];
  const pad = (number) => String(number).padStart(2, "0");
  return hours > 0 ? `${hours}:${pad(minutes)}:${pad(seconds)}` : `${minutes}:${pad(seconds)}`;
}
