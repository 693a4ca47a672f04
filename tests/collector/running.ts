// The collector as a firm runs it: a process of its own, told what it is by its environment, on a port of loopback.
import { execFileSync, spawn } from 'node:child_process';
import { resolve } from 'node:path';
import { isPostgres } from '../../collector/database.ts';
import { freePort } from './free-port.ts';
import { signingKey } from './office.ts';

export interface RunningCollector {
  url: string;
  /** An intake token, made by the command IT uses. */
  token: string;
  /** Everything it wrote to its terminal. */
  said(): string;
  /** The link for the first account, as its terminal shows it. */
  firstLink(): string;
  stop(): Promise<void>;
  /** As by a power cut. */
  kill(): Promise<void>;
}

const root = resolve(import.meta.dirname, '../..');
const main = resolve(root, 'collector/main.ts');

export async function runCollector(
  database: string,
  settings: Record<string, string>,
  known?: number,
): Promise<RunningCollector> {
  const port = known ?? (await freePort());
  const url = `http://localhost:${port}`;
  const env = {
    ...process.env,
    ...{ DATABASE_URL: database, GATEHOUSE_PORT: String(port), GATEHOUSE_URL: url, NODE_NO_WARNINGS: '1' },
    ...(isPostgres(database) && { GATEHOUSE_SIGNING_KEY: signingKey }),
    ...settings,
  };
  const child = spawn(process.execPath, [main], { env });
  let said = '';
  const ended = new Promise<void>((done) => child.once('exit', () => done()));
  await new Promise<void>((listening, failed) => {
    child.once('exit', (code) => failed(new Error(`the collector ended with ${code}: ${said.slice(-500)}`)));
    for (const stream of [child.stdout, child.stderr])
      stream.on('data', (chunk) => {
        said += chunk;
        if (/listening on/.test(said)) listening();
      });
  });
  const token = execFileSync(process.execPath, [main, 'token', 'browsers'], { env, encoding: 'utf8' }).trim();
  const end = async (signal: 'SIGTERM' | 'SIGKILL') => {
    child.kill(signal);
    await ended;
  };
  return {
    ...{ url, token },
    said: () => said,
    firstLink: () => /http\S+#welcome=[\w-]{43}/.exec(said)?.[0] ?? '',
    stop: () => end('SIGTERM'),
    kill: () => end('SIGKILL'),
  };
}

/** The page, built anew: what the process serves is what is in the source. */
export function buildCollectorPage(): void {
  const vite = resolve(root, 'node_modules/vite/bin/vite.js');
  execFileSync(process.execPath, [vite, 'build', '--config', 'collector/page/vite.config.ts'], {
    cwd: root,
    stdio: 'pipe',
  });
}
