// What a running Cypht 2.12.1 shows and its structure page does not: the source of KindEditor, and an editor for Markdown, which draws the
// lines that show and gives the form all of them when Send is pressed.
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { guardDrafts } from '@/guard/guard-drafts.ts';
import { startGuard } from '@/guard/start-guard.ts';
import { described } from '@/webmails/described.ts';
import { webmails } from '@/webmails/index.ts';
import { cypht } from '@/webmails/products/cypht.ts';
import { allow, block, portsFor } from '../guard/fake-ports.ts';
import { requestIn } from './all-requests.ts';

const form = (
  editor: string,
) => `<form class="compose_form" method="post" action="?page=compose"><input type="hidden" name="hm_page_key" value="k1">
  ${['to', 'cc', 'bcc'].map((field) => `<div class="compose_container"><div class="bubbles"></div><input name="compose_${field}" id="compose_${field}"></div>`).join('')}
  <div><input name="compose_subject" id="compose_subject"></div><div>${editor}</div><table class="uploaded_files"></table>
  <select id="compose_smtp_id" name="compose_smtp_id"><option selected value="1.1">"Alice" alice@corp.test</option></select>
  <div class="btn-group"><button class="smtp_send_placeholder" type="button">Send</button><input class="smtp_send" type="submit" value="Send" name="smtp_send"></div></form>`;
const textarea = '<textarea id="compose_body" name="compose_body" style="display: none;"></textarea>';
const at = <Kind extends HTMLElement = HTMLElement>(selector: string) => document.querySelector<Kind>(selector)!;

it('is read in the source of its editor, and not what stood there before', () => {
  document.body.innerHTML = form(
    `<div class="ke-edit"><iframe class="ke-edit-iframe"></iframe><textarea class="ke-edit-textarea"></textarea></div>${textarea}`,
  );
  const [frame, source] = [at<HTMLIFrameElement>('iframe'), at<HTMLTextAreaElement>('.ke-edit-textarea')];
  const inner = document.implementation.createHTMLDocument();
  inner.body.setAttribute('contenteditable', 'true');
  inner.body.innerHTML = '<p>As it looks</p>';
  Object.defineProperty(frame, 'contentDocument', { value: inner });
  source.value = '<p>As it is written</p>';
  const read = () => {
    const composes = described(cypht).composes(document);
    expect(composes.map(({ missing }) => missing)).toEqual([[]]);
    return composes[0]!.read();
  };
  frame.style.display = 'none';
  expect(read()).toMatchObject({ body: '<p>As it is written</p>', isHtml: false });
  frame.style.display = '';
  source.style.display = 'none';
  expect(read()).toMatchObject({ body: '<p>As it looks</p>', isHtml: true });
});

it('is sent by Enter in its subject as by Send, and Send presses what is unseen for itself', () => {
  document.body.innerHTML = form('<textarea id="compose_body" name="compose_body"></textarea>');
  const pressed = () => described(cypht).commitOf(at('.smtp_send'));
  expect(pressed()).toBeUndefined();
  at('#compose_subject').focus();
  expect(pressed()).toBe(at('.smtp_send_placeholder'));
});

describe('what its editor for Markdown does not draw', () => {
  const send = async (drawn: string, all: string, isBlocked: boolean) => {
    document.body.innerHTML = form(`${textarea}<div class="CodeMirror"><pre>${drawn}</pre></div>`);
    at<HTMLInputElement>('#compose_to').value = 'me@home.test';
    at('.smtp_send_placeholder').addEventListener('click', () => {
      at<HTMLTextAreaElement>('#compose_body').value = all;
      at('.smtp_send').click();
    });
    const sent = vi.fn((event: Event) => event.preventDefault());
    at('form').addEventListener('submit', sent);
    const ports = portsFor({ assess: async ({ body }) => (isBlocked && body.includes('below') ? block : allow) });
    const ended = new AbortController();
    onTestFinished(() => ended.abort());
    startGuard(window, ports, ended.signal).join(guardDrafts(webmails, requestIn));
    at('.smtp_send_placeholder').click();
    return { ports, sent };
  };
  const long = Array.from({ length: 90 }, (_, at) => `word${at} below`).join('\n');

  it('is judged when it is sent, and kept back', async () => {
    const { ports, sent } = await send('Dear Kim', `Dear Kim\n${long}`, true);
    await vi.waitFor(() => expect(ports.ask).toHaveBeenCalledOnce(), { timeout: 10_000 });
    expect(sent).not.toHaveBeenCalled();
  });

  it('goes once where it may', async () => {
    const { ports, sent } = await send('Dear Kim', `Dear Kim\n${long}`, false);
    await vi.waitFor(() => expect(sent).toHaveBeenCalledOnce(), { timeout: 10_000 });
    expect(ports.ask).not.toHaveBeenCalled();
  });

  it('does not keep a short text waiting', async () => {
    const { sent } = await send('Dear Kim', 'Dear Kim', false);
    await vi.waitFor(() => expect(sent).toHaveBeenCalledOnce(), { timeout: 1_000 });
  });
});
