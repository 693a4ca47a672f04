// Pages that are no webmail: none has a compose window, and no press on any of them is held. In a browser: tests/browser/unknown-webmails.test.ts.
import { describe, expect, it } from 'vitest';
import { generic } from '@/webmails/generic/generic.ts';
import { noWebmails } from './no-webmails.ts';

describe.each(noWebmails)('%s', (_, why, html) => {
  it(`is no compose form: ${why}`, () => {
    document.body.innerHTML = `<main>${html}</main>`;
    expect(generic.composes(document)).toEqual([]);
    const held = [...document.body.querySelectorAll('*')].filter((one) => generic.commitOf(one));
    expect(held.map(({ outerHTML }) => outerHTML)).toEqual([]);
    for (const form of document.forms) expect(generic.isSendForm(form)).toBe(false);
  });
});
