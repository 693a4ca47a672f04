// Names this browser profile's chain to the receiver: a random id, of no use for anything else. It lives and dies with the journal.
import { browser } from 'wxt/browser';
import { openApart } from './apart.ts';

const key = 'journal/device';
let known: Promise<string> | undefined;

export function deviceId(): Promise<string> {
  known ??= readOrMake().catch((thrown) => {
    known = undefined;
    throw thrown;
  });
  return known;
}

async function readOrMake(): Promise<string> {
  const apart = openApart('gatehouse-apart');
  const [kept, copy] = [(await browser.storage.local.get(key))[key], await apart.get<string>('device')];
  const id = typeof kept === 'string' ? kept : (copy ?? crypto.randomUUID());
  if (kept !== id) await browser.storage.local.set({ [key]: id });
  if (copy !== id) await apart.put('device', id);
  return id;
}
