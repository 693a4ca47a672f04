// What is the same for a send, an attachment and a paste: judge, ask, record. Whatever fails on the way, it stays held.
import type { DraftToAssess } from '@/assessment/assessment.ts';
import type { Answer, ChangedFile, Durable, Ports, Ruling } from './ports.ts';

/** It may go. `record` names the incident behind it; allowed content has none. */
export interface Approval {
  record?: string;
  /** Files that may only go changed. */
  files?: ChangedFile[] | undefined;
}

export interface Settled {
  approval?: Approval;
  /** What the person wants to be changed in the draft, which stays. Without a choice nobody answered. */
  change: Pick<Answer, 'removeRecipients' | 'text' | 'files'> & Partial<Pick<Answer, 'choice'>>;
}

type Failed = 'not_checked' | 'not_asked' | 'orphaned' | 'not_recorded';

const unasked: Answer = { choice: 'not-asked', release: true, removeRecipients: [] };
const nothing: Settled['change'] = { removeRecipients: [] };
const held: Settled = { change: nothing };

export async function settle(
  draft: DraftToAssess,
  ports: Ports,
  signal: AbortSignal,
  onRuling: (ruling: Ruling) => void,
): Promise<Settled> {
  // What failed: about a message, or about files and pasted text that did not get in.
  const say = (what: Failed) => ports.notice(`notice_${isMessage(draft.trigger) ? '' : 'arrival_'}${what}`);
  const ruling = await ports.assess(draft, signal, true).catch(({ name, message }: Error) => {
    // Cancelled by the person: they know.
    if (name !== 'AbortError') say(message === 'orphaned' ? message : 'not_checked');
  });
  if (!ruling) return held;
  onRuling(ruling);
  if (ruling.action === 'allow') return { approval: {}, change: nothing };
  const answer = ruling.enforced ? await ports.ask(ruling, signal).catch(() => say('not_asked')) : unasked;
  if (!answer) return held;
  const durable = await ports.record(ruling, answer).catch((): Durable => ({ stored: false, why: 'silent' }));
  const { release, files } = answer;
  const change = release ? nothing : answer;
  if (durable.stored) return release ? { approval: { record: durable.record, files }, change } : { change };
  if (release && ruling.mayGoUnrecorded?.includes(durable.why)) {
    ports.notice('notice_released_unrecorded');
    return { approval: { files }, change };
  }
  say(durable.why === 'orphaned' ? 'orphaned' : 'not_recorded');
  return { change };
}

function isMessage(trigger: DraftToAssess['trigger']): boolean {
  return trigger === 'send' || trigger === 'shortcut' || trigger === 'network';
}
