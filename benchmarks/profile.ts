// Where the time of a scan goes, by file: what the benchmark shows beside its speeds. https://nodejs.org/api/inspector.html (CPU profiler)
import { Session } from 'node:inspector';
import { table } from './report.ts';

/** Shares of the processor's time while `work` runs, the `most` largest, as a table. */
export async function profile(work: () => void, most: number): Promise<string> {
  const session = new Session();
  session.connect();
  const post = (method: string, parameters = {}) =>
    new Promise<Record<string, unknown>>((resolve, reject) =>
      session.post(method, parameters, (error, answer) =>
        error ? reject(error) : resolve(answer as Record<string, unknown>),
      ),
    );
  await post('Profiler.enable');
  await post('Profiler.setSamplingInterval', { interval: 200 });
  await post('Profiler.start');
  work();
  const { profile: taken } = (await post('Profiler.stop')) as unknown as { profile: Taken };
  session.disconnect();
  const files = new Map(taken.nodes.map(({ id, callFrame }) => [id, fileOf(callFrame)]));
  const shares = new Map<string, number>();
  for (const sample of taken.samples) {
    const file = files.get(sample)!;
    shares.set(file, (shares.get(file) ?? 0) + 1 / taken.samples.length);
  }
  const largest = [...shares].sort((one, other) => other[1] - one[1]).slice(0, most);
  return table(
    ['file', '% of the time'],
    largest.map(([file, share]) => [file, (share * 100).toFixed(1)]),
  );
}

interface Taken {
  nodes: { id: number; callFrame: CallFrame }[];
  samples: number[];
}

interface CallFrame {
  functionName: string;
  url: string;
}

/** A file by its room; what has no file by its name: the collector of garbage, regular expressions. */
function fileOf({ functionName, url }: CallFrame): string {
  if (url.startsWith('file:')) return url.split('/').slice(-2).join('/');
  return functionName.startsWith('RegExp:') ? 'regular expressions' : functionName || 'native code';
}
