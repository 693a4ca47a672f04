import { afterEach, describe, expect, it, vi } from 'vitest';
import { askBeforeSubmit } from '@/guard/page-world/ask-before-submit.ts';
import { giveFilesInPage } from '@/guard/page-world/give-files.ts';
import { carrierId, giveEvent, submitEvent } from '@/guard/page-world/names.ts';
import { pressLinks } from '@/guard/page-world/press-link.ts';
import { press } from '@/webmails/page/press.ts';

const page = window as unknown as Window & typeof globalThis;

describe('a form a script submits', () => {
  const native = vi.fn();
  const original = HTMLFormElement.prototype.submit;
  afterEach(() => {
    HTMLFormElement.prototype.submit = original;
    native.mockReset();
  });

  const hook = () => {
    HTMLFormElement.prototype.submit = native;
    askBeforeSubmit(page);
    return document.body.appendChild(document.createElement('form'));
  };

  it('goes as ever when nobody holds it', () => {
    hook().submit();
    expect(native).toHaveBeenCalledOnce();
  });

  it('stays when it is held', () => {
    const form = hook();
    window.addEventListener(submitEvent, (event) => event.preventDefault(), { once: true, capture: true });
    form.submit();
    expect(native).not.toHaveBeenCalled();
  });

  it('is held also on a page that has replaced what the hook uses', () => {
    const form = hook();
    form.dispatchEvent = () => true;
    window.addEventListener(submitEvent, (event) => event.preventDefault(), { once: true, capture: true });
    form.submit();
    expect(native).not.toHaveBeenCalled();
  });
});

describe('a link that is a script', () => {
  const native = vi.fn();
  const seen = vi.fn();
  const { click } = HTMLElement.prototype;
  const link = (href: string) => {
    document.body.innerHTML = `<a href="${href}"><b>Send</b></a>`;
    const found = document.querySelector('a')!;
    found.addEventListener('click', seen);
    return found;
  };
  afterEach(() => {
    HTMLElement.prototype.click = click;
    for (const one of [native, seen]) one.mockReset();
    document.body.innerHTML = '';
  });

  it('is pressed as any, where nobody is there to do it', () => {
    press(link("JavaScript:send('now')"));
    expect(seen).toHaveBeenCalledOnce();
  });

  it('is pressed by its own world, once, and no other link is', () => {
    HTMLElement.prototype.click = native;
    pressLinks(page);
    press(link('#send'));
    expect(native).not.toHaveBeenCalled();
    expect(seen).toHaveBeenCalledOnce();
    const script = link("javascript:send('now')");
    press(script.firstElementChild!);
    expect(native.mock.contexts).toEqual([script]);
    expect(seen).toHaveBeenCalledOnce();
  });
});

describe('files given back in the page', () => {
  giveFilesInPage(page);

  it('arrive as a paste with the files, on the element they were meant for', () => {
    const target = document.body.appendChild(document.createElement('div'));
    const carrier = document.body.appendChild(document.createElement('input'));
    carrier.type = 'file';
    carrier.id = carrierId;
    const transfer = new DataTransfer();
    transfer.items.add(new File(['a'], 'list.csv'));
    carrier.files = transfer.files;
    carrier.dataset.give = JSON.stringify({ type: 'paste' });
    const seen = vi.fn();
    target.addEventListener('paste', (event) => seen(event.clipboardData?.files[0]?.name));
    target.dispatchEvent(new Event(giveEvent, { bubbles: true, composed: true, cancelable: true }));
    expect(seen).toHaveBeenCalledExactlyOnceWith('list.csv');
    carrier.remove();
  });

  it('do nothing when there are none', () => {
    const target = document.body.appendChild(document.createElement('div'));
    const event = new Event(giveEvent, { bubbles: true, composed: true, cancelable: true });
    target.dispatchEvent(event);
    expect(event.defaultPrevented).toBe(false);
  });
});
