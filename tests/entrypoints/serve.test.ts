// The desk, with a reader and a background that are stand-ins: what it tells its content script, and what it does not.
// happy-dom's cannot be cloned
import { Blob } from 'node:buffer';
import { beforeEach, describe, expect, it } from 'vitest';
import { assess } from '@/assessment/assess.ts';
import type { DraftToAssess } from '@/assessment/assessment.ts';
import { generateClients } from '@/benchmarks/corpus/clients.ts';
import { asTableText } from '@/benchmarks/corpus/forms.ts';
import type { DialogAnswer, DialogView } from '@/components/dialog/dialog-view.ts';
import { type DeskWorld, serveDesk } from '@/entrypoints/desk/serve.ts';
import type { SafeFile, SafeMessage } from '@/entrypoints/desk/worker.ts';
import type { Durable, Ruling } from '@/guard/ports.ts';
import type { IncidentToRecord } from '@/incidents/record.ts';
import type { AssessAsk, DeskAsks } from '@/platform/desk/messages.ts';
import type { NamedFile } from '@/platform/kept-files.ts';
import { ask, type Endpoint, type Reply } from '@/platform/messages/channel.ts';
import type { Privately } from '@/platform/people-ledger.ts';
import { strictDefault } from '@/policy/default.ts';
import type { History } from '@/policy/facts.ts';

const draft: DraftToAssess = {
  account: 'kerr.marsh@firm.example',
  to: ['kmarsh84@gmail.com', 'ann@firm.example'],
  cc: [],
  bcc: [],
  subject: 'for later',
  body: asTableText(generateClients(30, 5)),
  isHtml: false,
  files: [],
  trigger: 'send',
};
const request = { draft, foreground: false, webmail: 'roundcube', health: 'well' as const };
const approval: DialogAnswer = { choice: 'sent-with-reason', release: true, removeRecipients: [] };

let guard: Endpoint;
let events: string[];
let views: DialogView[];
let opened: IncidentToRecord[];
let recorded: IncidentToRecord[];
let answer: DialogAnswer;
let durable: Durable;
let safe: SafeFile[];
let ways: string[];
let history: History | undefined;
let gone: Privately[];
let isWritten: boolean;
let text: SafeMessage;
let takesPreview: boolean;
let host: string;
let entered: NamedFile[];

const back: DialogAnswer = { choice: 'edited', release: false, removeRecipients: [] };

let released: string[] = [];

beforeEach(() => {
  const { port1, port2 } = new MessageChannel();
  guard = port1 as unknown as Endpoint;
  [events, views, opened, recorded, gone] = [[], [], [], [], []];
  [history, isWritten, host] = [{}, true, 'mail.firm.example'];
  [released, entered] = [[], []];
  ways = [];
  answer = { ...approval, reason: { code: 'other', text: 'For the audit, call 07700 900123 about it' } };
  durable = { stored: true, record: 'r-1' };
  const world: DeskWorld = {
    get host() {
      return host;
    },
    seed: 1,
    released: async (draft, code) => {
      released.push(draft);
      if (code === 'RIGHT') return 'ok';
      answer = { choice: 'edited', release: false, removeRecipients: [] };
      return 'other';
    },
    reader: {
      assess: (one, policy, signal) => assess(one, policy, { session: 1, now: Date.now, signal }),
      digests: async (files) => files.map(() => ''),
      safeCopies: async (_, way) => {
        ways.push(way);
        return safe;
      },
      safeText: async () => text,
    },
    wording: async () => ({ labels: {} }),
    policy: async () => ({ policy: strictDefault, source: 'default', hash: '', problems: [], settled: true }),
    present: async (view) => {
      events.push('asked');
      views.push(view);
      const given = answer;
      if (view.state === 'preview' && takesPreview) return { ...back, choice: 'removed-people' };
      if (view.state === 'verdict' && given.choice !== 'sent-with-reason') answer = back;
      return view.state === 'verdict' ? given : back;
    },
    update: () => undefined,
    keep: async (files) => void entered.push(...files),
    kept: async (names) => entered.filter(({ name }) => names.includes(name)),
    historyOf: async () => history,
    goes: async (privately) => {
      gone.push(privately);
      return isWritten;
    },
    opened: async (incident) => {
      events.push('kept');
      opened.push(incident);
    },
    record: async (incident) => {
      events.push('recorded');
      recorded.push(incident);
      return durable;
    },
    conclude: () => undefined,
  };
  serveDesk(port2 as unknown as Endpoint, world);
});

const say = <N extends keyof DeskAsks>(name: N, payload: DeskAsks[N]['ask']): Promise<Reply<DeskAsks[N]['answer']>> =>
  ask<DeskAsks, N>(guard, name, payload);

async function ruling(): Promise<Ruling> {
  const reply = await say('assess', request);
  if (!reply.ok) throw new Error(reply.why);
  return reply.answer;
}

describe('the desk', () => {
  it.each([
    ['www.icloud.com', '', true],
    ['www.icloud.com', 'kerr.marsh@firm.example', false],
    ['mail.google.com', '', false],
    ['mail.google.com', 'k@gmail.com', true],
  ])('knows on %s whether the account "%s" is private: %s', async (place, account, isPrivate) => {
    host = place;
    expect(await say('account', { account })).toEqual({ ok: true, answer: { isPrivate } });
    const { account: _, ...unknown } = draft;
    const about = { ...unknown, ...(account && { account }), to: ['ann@firm.example'] };
    const reply = await say('assess', { ...request, draft: about });
    expect(reply).toMatchObject({ answer: { destination: isPrivate ? 'personal' : expect.anything() } });
    expect(reply.ok && reply.answer.destination === 'personal').toBe(isPrivate);
  });

  it('rules without a count by kind and without a value', async () => {
    const ruled = await ruling();
    expect(ruled).toMatchObject({ action: 'block', destination: 'own', outside: ['kmarsh84@gmail.com'] });
    expect(Object.keys(ruled).sort()).toEqual(['action', 'destination', 'enforced', 'id', 'outside', 'people']);
  });

  it('shows who is asked about what, and keeps the question until it is answered', async () => {
    const { id } = await ruling();
    await say('ask', { id });
    await say('record', { id, answer: approval });
    expect(views).toMatchObject([{ state: 'verdict', action: 'block', people: { estimate: 30 }, inside: 1 }]);
    expect(events.indexOf('kept')).toBeLessThan(events.indexOf('recorded'));
    expect(opened).toMatchObject([{ choice: 'abandoned', outcome: 'near-miss' }]);
  });

  it('records what the person answered in the dialog, not what the page says they did', async () => {
    answer = { choice: 'edited', release: false, removeRecipients: [] };
    const { id } = await ruling();
    await say('ask', { id });
    await say('record', { id, answer: { ...approval, release: true } });
    expect(recorded).toMatchObject([{ choice: 'edited', outcome: 'near-miss' }]);
  });

  it('masks the reason before it leaves the desk, and keeps it from the page', async () => {
    const { id } = await ruling();
    const reply = await say('ask', { id });
    expect(reply).toEqual({ ok: true, answer: approval });
    await say('record', { id, answer: approval });
    expect(recorded[0]?.reason?.code).toBe('other');
    expect(recorded[0]?.reason?.text).not.toMatch(/900123/);
  });

  it('lets a draft go with a code that releases exactly it, and keeps the code from the page', async () => {
    answer = { choice: 'sent-with-code', release: true, removeRecipients: [], releaseCode: 'RIGHT' };
    const { id } = await ruling();
    const { releaseCode: _, ...bare } = answer;
    expect(await say('ask', { id })).toEqual({ ok: true, answer: bare });
    await say('record', { id, answer: bare });
    expect(recorded).toMatchObject([{ choice: 'sent-with-code', outcome: 'left' }]);
    expect(released).toEqual([recorded[0]?.draftDigest]);
    expect(released[0]).toMatch(/^[0-9a-f]{64}$/);
  });

  it('asks again, and says why, when a code does not release it', async () => {
    answer = { choice: 'sent-with-code', release: true, removeRecipients: [], releaseCode: 'WRONG' };
    const { id } = await ruling();
    expect(await say('ask', { id })).toMatchObject({ ok: true, answer: { choice: 'edited', release: false } });
    expect(views).toMatchObject([{ state: 'verdict' }, { state: 'verdict', codeProblem: 'other' }]);
  });

  it('says that nothing is stored when the background cannot store it', async () => {
    durable = { stored: false, why: 'silent' };
    const { id } = await ruling();
    expect(await say('record', { id, answer: approval })).toEqual({ ok: true, answer: durable });
  });

  it('knows no assessment but its own', async () => {
    expect(await say('ask', { id: 'made up' })).toMatchObject({ ok: false, why: 'failed' });
    expect(await say('record', { id: 'made up', answer: approval })).toEqual({
      ok: true,
      answer: { stored: false, why: 'store' },
    });
    expect(recorded).toEqual([]);
  });

  describe('asked for a safe copy', () => {
    const upload: AssessAsk = {
      ...request,
      draft: {
        ...draft,
        trigger: 'attach',
        files: [{ id: '1', name: 'clients.csv', content: new Blob([draft.body]) as unknown as globalThis.Blob }],
      },
    };
    const askAbout = async () => {
      answer = { choice: 'safe-copy', release: true, removeRecipients: [] };
      const reply = await say('assess', upload);
      if (!reply.ok) throw new Error(reply.why);
      return { id: reply.answer.id, asked: await say('ask', { id: reply.answer.id }) };
    };

    it('gives it in place of the file, and records that nobody left', async () => {
      safe = [{ name: 'clients.csv', content: new Blob(['nobody']) as unknown as globalThis.Blob }];
      const { id, asked } = await askAbout();
      expect(views[0]).toMatchObject({ state: 'verdict', ways: ['safe-copy', 'counts'] });
      if (!asked.ok) throw new Error(asked.why);
      expect(asked.answer).toMatchObject({
        choice: 'safe-copy',
        release: true,
        files: [{ id: '1', name: 'clients.csv' }],
      });
      await say('record', { id, answer: asked.answer });
      expect(recorded).toMatchObject([{ choice: 'safe-copy', outcome: 'near-miss' }]);
    });

    it('gives counts in place of the table, and records that nobody left', async () => {
      safe = [{ name: 'clients-counts.csv', content: new Blob(['Leeds,40']) as unknown as globalThis.Blob }];
      answer = { choice: 'counted-copy', release: true, removeRecipients: [] };
      const reply = await say('assess', upload);
      if (!reply.ok) throw new Error(reply.why);
      const asked = await say('ask', { id: reply.answer.id });
      if (!asked.ok) throw new Error(asked.why);
      expect(ways).toEqual(['count']);
      expect(asked.answer).toMatchObject({ release: true, files: [{ id: '1', name: 'clients-counts.csv' }] });
      await say('record', { id: reply.answer.id, answer: asked.answer });
      expect(recorded).toMatchObject([{ choice: 'counted-copy', outcome: 'near-miss' }]);
    });

    it('says why there is none, and asks again', async () => {
      safe = [{ name: 'clients.csv', why: 'still-there' }];
      const { asked } = await askAbout();
      expect(views.map((view) => (view.state === 'notice' ? view.key : view.state))).toEqual([
        'verdict',
        'dialog_no_safe_copy_still_there',
        'verdict',
      ]);
      expect(asked).toMatchObject({ ok: true, answer: { choice: 'edited', release: false } });
    });
  });

  describe('asked to take the people out of the text', () => {
    const askAbout = async () => {
      answer = { ...back, choice: 'removed-people' };
      text = { subject: 'for later', body: '[name]', isHtml: false, shown: '[name]', changed: 90 };
      const { draft: written } = request;
      const asked = { ...request, draft: { ...written, changeable: { text: true, files: true } } };
      const reply = await say('assess', asked);
      if (!reply.ok) throw new Error(reply.why);
      return say('ask', { id: reply.answer.id });
    };

    it('shows it first, and gives it to the page when it is taken', async () => {
      takesPreview = true;
      expect(await askAbout()).toMatchObject({
        ok: true,
        answer: { choice: 'removed-people', release: false, text: { subject: 'for later', body: '[name]' } },
      });
      expect(views).toMatchObject([{ ways: ['remove-people'] }, { state: 'preview', subject: '', text: '[name]' }]);
    });

    it('asks again when it is not taken', async () => {
      takesPreview = false;
      expect(await askAbout()).toMatchObject({ ok: true, answer: { choice: 'edited' } });
      expect(views.map(({ state }) => state)).toEqual(['verdict', 'preview', 'verdict']);
    });
  });

  it('asks nothing about what may go', async () => {
    const reply = await say('assess', { ...request, draft: { ...draft, body: 'As discussed.' } });
    expect(reply).toMatchObject({ ok: true, answer: { action: 'allow' } });
    if (reply.ok) expect(await say('ask', { id: reply.answer.id })).toMatchObject({ ok: false });
  });
});

describe('what went to a private address before', () => {
  const aboutOne = 'Ines Halloway, ines.halloway@example.net, 07700 900123, born 3 May 1971';
  const toOne: DraftToAssess = { ...draft, to: ['jo@gmail.com'], body: aboutOne };
  const judge = async (changes: Partial<DraftToAssess> = {}, foreground = true) =>
    say('assess', { ...request, draft: { ...toOne, ...changes }, foreground });

  it('counts with what goes now, and is said', async () => {
    history = { personal: 49 };
    const reply = await judge();
    expect(reply).toMatchObject({ ok: true, answer: { action: 'block', people: { estimate: 1 } } });
    await say('ask', { id: reply.ok ? reply.answer.id : '' });
    expect(views).toMatchObject([{ already: { people: 49, days: strictDefault.ledgerDays } }]);
    expect(opened).toMatchObject([{ alreadySent: 49 }]);
  });

  it('is written down before what is allowed goes, once, and not while it is written', async () => {
    expect(await judge({}, false)).toMatchObject({ ok: true, answer: { action: 'allow' } });
    expect(gone).toEqual([]);
    await judge();
    expect(gone).toMatchObject([
      {
        places: [{ destination: 'personal', name: 'jo@gmail.com' }],
        people: [expect.arrayContaining([expect.any(Number)])],
      },
    ]);
  });

  it('is not asked about mail to anybody else', async () => {
    history = undefined;
    expect(await judge({ to: ['ann@firm.example'] })).toMatchObject({ ok: true, answer: { action: 'allow' } });
    expect(gone).toEqual([]);
  });

  it('holds what cannot be counted or written down', async () => {
    history = undefined;
    expect(await judge()).toMatchObject({ ok: false });
    [history, isWritten] = [{}, false];
    expect(await judge()).toMatchObject({ ok: false });
    const { id } = await ruling();
    expect(await say('record', { id, answer: approval })).toMatchObject({ answer: { stored: false } });
  });

  it('is written down for what was released, and for nothing that stayed or went as a safe copy', async () => {
    for (const [given, times] of [
      [back, 0],
      [{ ...approval, choice: 'safe-copy' as const }, 0],
      [approval, 1],
    ] as const) {
      gone.length = 0;
      const { id } = await ruling();
      await say('record', { id, answer: given });
      expect(gone).toHaveLength(times);
    }
  });
});

describe('a file that entered, when its page has nothing of it but the name', () => {
  const content = new Blob([asTableText(generateClients(30, 5))]) as unknown as globalThis.Blob;
  const file = { id: '1', name: 'list.csv', content };
  const named = { id: 'a', name: 'list.csv', content: 'not-reachable' as const };
  const bare = { ...draft, body: '' };
  const judge = async (changes: Partial<DraftToAssess>, webmail = 'generic') => {
    const reply = await say('assess', { ...request, webmail, draft: { ...bare, ...changes }, foreground: true });
    if (!reply.ok) throw new Error(reply.why);
    return reply.answer;
  };
  const attach: Partial<DraftToAssess> = { to: ['ann@firm.example'], trigger: 'attach' };

  it('is judged', async () => {
    expect(await judge({ files: [named] })).toMatchObject({ people: { estimate: 0 } });
    expect(await judge({ ...attach, files: [file] })).toMatchObject({ action: 'allow' });
    expect(await judge({ files: [named] })).toMatchObject({ action: 'block', people: { estimate: 30 } });
  });

  it('is judged with each that had the name', async () => {
    entered = [{ name: 'list.csv', content: new Blob(['week,room']) as unknown as globalThis.Blob }, file];
    expect(await judge({ files: [named] })).toMatchObject({ action: 'block', people: { estimate: 30 } });
  });

  it('has entered once the person let it, as a copy where they wanted one', async () => {
    const arriving = { to: ['kmarsh84@gmail.com'], files: [file], trigger: 'drop' as const, body: draft.body };
    safe = [{ name: 'list-safe.csv', content }];
    for (const [choice, name] of [
      ['sent-with-reason', 'list.csv'],
      ['safe-copy', 'list-safe.csv'],
    ] as const) {
      const { id } = await judge(arriving);
      answer = { ...approval, choice };
      await say('ask', { id });
      await say('record', { id, answer: back });
      expect(entered.splice(0)).toEqual([]);
      await say('record', { id, answer: { ...back, release: true } });
      expect(entered.splice(0).map((one) => one.name)).toEqual([name]);
    }
  });

  it('is not kept of private mail', async () => {
    const harmless = { ...file, content: new Blob(['week,room']) as unknown as globalThis.Blob };
    const account = 'kerr.marsh@gmail.com';
    expect(await judge({ ...attach, account, files: [harmless] })).toMatchObject({ action: 'allow' });
    expect(entered).toEqual([]);
    await judge({ ...attach, files: [harmless] });
    expect(entered).toHaveLength(1);
  });

  it.each<[string, Partial<DraftToAssess>, string]>([
    ['in a webmail that is described', attach, 'roundcube'],
    ['when the message goes', { ...attach, trigger: 'send' }, 'generic'],
  ])('is not kept %s', async (_, changes, webmail) => {
    await judge({ ...changes, files: [file] }, webmail);
    expect(entered).toEqual([]);
  });
});
