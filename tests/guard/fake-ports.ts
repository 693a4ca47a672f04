// Ports that answer at once and remember what they were asked.
import { vi } from 'vitest';
import type { Answer, Ports, Ruling } from '@/guard/ports.ts';

export const allow: Ruling = {
  id: 'ruling',
  action: 'allow',
  enforced: true,
  destination: 'external',
  people: { min: 0, estimate: 0, max: 0 },
  outside: [],
};

export const block: Ruling = {
  ...allow,
  action: 'block',
  destination: 'own',
  people: { min: 957, estimate: 957, max: 957 },
};

export const edited: Answer = { choice: 'edited', release: false, removeRecipients: [] };
export const withReason: Answer = { choice: 'sent-with-reason', release: true, removeRecipients: [] };

/** Every port is a spy. Without `answers` all is allowed, and every question is answered with *back to editing*. */
export function portsFor(answers: Partial<Ports>) {
  return {
    assess: vi.fn(answers.assess ?? (async () => allow)),
    ask: vi.fn(answers.ask ?? (async () => edited)),
    waiting: vi.fn(answers.waiting ?? (() => ({ signal: new AbortController().signal, end: () => undefined }))),
    record: vi.fn(answers.record ?? (async () => ({ stored: true as const, record: 'incident' }))),
    conclude: vi.fn(answers.conclude ?? (() => undefined)),
    notice: vi.fn(answers.notice ?? (() => undefined)),
    isPrivateMail: vi.fn(answers.isPrivateMail ?? (() => false)),
    t: vi.fn(answers.t ?? ((key: string, substitutions: string[] = []) => [key, ...substitutions].join(' '))),
    shadowRootOf: vi.fn(answers.shadowRootOf ?? ((element: Element) => element.shadowRoot ?? undefined)),
    clear: vi.fn(answers.clear ?? (async () => undefined)),
    loadDrafts: vi.fn(answers.loadDrafts ?? (async () => true)),
    state: vi.fn(answers.state ?? (() => undefined)),
  };
}
