import { afterEach, expect, it, vi } from 'vitest';
import { keep, speak, t, wordsOf } from '@/platform/i18n.ts';
import { messagesOf } from '../components/messages.ts';

afterEach(() => {
  speak(undefined);
  vi.unstubAllGlobals();
});

it('speaks the language the policy names, its numbers filled in', async () => {
  vi.stubGlobal('fetch', async (url: string) => ({ json: async () => messagesOf(/_locales\/(\w+)\//.exec(url)![1]!) }));
  speak(await wordsOf('fr'));
  expect(t('language_tag')).toMatch(/^fr/);
  expect(t('marker_person', ['ici'])).toBe(messagesOf('fr').marker_person!.message.replace('$1', 'ici'));
  expect(await wordsOf('auto')).toBeUndefined();
});

it('keeps the language of the browser when the other cannot be had', async () => {
  vi.stubGlobal('fetch', () => Promise.reject(new Error('gone')));
  expect(await wordsOf('de')).toBeUndefined();
});

it('says what was looked up in time when the extension is gone from under the page, and no odd words', () => {
  const getMessage = vi.fn((key: string) => `word for ${key}`);
  vi.stubGlobal('browser', { runtime: {}, i18n: { getMessage } });
  keep(['notice_orphaned']);
  getMessage.mockImplementation(() => {
    throw new Error('Extension context invalidated.');
  });
  expect(t('notice_orphaned')).toBe('word for notice_orphaned');
  expect(t('notice_not_checked')).toBe('word for notice_orphaned');
  expect(t('marker_checking')).toBe('');
});
