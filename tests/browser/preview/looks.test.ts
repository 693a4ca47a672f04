// Every scene in a real browser, wide and narrow, light and dark: accessible, nothing cut off; and clicks that a page tries to steal.
// Screenshots for people to look at are left in .cache/preview.
import { mkdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { type Browser, type BrowserContextOptions, chromium, type FrameLocator, type Page } from 'playwright-core';
import { createServer, type ViteDevServer } from 'vite';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { isEverything, rowsFor } from '../breadth.ts';
import { chromiumPath } from '../machine.ts';

const root = join(import.meta.dirname, '../../..');
const pictures = join(root, '.cache/preview');
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

const looks = {
  'in a wide window, light': [1280, 'light'],
  'in a wide window, dark': [1280, 'dark'],
  'in a narrow window, light': [400, 'light'],
  'in a narrow window, dark': [400, 'dark'],
} as const;

interface Violation {
  id: string;
  nodes: { target: string[] }[];
}

describe.skipIf(!chromiumPath)('what people see', () => {
  let server: ViteDevServer;
  let browser: Browser;
  let address: string;
  let scenes: string[];

  beforeAll(async () => {
    mkdirSync(pictures, { recursive: true });
    server = await createServer({
      configFile: false,
      root: import.meta.dirname,
      cacheDir: join(root, '.cache/preview-vite'),
      resolve: { alias: { '@': root } },
      server: { port: 0, fs: { allow: [root] } },
      logLevel: 'error',
    });
    await server.listen();
    address = server.resolvedUrls?.local[0] ?? '';
    browser = await chromium.launch({ executablePath: chromiumPath!, args: ['--no-sandbox', '--disable-gpu'] });
    const page = await browser.newPage();
    await page.goto(address);
    await page.waitForSelector('a');
    scenes = await page.locator('a').allTextContents();
    await page.close();
  }, 60_000);

  afterAll(async () => {
    await browser?.close();
    await server?.close();
  });

  const open = async (page: Page, scene: string, language = 'en') => {
    await page.evaluate(
      ([name, tag]) => {
        const { show } = window as unknown as { show(scene: string, language: string): void };
        show(name!, tag!);
      },
      [scene, language],
    );
    await page.waitForSelector('h1');
    await page.waitForSelector('[aria-busy="true"]', { state: 'detached' });
    // What is folded is looked at too: settings are drawn when they are opened.
    await page.evaluate(() => {
      for (const folded of document.querySelectorAll('details')) folded.open = true;
    });
    await page.waitForTimeout(50);
  };
  const newPage = async (options: BrowserContextOptions) => {
    const page = await browser.newPage(options);
    await page.goto(address);
    await page.waitForSelector('a');
    return page;
  };

  it.each(rowsFor(looks, ['in a wide window, light', 'in a narrow window, dark']))(
    'is accessible and whole %s',
    async (_, [width, colorScheme]) => {
      const page = await newPage({ viewport: { width, height: 800 }, colorScheme });
      const wrong: string[] = [];
      for (const scene of scenes) {
        await open(page, scene);
        await page.screenshot({ path: join(pictures, `${scene}-${width}-${colorScheme}.png`) });
        await page.evaluate(axe);
        const violations = await page.evaluate(async () => {
          const { axe } = window as unknown as { axe: { run(): Promise<{ violations: Violation[] }> } };
          return (await axe.run()).violations;
        });
        wrong.push(
          ...violations.map(({ id, nodes }) => `${scene}: ${id} at ${nodes.map(({ target }) => target.join(' '))}`),
        );
        if (await page.evaluate(() => document.documentElement.scrollWidth > innerWidth))
          wrong.push(`${scene}: too wide`);
        const unnamed = (await page.innerText('body')).match(/⟦\w+⟧/g) ?? [];
        wrong.push(...unnamed.map((key) => `${scene}: no message ${key}`));
      }
      await page.close();
      expect(scenes.length).toBeGreaterThan(15);
      expect(wrong).toEqual([]);
    },
    180_000,
  );

  it.each(isEverything ? ['de', 'fr'] : ['de'])(
    'fits a narrow window in %s',
    async (language) => {
      const page = await newPage({ viewport: { width: 400, height: 800 } });
      const wide: string[] = [];
      for (const scene of scenes) {
        await open(page, scene, language);
        if (/^(?:policy|popup|register-status|dialog-justify)/.test(scene))
          await page.screenshot({ path: join(pictures, `${scene}-400-${language}.png`), fullPage: true });
        if (await page.evaluate(() => document.documentElement.scrollWidth > innerWidth)) wide.push(scene);
      }
      await page.close();
      expect(wide).toEqual([]);
    },
    120_000,
  );

  describe('a click on “Send anyway” in a frame', () => {
    const frameIn = async (style: string, above = ''): Promise<[Page, FrameLocator]> => {
      const page = await browser.newPage({ viewport: { width: 800, height: 700 } });
      const frame = `<iframe src="${address}?scene=dialog-warn" width="700" height="600"></iframe>`;
      await page.setContent(`<body><div style="${style}">${frame}</div>${above}</body>`);
      const inside = page.frameLocator('iframe');
      await inside.locator('[data-release][aria-disabled="false"]').waitFor();
      await page.waitForTimeout(400);
      return [page, inside];
    };
    /** Where the pointer is, not where the element claims to be: as a person presses. */
    const pressAt = async (page: Page, inside: FrameLocator) => {
      const box = (await inside.locator('[data-release]').boundingBox())!;
      await page.mouse.click(box.x + box.width / 2, box.y + box.height / 2);
      return inside.locator('html').getAttribute('data-answer');
    };
    it('copies the text for a review, though the page passes no clipboard on to the frame', async () => {
      const [page, inside] = await frameIn('');
      await inside.locator('.review button').click();
      await inside.locator('.ready button').click();
      await inside.locator('.ready [role="status"]', { hasText: 'Copied.' }).waitFor();
      await page.close();
    });

    const overlay = (style: string) => `<div style="position:fixed;inset:0;pointer-events:none;${style}"></div>`;

    it('lets the message go when the person sees it', async () => {
      const [page, inside] = await frameIn('');
      expect(await pressAt(page, inside)).toBe('sent-after-warning');
      await page.close();
    });

    it.each([
      ['faded away by the page', 'opacity:0.01', ''],
      ['a little faded', 'opacity:0.8', ''],
      ['filtered', 'filter:brightness(5)', ''],
      ['under something the pointer goes through', '', overlay('background:#fff')],
      ['under something nearly clear', '', overlay('background:#fff;opacity:0.02')],
    ])('does nothing when the frame is %s, and says so', async (_, style, above) => {
      const [page, inside] = await frameIn(style, above);
      expect(await pressAt(page, inside)).toBeNull();
      expect(await inside.locator('.problem').innerText()).toContain('Something covers this window');
      await page.close();
    });
  });
});
