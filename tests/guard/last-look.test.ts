// What the page's own handlers do while an approved draft is on its way out.
import { expect, it, vi } from 'vitest';
import { submitEvent } from '@/guard/page-world/names.ts';
import { allow } from './fake-ports.ts';
import { settled, startOnPage } from './page.ts';

/** As a page that sends by `form.submit()`: the hook fires an event, and submits unless that is cancelled. */
function startOnSubmittingPage(onClick: () => void) {
  const submitted = vi.fn();
  const page = startOnPage({
    ports: { assess: async () => allow },
    compose: {
      resume() {
        onClick();
        const asked = new Event(submitEvent, { bubbles: true, cancelable: true });
        if (document.getElementById('form')!.dispatchEvent(asked)) submitted();
        return Promise.resolve('sent');
      },
    },
  });
  return { ...page, submitted };
}

it('a draft that stays as it was goes at its submission', async () => {
  const { at, judged, submitted } = startOnSubmittingPage(() => undefined);
  at('send').click();
  await settled();
  expect(judged()).toHaveLength(1);
  expect(submitted).toHaveBeenCalledOnce();
});

it('a draft that is swapped on the way is stopped, judged as it is now, and then goes', async () => {
  const { at, judged, submitted } = startOnSubmittingPage(() => {
    at<HTMLTextAreaElement>('body').value = 'the list';
  });
  at('send').click();
  await settled();
  expect(judged().map(({ body }) => body)).toEqual(['Hello', 'the list']);
  expect(submitted).toHaveBeenCalledOnce();
});

it('a draft that is another each time does not go', async () => {
  let times = 0;
  const { at, ports, submitted } = startOnSubmittingPage(() => {
    times += 1;
    at<HTMLTextAreaElement>('body').value = `list ${times}`;
  });
  at('send').click();
  await settled();
  expect(submitted).not.toHaveBeenCalled();
  expect(ports.notice).toHaveBeenCalledWith('notice_draft_changing');
});
