// In the content script: hears that the gate on the network stopped a request of this page. Only the extension itself can say so.
import { native } from './native.ts';
import type { Stops } from './network-gate.ts';
import type { Stopped } from './stopped.ts';

export function onStopped(act: (kind: Stops) => void): void {
  native().runtime.onMessage.addListener((message: unknown) => {
    const { gatehouse, kind } = (message ?? {}) as Partial<Stopped>;
    if (gatehouse === 'stopped' && kind) act(kind);
  });
}
