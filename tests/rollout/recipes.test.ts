import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parsePolicy } from '../../policy/parse.ts';
import { recipes } from '../../rollout/recipes.ts';
import { targets } from '../../rollout/targets.ts';

const folder = new URL('../../enterprise/', import.meta.url);
const read = (name: string) => readFileSync(new URL(name, folder), 'utf8');
const policy = JSON.parse(read('policy.json'));

describe('enterprise/', () => {
  it('has an example policy without a mistake', () => {
    expect(parsePolicy(policy).problems).toEqual([]);
  });

  it.each(recipes(policy).map(({ name, text }) => [name, text]))('%s is what the generator writes', (name, text) => {
    expect(read(name), 'run: node scripts/write-enterprise.ts').toBe(text);
  });

  it('has nothing else but pages, each of which names its files', () => {
    const all = readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((one) => one.isFile())
      .map((one) => `${one.parentPath}/${one.name}`.slice(folder.pathname.length).replace(/^\/+/, ''));
    const written = recipes(policy).map(({ name }) => name);
    const pages = all.filter((name) => name.endsWith('.md'));
    expect(all.filter((name) => !pages.includes(name)).sort()).toEqual([...written, 'policy.json'].sort());
    const words = pages.map(read).join('\n');
    expect(written.filter((name) => !words.includes(name))).toEqual([]);
  });

  it('names every target of `policy export` on some page', () => {
    const words = readdirSync(folder)
      .filter((name) => name.endsWith('.md'))
      .map(read)
      .join('\n');
    expect(Object.keys(targets).filter((target) => !words.includes(`--to ${target}`))).toEqual([]);
  });
});
