// A notice of a frame, in the page around it: it goes with the frame.
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { createNotice } from '@/guard/notice.ts';

const notice = createNotice(document, (key) => key);
const shown = () => document.documentElement.querySelectorAll(':scope > div').length;

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

it('stands until the page that said it is left', () => {
  notice('notice_not_checked');
  notice('notice_not_checked');
  vi.runAllTimers();
  expect(shown()).toBe(1);
  dispatchEvent(new Event('pagehide'));
  expect(shown()).toBe(0);
});

it('is not shown by a page that is being left', () => {
  // A page that is left runs no timer.
  addEventListener('pagehide', () => void Promise.resolve().then(() => notice('notice_not_recorded')), { once: true });
  dispatchEvent(new Event('pagehide'));
  vi.clearAllTimers();
  expect(shown()).toBe(0);
});
