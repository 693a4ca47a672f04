// Times as date fields hold them, in the reader's time zone: https://html.spec.whatwg.org/multipage/common-microsyntaxes.html

const two = (number: number) => String(number).padStart(2, '0');

/** `2026-11-21` */
export function dayField(at: number): string {
  const date = new Date(at);
  return `${String(date.getFullYear()).padStart(4, '0')}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
}

/** `2026-11-21T14:03` */
export function timeField(at: number): string {
  const date = new Date(at);
  return `${dayField(at)}T${two(date.getHours())}:${two(date.getMinutes())}`;
}

/** Epoch milliseconds of either; undefined where it is none, or before 1970. A day begins at noon, so that no time zone moves it. */
export function timeOfField(text: string): number | undefined {
  const at = /^\d{4}-\d\d-\d\d$/.test(text)
    ? new Date(`${text}T12:00`).getTime()
    : /^\d{4}-\d\d-\d\dT\d\d:\d\d/.test(text)
      ? new Date(text).getTime()
      : Number.NaN;
  return at >= 0 ? at : undefined;
}
