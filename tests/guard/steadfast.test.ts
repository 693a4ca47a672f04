import { expect, it, onTestFinished, vi } from 'vitest';
import { renewEvent, requestEvent } from '@/guard/page-world/names.ts';
import { steadfast } from '@/guard/steadfast.ts';

const start = (expected: string[] = []) => {
  const ended = new AbortController();
  onTestFinished(() => ended.abort());
  return steadfast(window, ended.signal, expected);
};

it('puts back a listener that was taken off, and never hears twice', () => {
  const placed = vi.spyOn(window, 'addEventListener');
  const heard = vi.fn();
  const listeners = start();
  listeners.on('click', heard);
  // What `document.open()` does to every listener of the window.
  const [, relay] = placed.mock.calls.find(([type]) => type === 'click')!;
  window.removeEventListener('click', relay as EventListener, true);
  document.body.click();
  expect(heard).not.toHaveBeenCalled();
  listeners.renew();
  listeners.renew();
  document.body.click();
  expect(heard).toHaveBeenCalledOnce();
});

it('puts them back when the page is about to ask, told where nothing takes listeners off', () => {
  const viewport = new EventTarget();
  vi.stubGlobal('visualViewport', viewport);
  onTestFinished(() => void vi.unstubAllGlobals());
  const placed = vi.spyOn(window, 'addEventListener');
  const heard = vi.fn();
  start().on('click', heard);
  const [, relay] = placed.mock.calls.find(([type]) => type === 'click')!;
  window.removeEventListener('click', relay as EventListener, true);
  viewport.dispatchEvent(new Event(renewEvent));
  document.body.click();
  expect(heard).toHaveBeenCalledOnce();
});

it('hears before the page also when what hears comes late', () => {
  const listeners = start(['click']);
  const ended = new AbortController();
  onTestFinished(() => ended.abort());
  const page = vi.fn((event: Event) => event.stopImmediatePropagation());
  window.addEventListener('click', page, { capture: true, signal: ended.signal });
  listeners.on('click', (event) => event.stopImmediatePropagation());
  document.body.click();
  expect(page).not.toHaveBeenCalled();
});

it.each([
  ['paste', true],
  ['drop', true],
  [requestEvent, true],
  ['click', false],
])('keeps what it listened for by %s from the page when the listener failed: %s', (type, isHeld) => {
  vi.useFakeTimers({ toFake: ['queueMicrotask'] });
  onTestFinished(() => void vi.useRealTimers());
  const page = vi.fn();
  document.body.addEventListener(type, page, { once: true });
  start().on(type, () => {
    throw new Error('the page is not as expected');
  });
  const event = new Event(type, { bubbles: true, cancelable: true });
  document.body.dispatchEvent(event);
  document.body.removeEventListener(type, page);
  expect(event.defaultPrevented).toBe(isHeld);
  expect(page).toHaveBeenCalledTimes(isHeld ? 0 : 1);
  expect(() => vi.runAllTicks(), 'it is reported').toThrow('not as expected');
});

it('stops at the one that stops the event', () => {
  const listeners = start();
  const later = vi.fn();
  listeners.on('click', (event) => {
    event.stopImmediatePropagation();
    // The same flag by the standard; happy-dom keeps two.
    event.stopPropagation();
  });
  listeners.on('click', later);
  document.body.click();
  expect(later).not.toHaveBeenCalled();
});
