// What a number in a cell is shown as, as far as it tells people apart: dates (birth dates are stored as serials) and digits with
// leading zeros (telephone and account numbers). ECMA-376 part 1, 18.8.30 and 18.17.4.1.

export type DateSystem = 1900 | 1904;

/** Turns the number as stored into what is shown. Dates become YYYY-MM-DD, times HH:MM:SS. */
export type NumberFormat = (stored: string) => string;

/** `code` as in `numFmt`, without one the built-in format `id`. */
export function numberFormat(id: number, code: string | undefined, system: DateSystem): NumberFormat {
  const shows = code === undefined ? builtIn(id) : partsOfDate(code);
  if (shows) return (stored) => showDate(stored, shows, system);
  const places = code === undefined ? undefined : digitPlaces(code);
  return places ? (stored) => fillPlaces(stored, places) : generalNumber;
}

interface Shows {
  date: boolean;
  time: boolean;
}

function builtIn(id: number): Shows | undefined {
  if (id === 22) return { date: true, time: true };
  if ((id >= 14 && id <= 17) || (id >= 27 && id <= 31) || id === 36 || (id >= 50 && id <= 58))
    return { date: true, time: false };
  return (id >= 18 && id <= 21) || (id >= 32 && id <= 35) || (id >= 45 && id <= 47)
    ? { date: false, time: true }
    : undefined;
}

/** Literals, colours, conditions, fillers and locales are no part of a date; `[h]` is. */
function partsOfDate(code: string): Shows | undefined {
  const bare = firstSection(code)
    .replace(/"[^"]*"|\\.|_.|\*./g, '')
    .replace(/\[(?!h+\]|m+\]|s+\])[^\]]*\]/gi, '');
  if (/general|[0#?]\s*[/%]/i.test(bare)) return undefined;
  const time = /[hs]|am\/pm/i.test(bare);
  const date = /[yd]/i.test(bare) || (/m/i.test(bare) && !time);
  return date || time ? { date, time } : undefined;
}

/** The section for positive numbers; a `;` in quotes parts nothing. */
const firstSection = (code: string) => /^(?:"[^"]*"|\\.|[^;"\\])*/.exec(code)![0];

const day = 86_400_000;
const lastSerial = 2_958_465;

function showDate(stored: string, shows: Shows, system: DateSystem): string {
  const serial = Number(stored);
  if (!(serial >= 0 && serial <= lastSerial)) return stored;
  const iso = new Date(epoch(serial, system) + Math.round(serial * 86_400) * 1_000).toISOString();
  const time = iso.slice(11, 19);
  if (!shows.date) return serial < 1 ? time : `${Math.floor(serial * 24 + 1e-9)}${time.slice(2)}`;
  return shows.time && time !== '00:00:00' ? `${iso.slice(0, 10)} ${time}` : iso.slice(0, 10);
}

/** The 1900 system counts a 29 February 1900 that never was, as day 60. */
function epoch(serial: number, system: DateSystem): number {
  if (system === 1904) return Date.UTC(1904, 0, 1);
  return Date.UTC(1899, 11, 30) + (serial < 60 ? day : 0);
}

/** A format that is nothing but digit places and literals (`00000 000000`): what to put where. */
function digitPlaces(code: string): string[] | undefined {
  const places: string[] = [];
  for (const [token] of firstSection(code).matchAll(/\[[^\]]*\]|"[^"]*"|\\.|_.|\*.|[\s\S]/g)) {
    if (/^[0#?]$/.test(token)) places.push(token);
    else if (/^[- ()+/:]$/.test(token)) places.push(`"${token}`);
    else if (token.startsWith('"')) places.push(token.slice(0, -1));
    else if (token.startsWith('\\')) places.push(`"${token.slice(1)}`);
    else if (!/^[[_*]/.test(token)) return undefined;
  }
  return places.filter((place) => place === '0').length > 1 ? places : undefined;
}

/** From the right, digits into places; what is left over goes before the first place. */
function fillPlaces(stored: string, places: string[]): string {
  const digits = generalNumber(stored);
  if (!/^\d+$/.test(digits)) return digits;
  let next = digits.length;
  let shown = '';
  const first = places.findIndex((place) => !place.startsWith('"'));
  for (let index = places.length - 1; index >= 0; index--) {
    const place = places[index]!;
    if (place.startsWith('"')) shown = place.slice(1) + shown;
    else if (next > 0) shown = digits[--next]! + shown;
    else if (place === '0') shown = `0${shown}`;
    if (index === first && next > 0) {
      shown = digits.slice(0, next) + shown;
      next = 0;
    }
  }
  return shown;
}

/** Fifteen significant digits and no exponent, as a cell shows a telephone number. */
export function generalNumber(stored: string): string {
  if (/^-?\d{1,15}$/.test(stored)) return stored;
  const value = Number(stored);
  return stored.trim() === '' || Number.isNaN(value) ? stored : String(Number(value.toPrecision(15)));
}
