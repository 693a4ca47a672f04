import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, it } from 'vitest';
import { browser } from 'wxt/browser';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { peopleKeyOf } from '@/incidents/affected.ts';
import type { Incident } from '@/incidents/incident.ts';
import { createKeys } from '@/platform/keys.ts';
import { createOpenQuestions } from '@/platform/open-questions.ts';
import { incidentOf } from '@/platform/record.ts';
import { canonicalJson } from '@/policy/canonical.ts';
import { strictDefault } from '@/policy/default.ts';
import { asked } from './incident-asked.ts';

const tab = 4;
let journal: Map<string, Incident>;
let questions: ReturnType<typeof createOpenQuestions>;

async function question(changes: Partial<Incident> = {}): Promise<Incident> {
  const incident = await incidentOf(
    { ...asked, choice: 'abandoned' },
    {
      policy: { policy: strictDefault, source: 'default', hash: 'f'.repeat(64), problems: [], settled: true },
      key: await createKeys('questions').device(),
      peopleKey: await peopleKeyOf(await createKeys('questions').device(), 7),
      extensionVersion: '0.1.0',
      now: asked.at,
      host: 'mail.firm.example',
    },
  );
  return { ...incident, ...changes };
}

const start = () =>
  createOpenQuestions(async (incident) => {
    if (!journal.has(incident.id)) journal.set(incident.id, incident);
  });

beforeEach(() => {
  fakeBrowser.reset();
  journal = new Map();
  questions = start();
});

describe('a question a dialog asks', () => {
  it('leaves nothing of its own once the answer is recorded', async () => {
    const asking = await question();
    await questions.open(tab, asking);
    await questions.close(tab, asking.id);
    await questions.leave(tab);
    expect(journal.size).toBe(0);
  });

  it('stays open when something else of its tab is recorded', async () => {
    const asking = await question();
    await questions.open(tab, asking);
    await questions.close(tab, (await question()).id);
    await questions.leave(tab);
    expect([...journal.keys()]).toEqual([asking.id]);
  });

  it('is an incident when its tab is closed, once', async () => {
    const { id } = await question();
    await questions.open(tab, await question({ id }));
    await questions.leave(tab);
    await questions.leave(tab);
    expect([...journal.values()].map((one) => [one.id, one.choice])).toEqual([[id, 'abandoned']]);
  });

  it('is an incident after the browser was killed, and not while only the worker was stopped', async () => {
    await questions.open(tab, await question());
    await start().recover();
    expect(journal.size, 'the same session of the browser').toBe(0);
    await browser.storage.session.clear();
    await start().recover();
    expect(journal.size).toBe(1);
    await start().recover();
    expect(journal.size).toBe(1);
  });

  it('keeps its id when it is asked again, so that the answer is the same incident', async () => {
    const first = await question();
    await questions.open(tab, first);
    await questions.open(tab, await question({ at: asked.at + 900, scanMs: 3 }));
    expect(await questions.idOf(tab, await question({ choice: 'edited', openedForMs: 900 }))).toBe(first.id);
    expect(journal.size).toBe(0);
  });

  it('is known again though the browser keeps its keys in alphabetical order', async () => {
    const first = await question();
    await questions.open(tab, first);
    const kept = await browser.storage.local.get(null);
    await browser.storage.local.set(JSON.parse(canonicalJson(kept)));
    expect(await questions.idOf(tab, await question())).toBe(first.id);
  });

  it('is an incident when another question takes its place', async () => {
    const first = await question();
    await questions.open(tab, first);
    await questions.open(tab, await question({ destination: 'personal' }));
    expect([...journal.keys()]).toEqual([first.id]);
  });

  it('of one tab does not answer for another', async () => {
    await questions.open(tab, await question());
    expect(await questions.idOf(tab + 1, await question())).toBeUndefined();
  });

  it('is not answered by what was recorded about something else', async () => {
    await questions.open(tab, await question());
    expect(await questions.idOf(tab, await question({ choice: 'not-asked', destination: 'external' }))).toBeUndefined();
  });
});
