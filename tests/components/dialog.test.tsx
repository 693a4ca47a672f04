import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Dialog } from '@/components/dialog/Dialog.tsx';
import type { DialogAnswer, DialogView } from '@/components/dialog/dialog-view.ts';
import { translateIn } from './messages.ts';
import { field, named, press, pressKey, render, type, wait } from './render.tsx';
import { headlineCase, justifyCase, warnCase } from './views.ts';

const t = translateIn('en');
let answers: DialogAnswer[] = [];

beforeEach(() => {
  answers = [];
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

const arm = () => wait(() => vi.advanceTimersByTimeAsync(500));

async function show(view: DialogView, copy: (text: string) => Promise<void> = async () => {}) {
  const ports = { t, copy, answer: (given: DialogAnswer) => answers.push(given), registerUrl: 'register.html' };
  const container = await render(<Dialog view={view} ports={ports} />);
  return { container, redraw: (next: DialogView) => render(<Dialog view={next} ports={ports} />) };
}

describe('what the dialog says', () => {
  it('says the headline case in the order it is to be read', async () => {
    const { container } = await show(headlineCase);
    const said = [
      'This message is about 957 people.',
      'It is going to k…4@gmail.com, which looks like your own personal address.',
      'Found: 957 e-mail addresses, 957 phone numbers, 954 birth dates and purchases (in clients.xlsx).',
      t('dialog_rule', [t('rule_people_to_own')]),
      'Back to editing',
      'Priya Nair',
      t('dialog_recorded'),
    ].map((text) => container.textContent?.indexOf(text) ?? -1);
    expect(said.every((place) => place >= 0)).toBe(true);
    expect(said).toEqual(said.toSorted((a, b) => a - b));
  });

  it('never shows a whole address of an outside recipient', async () => {
    const { container } = await show(justifyCase);
    for (const { address } of justifyCase.outside) expect(container.innerHTML).not.toContain(address);
  });

  it('is an alert dialog named by its headline and described by its facts', async () => {
    const { container } = await show(headlineCase);
    const dialog = container.querySelector('[role="alertdialog"]')!;
    const text = (attribute: string) => container.querySelector(`#${dialog.getAttribute(attribute)}`)?.textContent;
    expect(text('aria-labelledby')).toBe('This message is about 957 people.');
    expect(text('aria-describedby')).toContain('Found: 957 e-mail addresses');
  });

  it('offers a blocked message no way to be sent', async () => {
    const { container } = await show(headlineCase);
    expect(container.querySelectorAll('[data-release]')).toHaveLength(0);
  });

  it('reaches the breach contact by phone and mail', async () => {
    const { container } = await show(headlineCase);
    expect(named(container, '+44 20 7946 0123').getAttribute('href')).toBe('tel:+442079460123');
    expect(named(container, 'priya.nair@firm.example').getAttribute('href')).toBe('mailto:priya.nair@firm.example');
  });

  it('says so when the policy names no breach contact', async () => {
    const { container } = await show({ ...headlineCase, contact: { name: '', phone: '', email: '' } });
    expect(container.textContent).toContain(t('contact_none'));
    expect(container.querySelector('[href^="mailto:"]')).toBeNull();
  });
});

describe('going back', () => {
  it('has the focus on the way back', async () => {
    const { container } = await show(headlineCase);
    expect(document.activeElement).toBe(named(container, 'Back to editing'));
  });

  it('goes back to editing by Escape, once', async () => {
    await show(headlineCase);
    const event = await pressKey('Escape');
    await pressKey('Escape');
    expect(event.defaultPrevented).toBe(true);
    expect(answers).toEqual([{ choice: 'edited', release: false, removeRecipients: [] }]);
  });

  it('leaves Escape alone while an input method composes', async () => {
    await show(justifyCase);
    await pressKey('Escape', { isComposing: true });
    expect(answers).toEqual([]);
  });

  it('takes out the outside recipients, and says how many', async () => {
    const { container } = await show(justifyCase);
    await press(named(container, 'Remove the 2 outside recipients'));
    expect(answers).toEqual([
      {
        choice: 'removed-recipients',
        release: false,
        removeRecipients: ['orders@partner.example', 'jo@rival.example'],
      },
    ]);
  });

  it('keeps Tab inside, both ways', async () => {
    const { container } = await show(headlineCase);
    const last = named(container, t('dialog_recorded_link'));
    last.focus();
    await pressKey('Tab');
    expect(document.activeElement).toBe(named(container, 'Back to editing'));
    await pressKey('Tab', { shiftKey: true });
    expect(document.activeElement).toBe(last);
  });
});

describe('sending anyway', () => {
  it('does nothing in the first half second, then sends', async () => {
    const { container } = await show(warnCase);
    const send = named(container, 'Send anyway');
    expect(send.getAttribute('aria-disabled')).toBe('true');
    await press(send);
    expect(answers).toEqual([]);
    await arm();
    expect(send.getAttribute('aria-disabled')).toBe('false');
    await press(send);
    expect(answers).toEqual([{ choice: 'sent-after-warning', release: true, removeRecipients: [] }]);
  });

  it('ignores a click made by a script', async () => {
    const { container } = await show(warnCase);
    await arm();
    await press(named(container, 'Send anyway'), false);
    expect(answers).toEqual([]);
  });

  it('waits again after the page was hidden', async () => {
    const { container } = await show(warnCase);
    await arm();
    await wait(async () => document.dispatchEvent(new Event('visibilitychange')));
    await press(named(container, 'Send anyway'));
    expect(answers).toEqual([]);
  });

  it('waits again when another verdict takes the place of the first', async () => {
    const { redraw } = await show(warnCase);
    await arm();
    const container = await redraw({ ...warnCase, id: 'another' });
    await press(named(container, 'Send anyway'));
    expect(answers).toEqual([]);
  });

  it.each([
    ['not in view', { isIntersecting: false }],
    ['covered or faded by the page', { isIntersecting: true, isVisible: false }],
  ])('does not send while the button is %s, and says why', async (_, entry) => {
    stubObserver({ told: entry });
    const { container } = await show(warnCase);
    await arm();
    await press(named(container, 'Send anyway'));
    expect(answers).toEqual([]);
    expect(container.textContent).toContain(t('dialog_covered'));
    vi.unstubAllGlobals();
  });

  it.each([
    [1, { told: { isIntersecting: false }, untold: { isIntersecting: true, isVisible: true } }],
    [0, { told: { isIntersecting: true, isVisible: true }, untold: { isIntersecting: true, isVisible: false } }],
  ])('goes by what the browser saw last, told or not yet: %i sent', async (sent, seen) => {
    stubObserver(seen);
    const { container } = await show(warnCase);
    await arm();
    await press(named(container, 'Send anyway'));
    expect(answers).toHaveLength(sent);
    vi.unstubAllGlobals();
  });
});

/** A browser that says at once what it sees first, and holds back what it sees then. */
function stubObserver({ told, untold }: { told: object; untold?: object }): void {
  vi.stubGlobal(
    'IntersectionObserver',
    class {
      observe: () => void;
      constructor(tell: (entries: unknown[]) => void) {
        this.observe = () => tell([told]);
      }
      takeRecords = () => (untold ? [untold] : []);
      disconnect = () => {};
    },
  );
}

describe('sending with a reason', () => {
  const sendLabel = 'Send with this reason';

  it('names what is missing when pressed early, and goes to the first of it', async () => {
    const { container } = await show(justifyCase);
    await arm();
    expect(container.querySelector('[role="alert"]')).toBeNull();
    await press(named(container, sendLabel));
    expect(answers).toEqual([]);
    expect([...container.querySelectorAll('[role="alert"]')].map((problem) => problem.textContent)).toEqual([
      t('dialog_missing_reason'),
      t('dialog_missing_text'),
    ]);
    expect(document.activeElement).toBe(field(container, 'Agreed work'));
  });

  it('asks for the reason before the sentence', async () => {
    const { container } = await show(justifyCase);
    const radio = container.querySelector('input[type="radio"]')!;
    const text = container.querySelector('textarea')!;
    expect(radio.compareDocumentPosition(text) & Node.DOCUMENT_POSITION_FOLLOWING).toBeTruthy();
  });

  it('sends once a reason is chosen and a sentence is written', async () => {
    const { container } = await show(justifyCase);
    await arm();
    await press(field(container, 'Another reason'));
    await type(field(container, t('dialog_reason_text')), '  The trade fair needs its guest list.  ');
    expect(named(container, sendLabel).getAttribute('aria-disabled')).toBe('false');
    await press(named(container, sendLabel));
    expect(answers).toEqual([
      {
        choice: 'sent-with-reason',
        release: true,
        removeRecipients: [],
        reason: { code: 'other', text: 'The trade fair needs its guest list.' },
      },
    ]);
  });

  it('needs every point of the checklist of the chosen reason', async () => {
    const { container } = await show(justifyCase);
    await arm();
    await press(field(container, 'Agreed work'));
    await type(field(container, t('dialog_reason_text')), 'Their invoice run of this month.');
    await press(field(container, 'There is an agreement.'));
    await press(named(container, sendLabel));
    expect(answers).toEqual([]);
    expect(container.textContent).toContain(t('dialog_missing_checklist'));
    await press(field(container, 'Only what is needed.'));
    await press(named(container, sendLabel));
    expect(answers.map(({ choice }) => choice)).toEqual(['sent-with-reason']);
  });

  it.each(['', '      ', '..........', 'x', 'ok thanks'])('does not take “%s” for a sentence', async (text) => {
    const { container } = await show(justifyCase);
    await arm();
    await press(field(container, 'Another reason'));
    await type(field(container, t('dialog_reason_text')), text);
    await press(named(container, sendLabel));
    expect(answers).toEqual([]);
  });
});

describe('asking a person to review', () => {
  it('gives a text without a value or a whole address, and is recorded on going back', async () => {
    const copied: string[] = [];
    const { container } = await show(headlineCase, async (text) => void copied.push(text));
    await press(named(container, t('dialog_ask_review')));
    await press(named(container, t('dialog_review_copy')));
    expect(copied[0]).toContain('This message is about 957 people.');
    expect(copied[0]).not.toContain('kerr.1984@gmail.com');
    expect(named(container, t('dialog_review_mail')).getAttribute('href')).toMatch(
      /^mailto:priya\.nair@firm\.example\?/,
    );
    await pressKey('Escape');
    expect(answers.map(({ choice, release }) => [choice, release])).toEqual([['review-requested', false]]);
  });

  it('says so when copying does not work', async () => {
    const { container } = await show(headlineCase, () => Promise.reject(new Error('refused')));
    await press(named(container, t('dialog_ask_review')));
    await press(named(container, t('dialog_review_copy')));
    expect(container.textContent).toContain(t('dialog_review_copied_failed'));
  });
});

describe('while reading, and when there is only something to say', () => {
  it('shows what is being read and how far, and is cancelled by Escape', async () => {
    const { container } = await show({ state: 'reading', file: 'clients.xlsx', share: 0.414 });
    expect(container.textContent).toContain('Reading clients.xlsx – 41 %');
    expect(container.querySelector('progress')?.value).toBe(41);
    await pressKey('Escape');
    expect(answers).toEqual([{ choice: 'cancelled', release: false, removeRecipients: [] }]);
  });

  it('shows a notice with nothing but the way back', async () => {
    const { container } = await show({ state: 'notice', key: 'dialog_reading' });
    expect(container.querySelectorAll('button')).toHaveLength(1);
    await press(container.querySelector('button')!);
    expect(answers).toEqual([{ choice: 'edited', release: false, removeRecipients: [] }]);
  });
});
