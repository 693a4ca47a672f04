// The content script: wires the guard to the desk and the background. Runs once in every document, before the page does.
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { createNotice } from '@/guard/notice.ts';
import type { PageState } from '@/guard/ports.ts';
import { startGuard } from '@/guard/start-guard.ts';
import { createDeskPorts } from '@/platform/desk-host.ts';
import { t } from '@/platform/i18n.ts';
import { send } from '@/platform/message-bus.ts';
import { native } from '@/platform/native.ts';
import { shadowRootOf } from '@/platform/shadow-root.ts';
import { webmails } from '@/webmails/index.ts';

/** Set in the extension's own world, where no page can: a second injection into the same document does nothing. */
const world = globalThis as { isGuarded?: true };

export default defineUnlistedScript({
  globalName: false,
  main() {
    if (world.isGuarded) return;
    world.isGuarded = true;

    let state: PageState = { webmail: 'none', composes: 0, health: 'well' };
    const { warm, ...desk } = createDeskPorts(document, {
      url: native().runtime.getURL('/desk.html'),
      announce: async (nonce) => (await send('desk/announce', { nonce })).ok,
      policyChanged: () => guard.judgeAgain(),
      state: () => state,
    });
    const guard = startGuard(
      window,
      webmails,
      {
        ...desk,
        t,
        shadowRootOf,
        notice: createNotice(document, t),
        state(next) {
          if (next.composes > 0 && state.composes === 0) warm();
          state = { ...next };
          void send('page/state', { state });
        },
      },
      // Never aborted: a script whose extension was updated under it keeps holding, and says so.
      new AbortController().signal,
    );
  },
});
