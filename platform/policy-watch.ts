// The policy in force as an extension page or a desk sees it: asked for once, and again whenever the background says it changed.
// The change goes by storage.local, which wakes every open page at once and needs nobody to keep a list of pages.
import { browser } from 'wxt/browser';
import { speak, wordsOf } from './i18n.ts';
import { send } from './messages/bus.ts';
import type { PolicyInForce } from './messages/messages.ts';

/** Where the background says which policy is in force; the policy itself is asked for by message. */
export const inForceKey = 'policyInForce';

/** Calls `listener` with the policy now and after every change, until `until` aborts. A policy that cannot be had is asked for again. */
export function watchPolicy(listener: (policy: PolicyInForce) => void, until: AbortSignal): void {
  let asked = 0;
  const refresh = async () => {
    asked += 1;
    const mine = asked;
    const said = await send('policy/get', {});
    if (until.aborted || mine !== asked) return;
    if (said.ok) listener(said.answer);
    else if (said.why !== 'orphaned') setTimeout(() => mine === asked && void refresh(), 1_000);
  };
  const changed = (changes: Record<string, unknown>, area: string) => {
    if (area === 'local' && inForceKey in changes) void refresh();
  };
  browser.storage.onChanged.addListener(changed);
  until.addEventListener('abort', () => browser.storage.onChanged.removeListener(changed));
  void refresh();
}

/** Before a page draws anything: its language, as the background last said. */
export async function speakAsPolicySays(): Promise<void> {
  const said = (await browser.storage.local.get(inForceKey))[inForceKey] as { language?: string } | undefined;
  speak(await wordsOf(said?.language ?? 'auto'));
}

/** What leaves the background: the bearer token is the outbox's alone, the key of people's fingerprints the background's. */
export function withoutSecrets(inForce: PolicyInForce): PolicyInForce {
  const { reporting, keys, ...policy } = inForce.policy;
  const { people: _people, ...publicKeys } = keys;
  const open = { ...policy, keys: publicKeys };
  if (!reporting) return { ...inForce, policy: open };
  const { token: _token, ...rest } = reporting;
  return { ...inForce, policy: { ...open, reporting: rest } };
}
