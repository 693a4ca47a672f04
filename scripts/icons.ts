// Draws public/icon/*.png from scripts/icon.svg with the browser that is there. Run after changing the drawing: node scripts/icons.ts
import { mkdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { chromium } from 'playwright-core';
import { chromiumPath } from '../tests/browser/machine.ts';

if (!chromiumPath) throw new Error('no Chromium on this machine: install the package chromium');
const drawing = readFileSync(resolve(import.meta.dirname, 'icon.svg'), 'utf8');
const folder = resolve(import.meta.dirname, '../public/icon');
mkdirSync(folder, { recursive: true });

const browser = await chromium.launch({ executablePath: chromiumPath, args: ['--no-sandbox', '--disable-gpu'] });
for (const size of [16, 32, 48, 128]) {
  const page = await browser.newPage({ viewport: { width: size, height: size } });
  await page.setContent(`<style>body{margin:0}svg{display:block;width:${size}px;height:${size}px}</style>${drawing}`);
  await page.screenshot({ path: resolve(folder, `${size}.png`), omitBackground: true });
  await page.close();
}
await browser.close();
