// Days inside identity numbers: whether six or eight digits are a day on which a person alive may have been born.
// Gregorian calendar, ISO 8601: https://www.iso.org/iso-8601-date-and-time-format.html

const oldest = 130;

/** Whether that day exists, lies in the past, and not further back than anybody has lived. */
export function isBirthDay(year: number, month: number, day: number): boolean {
  if (month < 1 || month > 12 || day < 1 || day > daysOf(year, month)) return false;
  const now = new Date();
  const age = now.getUTCFullYear() - year;
  return age >= 0 && age <= oldest && Date.UTC(year, month - 1, day) <= now.getTime();
}

function daysOf(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

/** The number that stands at `start`..`end`. */
export function digitsAt(value: string, start: number, end: number): number {
  return Number(value.slice(start, end));
}
