// The register page, wired to the background and to what was imported here.
import { createRoot } from 'react-dom/client';
import { browser } from 'wxt/browser';
import { Register } from '@/components/register/Register.tsx';
import { t } from '@/platform/i18n.ts';
import { openImported } from '@/platform/imported.ts';
import { answerTo, send } from '@/platform/message-bus.ts';
import { speakAsPolicySays } from '@/platform/policy-watch.ts';
import { maskReason } from '@/redaction/mask.ts';

const imported = openImported();

function save({ name, type, text }: { name: string; type: string; text: string }): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([text], { type }));
  link.download = name;
  link.click();
  URL.revokeObjectURL(link.href);
}

await speakAsPolicySays();
document.documentElement.lang = t('language_tag');
document.title = t('register_title');
createRoot(document.getElementById('root')!).render(
  <Register
    t={t}
    ports={{
      list: () => answerTo('register/list', {}),
      imported: () => imported.list().catch(() => undefined),
      keep: (envelopes) =>
        imported.keep(envelopes).then(
          () => true,
          () => false,
        ),
      policy: () => answerTo('policy/get', {}),
      delivery: () => answerTo('delivery/status', {}),
      deliverNow: () => answerTo('delivery/now', {}),
      testDelivery: () => answerTo('delivery/test', {}),
      mask: maskReason,
      record: async (report) => (await send('report/record', { report })).ok,
      copy: (text) => navigator.clipboard.writeText(text),
      extensionVersion: browser.runtime.getManifest().version,
      now: Date.now,
      save,
      print: () => window.print(),
    }}
  />,
);
