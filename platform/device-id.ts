// Names this browser profile's chain to the receiver: a random id, of no use for anything else. It lives and dies with the journal.
import { browser } from 'wxt/browser';

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
  const kept = (await browser.storage.local.get(key))[key];
  if (typeof kept === 'string') return kept;
  const fresh = crypto.randomUUID();
  await browser.storage.local.set({ [key]: fresh });
  return fresh;
}
