// How much memory a browser takes.
import { readdirSync, readFileSync } from 'node:fs';
import type { Chromium } from './chromium.ts';

/** Resident MB of the largest process of this browser. */
export function largestProcess({ profile }: Chromium): number {
  const processes = readdirSync('/proc').filter((name) => /^\d+$/.test(name));
  const about = (pid: string, file: string) => {
    try {
      return readFileSync(`/proc/${pid}/${file}`, 'utf8');
    } catch {
      return '';
    }
  };
  const known = new Set(processes.filter((pid) => about(pid, 'cmdline').includes(profile)));
  const status = new Map(processes.map((pid) => [pid, about(pid, 'status')]));
  for (let before = -1; before !== known.size; ) {
    before = known.size;
    for (const [pid, text] of status) if (known.has(/PPid:\s*(\d+)/.exec(text)?.[1] ?? '')) known.add(pid);
  }
  return Math.max(...[...known].map((pid) => Number(/VmRSS:\s*(\d+)/.exec(status.get(pid) ?? '')?.[1] ?? 0) / 1024));
}
