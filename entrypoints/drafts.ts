// The content script's second part: everything about messages. Declared for the webmail hosts that are known, put into other pages by
// the background when one may be written there. It joins the first part, which is always there before it.
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { guardDrafts } from '@/guard/guard-drafts.ts';
import type { Guard } from '@/guard/start-guard.ts';
import { webmails } from '@/webmails/index.ts';

const world = globalThis as { gatehouse?: Guard };

export default defineUnlistedScript({
  globalName: false,
  main() {
    world.gatehouse?.join(guardDrafts(webmails));
  },
});
