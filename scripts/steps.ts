// One step of `npm test`: its name, how long it took, what it counted, and its output where it failed.
import { spawn } from 'node:child_process';

export interface Tally {
  passed: number;
  failed: number;
  /** What failed, by name, with what it said first. */
  failures: string[];
  /** What did not run, by name. */
  skipped: string[];
}

export interface Finished {
  ok: boolean;
  output: string;
}

/** Runs a program to its end, its output kept; with `live`, passed on as it comes as well. */
export function runProgram(command: string, args: string[], live = false): Promise<Finished> {
  return new Promise((resolve) => {
    const child = spawn(command, args, { stdio: ['ignore', 'pipe', 'pipe'], env: process.env });
    let output = '';
    const take = (chunk: Buffer) => {
      output += chunk;
      if (live) process.stdout.write(chunk);
    };
    child.stdout.on('data', take);
    child.stderr.on('data', take);
    child.on('error', (error) => resolve({ ok: false, output: `${command}: ${error.message}` }));
    child.on('close', (status) => resolve({ ok: status === 0, output }));
  });
}

/** Says what is being done, does it, says how long it took and what came of it. */
export async function step(name: string, work: () => Promise<Tally>): Promise<Tally> {
  const started = performance.now();
  console.log(`▶ ${name}`);
  const tally = await work();
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  const counts = [`${tally.passed} passed`, `${tally.failed} failed`];
  if (tally.skipped.length > 0) counts.push(`${tally.skipped.length} skipped`);
  console.log(`${tally.failed === 0 ? '✔' : '✘'} ${name} · ${seconds} s · ${counts.join(', ')}`);
  return tally;
}

/** A step that either works or does not: one check. */
export function check(name: string, command: string, args: string[]): Promise<Tally> {
  return step(name, async () => {
    const { ok, output } = await runProgram(command, args);
    if (!ok) console.log(output.trimEnd());
    return { passed: ok ? 1 : 0, failed: ok ? 0 : 1, failures: ok ? [] : [name], skipped: [] };
  });
}

export function add(one: Tally, other: Tally): Tally {
  return {
    passed: one.passed + other.passed,
    failed: one.failed + other.failed,
    failures: [...one.failures, ...other.failures],
    skipped: [...one.skipped, ...other.skipped],
  };
}

/** The closing line, read by people and machines. */
export function closingLine({ passed, failed, skipped }: Tally): string {
  return `${passed} passed, ${failed} failed${skipped.length > 0 ? `, ${skipped.length} skipped` : ''}`;
}
