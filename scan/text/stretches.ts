// Findings in what was decoded stand where the code stands: all of one kind in one encoded stretch are one finding.
import type { Finding } from '../people/people.ts';

/** Both ascending by start. */
export function withStretches(
  findings: Finding[],
  stretches: readonly (readonly [start: number, end: number])[],
): Finding[] {
  if (stretches.length === 0) return findings;
  const result: Finding[] = [];
  const lastOfKind = new Map<string, Finding>();
  let next = 0;
  for (const finding of findings) {
    while (next < stretches.length && stretches[next]![1] <= finding.start) next++;
    let { start, end } = finding;
    for (let index = next; index < stretches.length && stretches[index]![0] <= Math.max(start, end - 1); index++) {
      start = Math.min(start, stretches[index]![0]);
      end = Math.max(end, stretches[index]![1]);
    }
    const last = lastOfKind.get(finding.kind);
    if (last && start < last.end) last.end = Math.max(last.end, end);
    else {
      const widened = { ...finding, start, end };
      lastOfKind.set(finding.kind, widened);
      result.push(widened);
    }
  }
  return result.sort((one, other) => one.start - other.start || one.end - other.end);
}
