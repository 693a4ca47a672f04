// In the content script: hears that the gate on the network stopped a request of this page. Only the extension itself can say so.
import type { Drafts } from '../../guard/drafts.ts';
import { native } from '../native.ts';
import type { Stopped } from './stopped.ts';

export function onStopped({ composes, stopped }: Pick<Drafts, 'composes' | 'stopped'>): void {
  native().runtime.onMessage.addListener((message: unknown, _, answer: (isTold: true) => void) => {
    const { gatehouse, kind, toComposer } = (message ?? {}) as Partial<Stopped>;
    if (gatehouse !== 'stopped' || !kind || (toComposer && !composes()[0])) return;
    stopped(kind);
    answer(true);
  });
}
