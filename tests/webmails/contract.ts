// The suite every webmail runs: it reads, edits, knows what commits, and leaves other pages alone. A webmail is one table.
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { guardDrafts } from '@/guard/guard-drafts.ts';
import { startGuard } from '@/guard/start-guard.ts';
import type { Draft, Webmail } from '@/webmails/webmail.ts';
import { allow, portsFor } from '../guard/fake-ports.ts';
import { requestIn } from './all-requests.ts';
import { loadPage } from './load-page.ts';

export interface PageExpectation {
  /** File under tests/fixtures/pages. */
  page: string;
  /** What stands in the first compose window; attachments by name. */
  draft: Omit<Draft, 'attachments' | 'isHtml'> & { attachments: string[]; isHtml?: boolean };
  /** Each must be held and, allowed, reach the page once. */
  commits: string[];
  /** Look like it, and must go through untouched. */
  notCommits: string[];
  /** Makes the page behave as its own script does when a draft was sent. */
  onSent?(document: Document): void;
}

export function testWebmail(webmail: Webmail, pages: PageExpectation[], otherPages: string[]): void {
  describe.each(pages)('$page', (expected) => {
    it('is recognised, with a compose window', () => {
      const document = loadPage(expected.page);
      expect(webmail.recognises(document)).toBe(true);
      expect(webmail.composes(document).length).toBeGreaterThan(0);
    });

    it('is read: account, recipients shown and hidden, subject, body, attachments', () => {
      const draft = webmail.composes(loadPage(expected.page))[0]!.read();
      const attachments = draft.attachments.map(({ name }) => name);
      expect({ ...draft, attachments }).toEqual({ isHtml: false, ...expected.draft });
    });

    it('keeps the identity of a compose window from look to look', () => {
      const document = loadPage(expected.page);
      expect(webmail.composes(document)[0]!.root).toBe(webmail.composes(document)[0]!.root);
    });

    it('takes other recipients, and tells the page', () => {
      const compose = webmail.composes(loadPage(expected.page))[0]!;
      const onChange = vi.fn();
      document.addEventListener('change', onChange);
      const to = expected.draft.to.slice(0, 1);
      compose.setRecipients({ to, cc: [], bcc: [] });
      document.removeEventListener('change', onChange);
      expect(compose.read()).toMatchObject({ to, cc: [], bcc: [] });
      if (expected.draft.to.length > 1) expect(onChange).toHaveBeenCalled();
    });

    it.each(expected.commits)('knows %s as a commit, and what is inside it', (selector) => {
      const control = loadPage(expected.page).querySelector(selector)!;
      expect(webmail.commitOf(control)).toBe(control);
      const inner = control.appendChild(document.createElement('span'));
      expect(webmail.commitOf(inner)).toBe(control);
    });

    it.each(expected.notCommits)('knows %s as no commit', (selector) => {
      const control = loadPage(expected.page).querySelector(selector);
      expect(control, `${selector} is not on ${expected.page}`).not.toBeNull();
      expect(webmail.commitOf(control!)).toBeUndefined();
    });

    it.each(expected.commits)('holds %s until it is judged, then lets it reach the page once', async (selector) => {
      const document = loadPage(expected.page);
      const control = document.querySelector<HTMLElement>(selector)!;
      control.removeAttribute('onclick');
      const onClick = vi.fn((event: Event) => {
        event.preventDefault();
        expected.onSent?.(document);
      });
      control.addEventListener('click', onClick);
      vi.stubGlobal('fetch', async () => new Response('bytes'));
      const judged = Promise.withResolvers<void>();
      const ports = portsFor({ assess: () => judged.promise.then(() => allow) });
      const ended = new AbortController();
      onTestFinished(() => {
        ended.abort();
        vi.unstubAllGlobals();
      });
      startGuard(window, ports, ended.signal).join(guardDrafts([webmail], requestIn));

      control.click();
      control.click();
      expect(onClick, 'the page must not see it before the verdict').not.toHaveBeenCalled();
      judged.resolve();
      await vi.waitFor(() => expect(onClick).toHaveBeenCalledOnce());
    });
  });

  it.each(otherPages)('finds no compose window on %s', (page) => {
    expect(webmail.composes(loadPage(page))).toEqual([]);
  });

  it.each(otherPages)('takes nothing on %s for a commit', (page) => {
    const controls = [...loadPage(page).querySelectorAll('button, a, input, [role="button"]')];
    expect(controls.filter((control) => webmail.commitOf(control)).map((control) => control.outerHTML)).toEqual([]);
  });

  it('notices a compose window that opens late', () => {
    const document = loadPage(otherPages[0]!);
    expect(webmail.composes(document)).toEqual([]);
    expect(webmail.composes(loadPage(pages[0]!.page)).length).toBeGreaterThan(0);
  });
}
