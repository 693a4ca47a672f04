// The register page, wired to the background and to what was imported here.
import { createRoot } from 'react-dom/client';
import { v7 as uuidv7 } from 'uuid';
import { browser } from 'wxt/browser';
import { Register } from '@/components/register/Register.tsx';
import { t } from '@/platform/i18n.ts';
import { readJournal } from '@/platform/journal/health.ts';
import { openImported } from '@/platform/journal/imported.ts';
import { createKeys } from '@/platform/keys.ts';
import { answerTo, send } from '@/platform/messages/bus.ts';
import { speakAsPolicySays } from '@/platform/policy-watch.ts';
import { readSettings, saveSettings } from '@/platform/reader-settings.ts';
import { saveFile } from '@/platform/save-file.ts';
import { maskReason } from '@/redaction/mask.ts';
import { keysOfText } from '@/scan/people/person-keys.ts';

const imported = openImported();
const journal = readJournal(createKeys().signer);

await speakAsPolicySays();
document.documentElement.lang = t('language_tag');
document.title = t('register_title');
createRoot(document.getElementById('root')!).render(
  <Register
    t={t}
    ports={{
      latest: (most) =>
        Promise.all([journal.latest(most), imported.latest(most)]).then(
          ([own, others]) => [...others, ...own],
          () => undefined,
        ),
      list: () =>
        journal.list().then(
          (entries) => ({ entries }),
          () => undefined,
        ),
      health: () => journal.health().catch(() => undefined),
      imported: (read) => imported.list(read).catch(() => undefined),
      keep: (envelopes) => imported.keep(envelopes).catch(() => undefined),
      policy: () => answerTo('policy/get', {}),
      delivery: () => answerTo('delivery/status', {}),
      deliverNow: () => answerTo('delivery/now', {}),
      mailed: (sequences) => answerTo('delivery/mailed', { sequences: [...sequences] }),
      told: (sequences) => answerTo('delivery/told', { sequences: [...sequences] }),
      installation: () => answerTo('health/get', {}),
      testDelivery: () => answerTo('delivery/test', {}),
      mask: maskReason,
      askFor: async (text) => {
        const seed = await answerTo('people/seed', {});
        if (!seed) return 'failed';
        const people = keysOfText(text, seed.seed);
        if (people.length !== 1) return people.length === 0 ? 'nobody' : 'several';
        return (await answerTo('people/prints', { hashes: people[0]! })) ?? 'failed';
      },
      erase: (rows) => answerTo('register/erase', { ids: [...rows] }),
      record: async (report) => (await send('report/record', { report })).ok,
      work: async (about, change, by) => ((await send('work/record', { about, change, by })).ok ? 'stored' : 'failed'),
      acknowledge: async () => (await send('guidance/acknowledge', {})).ok,
      settings: readSettings,
      saveSettings,
      newId: uuidv7,
      copy: (text) => navigator.clipboard.writeText(text),
      extensionVersion: browser.runtime.getManifest().version,
      now: Date.now,
      save: async (file) => {
        saveFile(file);
        return true;
      },
      print: () => window.print(),
    }}
  />,
);
