import { describe, expect, it, vi } from 'vitest';
import { submitEvent } from '@/guard/page-world/names.ts';
import { allow } from './fake-ports.ts';
import { press, settled, startOnPage } from './page.ts';

const never = () => new Promise<never>(() => undefined);

describe('a press on Send', () => {
  it.each(['pointerdown', 'pointerup', 'mousedown', 'mouseup', 'click', 'dblclick'])(
    'hides %s from the page',
    (type) => {
      const { at } = startOnPage({ ports: { assess: never } });
      const seen = vi.fn();
      document.body.addEventListener(type, seen, { once: true });
      const event = new MouseEvent(type, { bubbles: true, cancelable: true });
      at('icon').dispatchEvent(event);
      expect(event.defaultPrevented).toBe(true);
      expect(seen).not.toHaveBeenCalled();
    },
  );

  it('keeps the click of a touch possible', () => {
    const { at } = startOnPage({ ports: { assess: never } });
    const event = new Event('touchstart', { bubbles: true, cancelable: true });
    at('send').dispatchEvent(event);
    expect(event.defaultPrevented).toBe(false);
  });

  it('is judged once, however many events the gesture has', async () => {
    const { at, judged, left } = startOnPage();
    for (const type of ['pointerdown', 'mousedown', 'pointerup', 'mouseup', 'click'])
      at('send').dispatchEvent(new MouseEvent(type, { bubbles: true, cancelable: true }));
    await settled();
    expect(judged()).toHaveLength(1);
    expect(left).toHaveBeenCalledOnce();
  });

  it('is judged once when pressed twice, and again', async () => {
    const { at, judged, left } = startOnPage();
    for (let presses = 0; presses < 5; presses++) at('send').click();
    await settled();
    at('send').click();
    await settled();
    expect(judged()).toHaveLength(1);
    expect(left).toHaveBeenCalledOnce();
  });

  it('is held just the same when a script made it', async () => {
    const { at, left } = startOnPage({ ports: { assess: never } });
    at('send').click();
    at('send').dispatchEvent(new MouseEvent('click', { bubbles: true }));
    await settled();
    expect(left).not.toHaveBeenCalled();
  });

  it('leaves other buttons alone', () => {
    const { at } = startOnPage();
    const seen = vi.fn();
    at('other').addEventListener('click', seen);
    at('other').click();
    expect(seen).toHaveBeenCalledOnce();
  });
});

describe('a key', () => {
  it.each([
    ['Enter', 'made'],
    [' ', 'made'],
    [' ', 'link'],
  ])('%j on a control the browser does not press itself (%s) is a commit', async (key, id) => {
    const { at, left } = startOnPage();
    expect(press(at(id), key)).toBe(false);
    await settled();
    expect(left).toHaveBeenCalledOnce();
  });

  it('that sends is a commit, and its repeats are none', async () => {
    const { at, judged } = startOnPage();
    expect(press(at('body'), 'Enter', { ctrlKey: true })).toBe(false);
    expect(press(at('body'), 'Enter', { ctrlKey: true, repeat: true })).toBe(false);
    await settled();
    expect(judged().map(({ trigger }) => trigger)).toEqual(['shortcut']);
  });

  it('of an input method does not send', async () => {
    const { at, judged } = startOnPage();
    expect(press(at('body'), 'Enter', { ctrlKey: true, isComposing: true })).toBe(true);
    await settled();
    expect(judged()).toEqual([]);
  });

  it('that writes goes through', () => {
    const { at } = startOnPage();
    expect(press(at('body'), 'Enter')).toBe(true);
    expect(press(at('send'), 'Tab')).toBe(true);
  });
});

it.each(['submit', submitEvent])('holds a form that is submitted without a button (%s)', async (type) => {
  const judged = Promise.withResolvers<typeof allow>();
  const { at, left } = startOnPage({ ports: { assess: () => judged.promise } });
  const event = new Event(type, { bubbles: true, cancelable: true });
  at('form').dispatchEvent(event);
  await settled();
  expect(event.defaultPrevented).toBe(true);
  expect(left).not.toHaveBeenCalled();
  judged.resolve(allow);
  await settled();
  expect(left).toHaveBeenCalledOnce();
});
