// What is the same for a send, an attachment and a paste: judge, ask, record. Whatever fails on the way, it stays held.
import type { DraftToAssess } from '@/assessment/assessment.ts';
import type { Answer, Durable, Ports, Ruling } from './ports.ts';

/** It may go. `record` names the incident behind it; allowed content has none. */
export interface Approval {
  record?: string;
}

export interface Settled {
  approval?: Approval;
  removeRecipients: string[];
}

const unasked: Answer = { choice: 'not-asked', release: true, removeRecipients: [] };
const held: Settled = { removeRecipients: [] };

export async function settle(
  draft: DraftToAssess,
  ports: Ports,
  signal: AbortSignal,
  onRuling: (ruling: Ruling) => void,
): Promise<Settled> {
  let ruling: Ruling;
  try {
    ruling = await ports.assess(draft, signal, true);
  } catch (reason) {
    // Cancelled by the person: they know.
    if (!isAbort(reason)) ports.notice('notice_not_checked');
    return held;
  }
  onRuling(ruling);
  if (ruling.action === 'allow') return { approval: {}, removeRecipients: [] };
  const answer = ruling.enforced ? await askAbout(ruling, ports, signal) : unasked;
  if (!answer) return held;
  const durable = await record(ruling, answer, ports);
  const { removeRecipients } = answer;
  if (durable.stored)
    return answer.release ? { approval: { record: durable.record }, removeRecipients } : { removeRecipients };
  ports.notice(durable.why === 'orphaned' ? 'notice_orphaned' : 'notice_not_recorded');
  return { removeRecipients };
}

async function askAbout(ruling: Ruling, ports: Ports, signal: AbortSignal): Promise<Answer | undefined> {
  try {
    return await ports.ask(ruling, signal);
  } catch {
    ports.notice('notice_not_asked');
    return undefined;
  }
}

async function record(ruling: Ruling, answer: Answer, ports: Ports): Promise<Durable> {
  try {
    return await ports.record(ruling, answer);
  } catch {
    return { stored: false, why: 'silent' };
  }
}

function isAbort(reason: unknown): boolean {
  return reason instanceof DOMException && reason.name === 'AbortError';
}
