// A real office program beside the tests: LibreOffice, where it is installed. It takes seconds to start.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

const program = '/usr/bin/soffice';
export const hasOffice = existsSync(program);

/** Opens the files and saves each as `format` (an extension, or one with a filter and its options) beside them, in `folder`. */
export function convert(folder: string, paths: readonly string[], format: string, ...options: string[]): void {
  const profile = pathToFileURL(join(folder, 'profile')).href;
  const settings = ['--headless', `-env:UserInstallation=${profile}`, ...options];
  const args = [...settings, '--convert-to', format, '--outdir', folder, ...paths];
  const { status, stderr } = spawnSync(program, args, { encoding: 'utf8', timeout: 180_000 });
  if (status !== 0) throw new Error(`soffice: ${stderr.slice(-300)}`);
}
