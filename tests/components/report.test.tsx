import { beforeEach, describe, expect, it } from 'vitest';
import { ReportForm } from '@/components/report/ReportForm.tsx';
import type { ReportToRecord } from '@/platform/messages/messages.ts';
import { translateIn } from './messages.ts';
import { field, named, press, render, type } from './render.tsx';
import { headlineCase } from './views.ts';

const t = translateIn('en');
const { contact } = headlineCase;
const mask = (text: string) => text.replace(/\S+@\S+/g, '[address]');
let stored: ReportToRecord[] = [];

beforeEach(() => {
  stored = [];
});

async function show(isStored = true) {
  const record = async (report: ReportToRecord) => {
    stored.push(report);
    return isStored;
  };
  return render(<ReportForm t={t} contact={contact} ports={{ mask, record }} />);
}

const submit = async (container: HTMLElement) => {
  await press(named(container, t('report_submit')));
};

describe('reporting a breach', () => {
  it('stores what was written, masked, with what was chosen', async () => {
    const container = await show();
    await type(container.querySelector('textarea')!, 'sent the list to jo@rival.example ');
    await type(field(container, t('report_when')), 'at 10, to jo@rival.example');
    await press(field(container, t('report_people_few')));
    await press(field(container, t('report_recovered_no')));
    await submit(container);
    expect(stored).toEqual([
      { what: 'sent the list to [address]', when: 'at 10, to [address]', people: 'few', recovered: 'no' },
    ]);
  });

  it('shows what will be stored while it differs from what is written', async () => {
    const container = await show();
    await type(container.querySelector('textarea')!, 'a letter went astray');
    expect(container.textContent).not.toContain(t('report_masked', ['a letter went astray']));
    await type(container.querySelector('textarea')!, 'sent to jo@rival.example');
    expect(container.textContent).toContain(t('report_masked', ['sent to [address]']));
  });

  it('then asks to tell the breach contact, with phone and mail', async () => {
    const container = await show();
    await type(container.querySelector('textarea')!, 'a letter went astray');
    await submit(container);
    expect(container.textContent).toContain(t('report_stored'));
    expect(named(container, contact.phone).getAttribute('href')).toBe('tel:+442079460123');
    expect(document.activeElement?.textContent).toContain(t('report_stored'));
  });

  it.each(['', '   '])('asks for words when there are none (“%s”), and stores nothing', async (text) => {
    const container = await show();
    const what = container.querySelector('textarea')!;
    await type(what, text);
    await submit(container);
    expect(stored).toEqual([]);
    expect(container.querySelector('[role="alert"]')?.textContent).toBe(t('report_what_missing'));
    expect(document.activeElement).toBe(what);
  });

  it('keeps the text and names the way out when it cannot be stored', async () => {
    const container = await show(false);
    await type(container.querySelector('textarea')!, 'a letter went astray');
    await submit(container);
    expect(container.querySelector('textarea')!.value).toBe('a letter went astray');
    expect(container.textContent).toContain(t('report_failed'));
    expect(named(container, contact.email)).toBeTruthy();
    await submit(container);
    expect(stored).toHaveLength(2);
  });
});
