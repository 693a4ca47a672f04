// The policy in a text or a file, whichever form it was exported in; or which sentence says why there is none.
import type { Values } from '@/rollout/install.ts';
import { type FormName, readAny } from '@/rollout/targets.ts';

/** `key`: a message, with what stands in it. */
export type Read = { target: FormName; values: Values } | { key: string; place: string[] };

/** Beyond this no policy is read: the longest that a browser takes is far shorter. */
const mostCharacters = 5_000_000;

export function reading(text: string): Read {
  if (text.trim() === '') return { key: 'policy_import_empty', place: [] };
  if (text.length > mostCharacters) return { key: 'policy_import_long', place: [] };
  const known = readAny(text);
  if (known) return known;
  const place = brokenAt(text);
  return place ? { key: 'policy_import_broken', place } : { key: 'policy_import_unknown', place: [] };
}

/** Line and column where JSON breaks off: every browser says them in its error, each in words of its own. */
function brokenAt(text: string): string[] | undefined {
  if (!/^\s*[{[]/.test(text)) return undefined;
  try {
    JSON.parse(text);
    return undefined;
  } catch (thrown) {
    const said = thrown instanceof Error ? thrown.message : '';
    const place = /line (\d+) column (\d+)/.exec(said);
    if (place) return [place[1]!, place[2]!];
    const position = /position (\d+)/.exec(said);
    const before = text.slice(0, position ? Number(position[1]) : text.length).split('\n');
    return [String(before.length), String(before.at(-1)!.length + 1)];
  }
}

/** The registry editor writes UTF-16 with a mark at the front. */
export async function textOf(file: File): Promise<string> {
  const bytes = new Uint8Array(await file.arrayBuffer());
  const encoding =
    bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : 'utf-8';
  return new TextDecoder(encoding).decode(bytes);
}
