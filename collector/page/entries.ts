// Every entry the collector has, fetched page by page.
import type { Envelope } from '../../incidents/envelope.ts';
import { get } from './ask.ts';

export async function allEntries(): Promise<Envelope[] | undefined> {
  const entries: Envelope[] = [];
  let after: number | undefined = 0;
  while (after !== undefined) {
    const { body }: { body?: { entries: Envelope[]; next?: number } } = await get(`/api/register?after=${after}`);
    if (!body) return undefined;
    for (const entry of body.entries) entries.push(entry);
    after = body.next;
  }
  return entries;
}
