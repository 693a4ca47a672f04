// The question a dialog is asking now, one a tab, kept on disk until it is answered. A browser that is killed, or a tab that is
// closed, while a person is being asked leaves an incident all the same: docs/adr/0006-a-question-is-recorded-too.md
import { browser } from 'wxt/browser';
import type { Incident } from '../incidents/incident.ts';
import { canonicalJson } from '../policy/canonical.ts';
import { inTurn } from './in-turn.ts';

export interface OpenQuestions {
  /** A dialog opens. The same question again keeps its id; another one means that the earlier was left. */
  open(tab: number, incident: Incident): Promise<void>;
  /** The id under which this answer is recorded, so that question and answer are one incident; none where it answers no question. */
  idOf(tab: number, answered: Question): Promise<string | undefined>;
  /** What has this id is in the journal: the tab's question too, where that is its id. */
  close(tab: number, id: string): Promise<void>;
  /** The tab is gone: what it was asking becomes an incident. */
  leave(tab: number): Promise<void>;
  /** At start: what an earlier session of the browser was asking becomes an incident. */
  recover(): Promise<void>;
}

/** What tells one question from another. */
type Question = Pick<Incident, 'trigger' | 'people' | 'kinds' | 'destination' | 'recipients' | 'files' | 'verdict'>;

interface Open {
  /** Names the browser's session: another one means that the dialog is gone. */
  session: string;
  incident: Incident;
}

const prefix = 'question/';
const keyOf = (tab: number) => `${prefix}${tab}`;
const sessionKey = 'session';

/** `append` puts an incident into the journal; it must be idempotent by id. */
export function createOpenQuestions(append: (incident: Incident) => Promise<unknown>): OpenQuestions {
  const turn = inTurn();

  const read = async (tab: number): Promise<Open | undefined> => {
    const key = keyOf(tab);
    return (await browser.storage.local.get(key))[key] as Open | undefined;
  };
  const give = async (key: string, { incident }: Open) => {
    await append(incident);
    await browser.storage.local.remove(key);
  };

  return {
    open: (tab, incident) =>
      turn(async () => {
        const before = await read(tab);
        if (before && isSameQuestion(before.incident, incident)) return;
        if (before) await give(keyOf(tab), before);
        const open: Open = { session: await currentSession(), incident };
        await browser.storage.local.set({ [keyOf(tab)]: open });
      }),
    idOf: (tab, answered) =>
      turn(async () => {
        const asked = (await read(tab))?.incident;
        return asked && isSameQuestion(asked, answered) ? asked.id : undefined;
      }),
    close: (tab, id) =>
      turn(async () => {
        if ((await read(tab))?.incident.id === id) await browser.storage.local.remove(keyOf(tab));
      }),
    leave: (tab) =>
      turn(async () => {
        const open = await read(tab);
        if (open) await give(keyOf(tab), open);
      }),
    recover: () =>
      turn(async () => {
        const session = await currentSession();
        for (const [key, value] of Object.entries(await browser.storage.local.get(null))) {
          if (!key.startsWith(prefix)) continue;
          const open = value as Open;
          if (open.session !== session) await give(key, open);
        }
      }),
  };
}

/** Session storage lives as long as the browser runs, however often the worker is stopped. */
async function currentSession(): Promise<string> {
  const known = (await browser.storage.session.get(sessionKey))[sessionKey] as string | undefined;
  if (known) return known;
  const fresh = crypto.randomUUID();
  await browser.storage.session.set({ [sessionKey]: fresh });
  return fresh;
}

/** By canonical JSON: Chromium's storage gives an object back with its keys in another order. */
function isSameQuestion(one: Question, other: Question): boolean {
  return canonicalJson(asked(one)) === canonicalJson(asked(other));
}

function asked({ trigger, people, kinds, destination, recipients, files, verdict }: Question): Question {
  return { trigger, people, kinds, destination, recipients, files, verdict };
}
