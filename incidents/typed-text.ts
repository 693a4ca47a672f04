// What people type goes without what tells most. The desk has masked what its detectors found; should it fail, and where there is no desk,
// addresses and long numbers are gone all the same. Names are not known here: the forms ask for none.
import type { Change } from './work.ts';

export function maskTyped(text: string): string {
  return text.replace(/\S{1,200}@\S{1,200}/g, '…').replace(/\d(?:[ \-/.()]{0,2}\d){5,}/g, '…');
}

/** The name somebody works under; empty where nothing is left of what was typed, as of an address. */
export function typedName(text: string): string {
  const name = maskTyped(text).trim();
  return /[\p{L}\p{N}]/u.test(name) ? name : '';
}

/** Every text of a step, however deep, but for numbers that name a case. */
export function maskedChange(change: Change): Change {
  return masked(change);
}

const kept: ReadonlySet<string> = new Set(['do', 'reference', 'work', 'action', 'to']);

function masked<Value>(value: Value, name = ''): Value {
  if (typeof value === 'string') return (kept.has(name) ? value : maskTyped(value)) as Value;
  if (Array.isArray(value)) return value.map((one) => masked(one)) as Value;
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, masked(one, key)])) as Value;
}
