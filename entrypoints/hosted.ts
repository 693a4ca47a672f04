// The content script's second part on the hosts of known providers, declared in the manifest: as drafts.ts, with their webmails.
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { guardDrafts } from '@/guard/guard-drafts.ts';
import { joinGuard } from '@/platform/join-guard.ts';
import { generic } from '@/webmails/generic/generic.ts';
import { hosted } from '@/webmails/hosted.ts';
import { hostedRequests } from '@/webmails/requests/hosted.ts';
import { requestsOf } from '@/webmails/requests/requests.ts';

export default defineUnlistedScript({
  globalName: false,
  main: () => joinGuard(guardDrafts([...hosted, generic], requestsOf(hostedRequests))),
});
