import { expect, it, vi } from 'vitest';
import { steadfast } from '@/guard/steadfast.ts';

it('puts back a listener that was taken off, and never hears twice', () => {
  const heard = vi.fn();
  const listeners = steadfast(window, new AbortController().signal);
  listeners.on('click', heard);
  // What `document.open()` does to every listener of the window.
  window.removeEventListener('click', heard, true);
  document.body.click();
  expect(heard).not.toHaveBeenCalled();
  listeners.renew();
  listeners.renew();
  document.body.click();
  expect(heard).toHaveBeenCalledOnce();
});
