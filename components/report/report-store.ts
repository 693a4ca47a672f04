// A breach report as it is written: what is missing, what will be stored, and whether it is. Knows no React.

import { createStore } from 'zustand/vanilla';
import type { ReportToRecord } from '@/platform/messages/messages.ts';

export type Written = Pick<ReportToRecord, 'what' | 'when' | 'recovered' | 'people'>;

export interface ReportPorts {
  /** Replaces every value found in the text. What it gives back is what is stored. */
  mask(text: string): string;
  /** True once it is safe on disk. Works without a network. */
  record(report: ReportToRecord): Promise<boolean>;
}

export interface ReportState extends Written {
  step: 'writing' | 'storing' | 'stored' | 'failed';
  /** They pressed *Report*: from now on a missing text is said. */
  hasTried: boolean;
  write(change: Partial<Written>): void;
  submit(): Promise<void>;
}

const empty: Written = { what: '', when: '', recovered: 'unknown', people: 'unknown' };

/** UTF-16 units: well below what the background takes. */
export const longestReport = 1_500;

export function isComplete({ what }: Pick<Written, 'what'>): boolean {
  return what.trim() !== '';
}

export function createReportStore({ mask, record }: ReportPorts) {
  return createStore<ReportState>((set, get) => ({
    ...empty,
    step: 'writing',
    hasTried: false,
    write: (change) => set(change),
    async submit() {
      const { what, when, recovered, people, step } = get();
      if (step === 'storing' || step === 'stored') return;
      set({ hasTried: true });
      if (!isComplete({ what })) return;
      set({ step: 'storing' });
      const isStored = await record({ what: mask(what.trim()), when: mask(when.trim()), recovered, people });
      set(isStored ? { ...empty, step: 'stored' } : { step: 'failed' });
    },
  }));
}
