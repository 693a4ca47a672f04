// The popup, wired to the background.
import { createRoot } from 'react-dom/client';
import { browser } from 'wxt/browser';
import { Popup } from '@/components/popup/Popup.tsx';
import { t } from '@/platform/i18n.ts';
import { answerTo, send } from '@/platform/messages/bus.ts';
import { speakAsPolicySays } from '@/platform/policy-watch.ts';
import { maskReason } from '@/redaction/mask.ts';

async function thisPage() {
  const [tab] = await browser.tabs.query({ active: true, currentWindow: true });
  return tab?.id === undefined ? undefined : answerTo('page/get', { tab: tab.id });
}

await speakAsPolicySays();
document.documentElement.lang = t('language_tag');
createRoot(document.getElementById('root')!).render(
  <Popup
    t={t}
    registerUrl={browser.runtime.getURL('/register.html')}
    policyUrl={browser.runtime.getURL('/options.html')}
    extensionVersion={browser.runtime.getManifest().version}
    ports={{
      page: thisPage,
      policy: () => answerTo('policy/get', {}),
      delivery: () => answerTo('delivery/status', {}),
      deliverNow: () => answerTo('delivery/now', {}),
      mailed: (sequences) => answerTo('delivery/mailed', { sequences: [...sequences] }),
      told: (sequences) => answerTo('delivery/told', { sequences: [...sequences] }),
      installation: () => answerTo('health/get', {}),
      testDelivery: () => answerTo('delivery/test', {}),
      list: () => answerTo('register/list', {}),
      mask: maskReason,
      record: async (report) => (await send('report/record', { report })).ok,
      copy: (text) => navigator.clipboard.writeText(text),
    }}
  />,
);
