// Which scripts the built extension puts into pages, and how large they are.
import { readFileSync, statSync } from 'node:fs';
import { join, relative } from 'node:path';
import { builtForChromium } from './machine.ts';

/** `every`: into every page. `hosted`: those, and what comes on the hosts of known webmails. `elsewhere`: what comes where else one may write. */
export function contentScripts(page: 'every' | 'hosted' | 'elsewhere'): string[] {
  const manifest = JSON.parse(readFileSync(join(builtForChromium, 'manifest.json'), 'utf8')) as {
    content_scripts: { js: string[]; matches: string[] }[];
  };
  const declared = manifest.content_scripts
    .filter(({ matches }) => page === 'hosted' || matches.includes('<all_urls>'))
    .flatMap(({ js }) => js);
  return [...new Set(page === 'elsewhere' ? [...declared, 'requests.js', 'drafts.js'] : declared)];
}

/** Bytes of built files, as they are: minified, not compressed. */
export function sizeOf(files: string[]): number {
  return files.reduce((sum, file) => sum + statSync(join(builtForChromium, relative('/', join('/', file)))).size, 0);
}
