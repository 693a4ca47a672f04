// The policy page, wired to the background and to a worker of the desk's kind. Nothing here changes which policy is in force.
import { createRoot } from 'react-dom/client';
import { browser } from 'wxt/browser';
import { PolicyPage } from '@/components/policy/PolicyPage.tsx';
import { t } from '@/platform/i18n.ts';
import { answerTo } from '@/platform/messages/bus.ts';
import { speakAsPolicySays, watchPolicy } from '@/platform/policy-watch.ts';
import { saveFile } from '@/platform/save-file.ts';
import { exampleInstall } from '@/rollout/install.ts';
import { createReader } from '../desk/reader.ts';

/** The draft belongs to this tab: it outlives a reload, and is gone with the tab. */
const draftKey = 'draft';
const reader = createReader(crypto.getRandomValues(new Uint32Array(1))[0]!);
const { id } = browser.runtime;
const { update_url } = browser.runtime.getManifest();
const isChromiumId = /^[a-p]{32}$/.test(id);

await speakAsPolicySays();
document.documentElement.lang = t('language_tag');
document.title = t('policy_title');
createRoot(document.getElementById('root')!).render(
  <PolicyPage
    t={t}
    ports={{
      policy: () => answerTo('policy/get', {}),
      watch(changed) {
        const over = new AbortController();
        watchPolicy(changed, over.signal);
        return () => over.abort();
      },
      recall: () => JSON.parse(sessionStorage.getItem(draftKey) ?? 'null') ?? undefined,
      keep: (draft) => sessionStorage.setItem(draftKey, JSON.stringify(draft)),
      assess: reader.assess,
      save: saveFile,
      install: {
        ...exampleInstall,
        ...(isChromiumId
          ? { chromiumId: id, ...(update_url ? { chromiumUpdates: update_url } : {}) }
          : { firefoxId: id }),
      },
    }}
  />,
);
