import { readFileSync } from 'node:fs';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { type ManagedProperty, managedSchema } from '../../policy/managed-schema.ts';
import { policySchema } from '../../policy/schema.ts';

const file = new URL('../../public/managed_schema.json', import.meta.url);
const written: ManagedProperty = JSON.parse(readFileSync(file, 'utf8'));

function everyProperty(property: ManagedProperty, path = 'policy'): [string, ManagedProperty][] {
  const more = property.additionalProperties ? everyProperty(property.additionalProperties, `${path}.*`) : [];
  const below = Object.entries(property.properties ?? {}).flatMap(([key, one]) => everyProperty(one, `${path}.${key}`));
  return [[path, property], ...below, ...more, ...(property.items ? everyProperty(property.items, `${path}[]`) : [])];
}

describe('public/managed_schema.json', () => {
  it('is what the policy schema makes', () => {
    expect(written, 'run: node scripts/write-managed-schema.ts').toEqual(managedSchema());
  });

  it('names every setting and no other', () => {
    expect(Object.keys(written.properties!)).toEqual(Object.keys(policySchema.entries));
  });

  it.each(everyProperty(written))('%s has only what Chrome loads', (_, property) => {
    const { type, description, properties, additionalProperties, items, ...more } = property;
    expect(more, 'types and descriptions only: Chrome drops settings silently for finer rules').toEqual({});
    expect(['object', 'array', 'string', 'integer', 'boolean']).toContain(type);
    expect(items !== undefined).toBe(type === 'array');
    expect(properties !== undefined).toBe(type === 'object');
    // A group, never true or false: Chrome refuses the extension for those.
    expect(typeof additionalProperties).toBe(type === 'object' && property !== written ? 'object' : 'undefined');
    if (description !== undefined) expect(description).toMatch(/^[A-Z].*\.$/);
  });

  it('describes every setting', () => {
    for (const [key, property] of Object.entries(written.properties!)) expect(property.description, key).toBeTruthy();
  });

  it('is explained, setting by setting, in docs/policy.md', () => {
    const page = readFileSync(new URL('../../docs/policy.md', import.meta.url), 'utf8');
    const named = (name: string) => page.includes(`\`${name}`) || page.includes(`"${name}"`);
    const names = everyProperty(written).flatMap(([path]) =>
      path
        .split('.')
        .slice(1)
        .filter((name) => !/^\*/.test(name))
        .map((name) => name.replace('[]', '')),
    );
    expect([...new Set(names)].filter((name) => !named(name))).toEqual([]);
  });
});

it('a policy type that Chrome has no word for is refused when the file is made', () => {
  expect(v.is(policySchema.entries.retentionDays, 1.5)).toBe(false);
  expect(everyProperty(managedSchema()).map(([, { type }]) => type)).not.toContain('number');
});
