import { describe, expect, it } from 'vitest';
import { Popup } from '@/components/popup/Popup.tsx';
import type { PopupPorts } from '@/components/popup/popup-store.ts';
import { importEntries } from '@/incidents/import.ts';
import type { DeliveryStatus, PolicyInForce } from '@/platform/messages/messages.ts';
import { strictDefault } from '@/policy/default.ts';
import { idOf, journalOf } from './entries.ts';
import { translateIn } from './messages.ts';
import { named, press, render } from './render.tsx';
import { headlineCase } from './views.ts';

const t = translateIn('en');
const { contact } = headlineCase;

const managed: PolicyInForce = {
  policy: { ...strictDefault, version: '2026-11', breachContact: contact },
  source: 'managed',
  hash: '',
  problems: [],
  settled: true,
};
const delivered: DeliveryStatus = { to: 'address', host: 'dpo.firm.example', waiting: 0, cases: 0, untold: [] };
const nowhere: DeliveryStatus = { to: 'nowhere', host: '', waiting: 3, cases: 3, untold: [4, 10, 11] };
const well: PopupPorts = {
  page: async () => ({ webmail: 'roundcube', composes: 2, health: 'well', network: true }),
  policy: async () => managed,
  delivery: async () => delivered,
  deliverNow: async () => delivered,
  mailed: async () => undefined,
  told: async () => undefined,
  installation: async () => undefined,
  testDelivery: async () => undefined,
  list: async () => ({ entries: [] }),
};
const nothing = async () => undefined;

async function show(change: Partial<PopupPorts> = {}, copied: string[] = []) {
  const ports = {
    ...well,
    mask: (text: string) => text,
    record: async () => true,
    copy: async (text: string) => void copied.push(text),
    ...change,
  };
  return render(
    <Popup t={t} ports={ports} registerUrl="register.html" policyUrl="options.html" extensionVersion="0.1.0" />,
  );
}

describe('the popup', () => {
  it('says which webmail this is, how many messages are open and which policy holds', async () => {
    const container = await show();
    expect(container.textContent).toContain('Roundcube – 2 messages are being written.');
    expect(container.textContent).toContain(t('policy_source_managed'));
    expect(container.textContent).toContain('Version 2026-11.');
    expect(container.textContent).toContain(t('delivery_well', ['dpo.firm.example']));
  });

  it('has phone and mail of the breach contact one press away', async () => {
    const container = await show();
    expect(named(container, contact.phone).getAttribute('href')).toBe('tel:+442079460123');
    expect(named(container, contact.email).getAttribute('href')).toBe(`mailto:${contact.email}`);
  });

  it('says what became of the last check', async () => {
    const container = await show({
      page: async () => ({
        webmail: 'generic',
        composes: 1,
        health: 'degraded',
        network: false,
        last: { action: 'block', people: 957, destination: 'own' },
      }),
    });
    expect(container.textContent).toContain('Last check: held back – 957 people, own personal address.');
    expect(container.textContent).toContain(t('popup_degraded'));
    expect(container.textContent).toContain(t('gate_off'));
    expect((await show()).textContent).toContain(t('gate_on'));
  });

  it('shows each problem of the policy with its setting', async () => {
    const problems = [{ key: 'thresholds.own.block', problem: 'is below 1' }];
    const container = await show({ policy: async () => ({ ...managed, problems }) });
    expect(container.textContent).toContain(t('policy_problems_one', ['1']));
    expect(container.querySelector('details li')?.textContent).toBe('thresholds.own.block is below 1');
  });

  it('says in words and in red that nobody is told', async () => {
    const container = await show({ delivery: async () => nowhere });
    expect(container.querySelector('.alarm strong')?.textContent).toBe('Nobody is told about incidents.');
    expect(container.textContent).toContain('3 incidents have not been passed on.');
  });

  it('then offers a mail whose text brings the untold entries, wherever they stand, into another register', async () => {
    const entries = await journalOf(9);
    const copied: string[] = [];
    const delivery = async () => ({ ...nowhere, device: idOf(7) });
    const container = await show({ delivery, list: async () => ({ entries }) }, copied);
    const mail = named(container, t('delivery_mail'));
    expect(mail.getAttribute('href')).toMatch(/^mailto:priya\.nair@firm\.example\?subject=/);
    await press(mail);
    const told = importEntries(copied[0] ?? '').entries;
    expect(told.map(({ sequence, sentFrom }) => [sequence, sentFrom.device])).toEqual([
      [4, idOf(7)],
      [10, idOf(7)],
      [11, idOf(7)],
    ]);
    expect(container.textContent).toContain(t('delivery_mail_copied_yes'));
  });

  it('has the person say that they sent it: exactly what was in the mail they opened, and says what that does', async () => {
    const entries = await journalOf(9);
    const asked: [string, readonly number[]][] = [];
    let now = nowhere;
    const change: Partial<PopupPorts> = {
      delivery: async () => now,
      list: async () => ({ entries }),
      async mailed(sequences) {
        asked.push(['mailed', sequences]);
        // Meanwhile something else was recorded.
        now = { ...now, untold: [...now.untold, 12], mailed: sequences };
        return now;
      },
      async told(sequences) {
        asked.push(['told', sequences]);
        return { ...nowhere, waiting: 1, cases: 0, untold: [12] };
      },
    };
    const container = await show(change);
    expect(container.textContent).not.toContain(t('delivery_sent'));
    await press(named(container, t('delivery_mail')));
    // A popup closes when another window opens: another one still knows.
    const later = await show(change);
    const button = named(later, t('delivery_sent'));
    expect(later.querySelector(`[id="${button.getAttribute('aria-describedby')}"]`)?.textContent).toBe(
      t('delivery_sent_what_other', ['3']),
    );
    await press(button);
    expect(asked).toEqual([
      ['mailed', [4, 10, 11]],
      ['told', [4, 10, 11]],
    ]);
    expect(later.textContent).not.toContain(t('delivery_sent'));
    expect(document.activeElement?.textContent).toBe(t('delivery_sent_noted'));
    expect(document.activeElement?.getAttribute('role')).toBe('status');
  });

  it('says so where that could not be stored', async () => {
    const container = await show({ delivery: async () => ({ ...nowhere, mailed: [4] }) });
    await press(named(container, t('delivery_sent')));
    expect(container.textContent).toContain(t('delivery_sent_failed'));
  });

  it('counts incidents and reports, and offers no mail for what only vouches for them', async () => {
    const [first] = await journalOf(1);
    const segment = {
      type: 'segment',
      segment: { id: '', at: 0, day: '', first: 1, last: 1, hash: '', key: '', signature: '' },
    } as const;
    const status = { ...nowhere, waiting: 1, cases: 0, untold: [2] };
    const entries = [first!, { ...first!, sequence: 2, entry: segment }];
    const container = await show({ delivery: async () => status, list: async () => ({ entries }) });
    expect(container.textContent).not.toContain('passed on');
    expect(container.textContent).not.toContain(t('delivery_mail'));
  });

  it('offers to try a failed delivery again', async () => {
    const failing = {
      ...delivered,
      waiting: 1,
      cases: 1,
      untold: [1],
      lastFailure: { at: 0, key: 'delivery_failed_http', detail: '503' },
    };
    const container = await show({ delivery: async () => failing });
    expect(container.textContent).toContain('the receiver answered 503');
    await press(named(container, t('delivery_now')));
    expect(container.textContent).toContain(t('delivery_well', ['dpo.firm.example']));
  });

  it('says so when the background does not answer, and still takes a report', async () => {
    const container = await show({ page: nothing, policy: nothing, delivery: nothing, list: nothing });
    expect(container.textContent).toContain(t('popup_no_answer'));
    await press(named(container, t('popup_report')));
    expect(container.querySelector('h1')?.textContent).toBe(t('report_title'));
    await press(named(container, t('popup_back')));
    expect(container.querySelector('h1')?.textContent).toBe('Gatehouse');
  });
});
