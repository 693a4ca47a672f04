import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { strictDefault } from '../../policy/default.ts';
import { evaluate } from '../../policy/evaluate.ts';
import { destinations } from '../../policy/facts.ts';
import { rules } from '../../policy/rules.ts';
import { actions } from '../../policy/verdict.ts';
import { everyDraft, now } from './draft-facts.ts';

const locale = new URL('../../public/_locales/en/messages.json', import.meta.url);
const messages: Record<string, { message: string }> = JSON.parse(readFileSync(locale, 'utf8'));
const labelOf = (prefix: string, id: string) => messages[`${prefix}_${id.replaceAll('-', '_')}`]?.message;

describe('labels', () => {
  it.each([
    ...rules.map((id) => ['rule', id]),
    ...actions.map((id) => ['action', id]),
    ...destinations.map((id) => ['destination', id]),
  ])('%s %s has one', (prefix, id) => {
    expect(
      labelOf(prefix!, id!),
      `add ${prefix}_${id!.replaceAll('-', '_')} to public/_locales/en/messages.json`,
    ).toBeTruthy();
  });

  it.each(strictDefault.reasons.map(({ code, label }) => [code, label]))(
    'reason %s has the one of the default policy',
    (code, label) => {
      expect(labelOf('reason', code!)).toBe(label);
    },
  );

  it('none is left over from a rule that is gone', () => {
    const known = new Set(rules.map((id) => `rule_${id.replaceAll('-', '_')}`));
    expect(Object.keys(messages).filter((key) => key.startsWith('rule_') && !known.has(key))).toEqual([]);
  });
});

it('a verdict names registered rules only', () => {
  const named = everyDraft().flatMap((facts) => evaluate(facts, strictDefault, now).because.map(({ rule }) => rule));
  expect([...new Set(named)].filter((rule) => !(rules as readonly string[]).includes(rule))).toEqual([]);
});
