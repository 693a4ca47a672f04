// The content script's first part: wires the guard to the desk and the background. Runs once in every document, before the page does.
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { createNotice } from '@/guard/notice.ts';
import { type Guard, startGuard } from '@/guard/start-guard.ts';
import { createDeskPorts } from '@/platform/desk/host.ts';
import { outermostDocument } from '@/platform/desk/stage-document.ts';
import { createClear } from '@/platform/gate/clear-request.ts';
import { keep, speak, t } from '@/platform/i18n.ts';
import { send } from '@/platform/messages/bus.ts';
import { native } from '@/platform/native.ts';
import { shadowRootOf } from '@/platform/shadow-root.ts';

/** The second part finds the first here, and a second injection does nothing. */
const world = globalThis as { gatehouse?: Guard };

export default defineUnlistedScript({
  globalName: false,
  main() {
    if (world.gatehouse) return;

    requestIdleCallback(() => keep(['notice_orphaned', 'notice_arrival_orphaned', 'notice_close', 'marker_unchecked']));
    let hadComposes = false;
    const { warm, ...desk } = createDeskPorts(document, {
      url: native().runtime.getURL('/desk.html'),
      announce: (nonce) => send('desk/announce', { nonce }),
      policyChanged: () => guard.judgeAgain(),
      speak,
      state: () => guard.state(),
    });
    const guard = startGuard(
      window,
      {
        ...desk,
        t,
        shadowRootOf,
        notice: createNotice(outermostDocument(document), t),
        clear: createClear(),
        loadDrafts: async () => (await send('drafts/load', {})).ok,
        state(state) {
          if (state.composes > 0 && !hadComposes) warm();
          hadComposes = state.composes > 0;
          void send('page/state', { state });
        },
      },
      // Never aborted: a script whose extension was updated under it keeps holding, and says so.
      new AbortController().signal,
    );
    world.gatehouse = guard;
  },
});
