import { describe, expect, it, vi } from 'vitest';
import { holdSend, type SendHold } from '@/guard/hold-send.ts';
import { passage } from '@/guard/passage.ts';
import { steadfast } from '@/guard/steadfast.ts';

function clickWhere(hasSeen: boolean) {
  const ended = new AbortController();
  const onUnreadable = vi.fn();
  const hold: SendHold = {
    webmail: () => {
      throw new TypeError('the page is not as expected');
    },
    composeOf: () => undefined,
    innermost: (event) => event.composedPath()[0] as Element,
    passage: passage(),
    onCommit: vi.fn(),
    onForm: vi.fn(),
    hasSeen: () => hasSeen,
    onUnreadable,
  };
  holdSend(steadfast(window, ended.signal), hold);
  const typed = new KeyboardEvent('keydown', { key: 'a', bubbles: true, cancelable: true });
  const click = new MouseEvent('click', { bubbles: true, cancelable: true });
  document.body.dispatchEvent(typed);
  document.body.dispatchEvent(click);
  ended.abort();
  return { click, typed, onUnreadable };
}

describe('where the page cannot be made sense of', () => {
  it('a press is held and said, once there was a compose window; typing goes on', () => {
    const { click, typed, onUnreadable } = clickWhere(true);
    expect(click.defaultPrevented).toBe(true);
    expect(typed.defaultPrevented).toBe(false);
    expect(onUnreadable).toHaveBeenCalledOnce();
  });

  it('nothing is held where nothing was composed', () => {
    const { click, onUnreadable } = clickWhere(false);
    expect(click.defaultPrevented).toBe(false);
    expect(onUnreadable).not.toHaveBeenCalled();
  });
});
