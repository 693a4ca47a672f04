// Which scripts the built extension puts into pages, and how large they are.
import { readFileSync, statSync } from 'node:fs';
import { join, relative } from 'node:path';
import { builtForChromium } from './machine.ts';

/** `every`: into every page. `webmail`: those, and what comes where a message may be written. */
export function contentScripts(page: 'every' | 'webmail'): string[] {
  const manifest = JSON.parse(readFileSync(join(builtForChromium, 'manifest.json'), 'utf8')) as {
    content_scripts: { js: string[]; matches: string[] }[];
  };
  return manifest.content_scripts
    .filter(({ matches }) => page === 'webmail' || matches.includes('<all_urls>'))
    .flatMap(({ js }) => js);
}

/** Bytes of built files, as they are: minified, not compressed. */
export function sizeOf(files: string[]): number {
  return files.reduce((sum, file) => sum + statSync(join(builtForChromium, relative('/', join('/', file)))).size, 0);
}
