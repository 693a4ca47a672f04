// Every permission that is asked for is explained to IT, in the record of the decision and on their page; and none is explained that is not.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { ConfigEnv } from 'wxt';
import { manifest } from '@/platform/manifest.ts';

const page = (name: string) => readFileSync(join(import.meta.dirname, '../../docs', name), 'utf8');
/** What stands in the first column of the table, between back-quotes. */
const explained = page('adr/0033-permissions.md')
  .split('\n')
  .flatMap((line) =>
    /^\| `/.test(line) ? [...line.split('|')[1]!.matchAll(/`([^`]+)`/g)].map(([, name]) => name!) : [],
  );

describe.each(['chrome', 'firefox'])('the manifest for %s', (browser) => {
  const made = manifest({ browser, manifestVersion: 3, mode: 'production', command: 'build' } as ConfigEnv);
  const asked = async () => {
    const { permissions = [], host_permissions = [] } = await made;
    return [...permissions, ...host_permissions].map(String);
  };

  it('asks for nothing that is not explained, and explains nothing that is not asked for', async () => {
    expect((await asked()).sort()).toEqual([...explained].sort());
  });

  it('is explained on the page for IT', async () => {
    const words = page('for-it.md');
    const missing = (await asked()).filter(
      (name) => !words.includes(name === '<all_urls>' ? 'all hosts' : `\`${name}\``),
    );
    expect(missing).toEqual([]);
  });

  it('puts each script into a page once, and in one entry what must come after another', async () => {
    const { content_scripts = [] } = await made;
    const [everywhere, ...others] = content_scripts.filter(({ js = [] }) => js.includes('guard.js'));
    expect(everywhere).toMatchObject({ matches: ['<all_urls>'], js: ['guard.js'] });
    expect(others).toMatchObject([{ matches: everywhere?.exclude_matches, js: ['guard.js', 'hosted.js'] }]);
  });

  it('keeps nothing optional for the person it guards against to refuse', async () => {
    expect(await made).not.toHaveProperty('optional_permissions');
    expect(await made).not.toHaveProperty('optional_host_permissions');
  });
});
