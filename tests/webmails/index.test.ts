// A webmail that is in neither list is known to the tests and loaded in no page.
import { expect, it } from 'vitest';
import { generic } from '@/webmails/generic/generic.ts';
import { hosted } from '@/webmails/hosted.ts';
import { webmails } from '@/webmails/index.ts';
import { selfHosted } from '@/webmails/self-hosted.ts';

it('every webmail is loaded somewhere', () => {
  expect(webmails.map(({ id }) => id)).toEqual([...hosted, ...selfHosted, generic].map(({ id }) => id));
});
