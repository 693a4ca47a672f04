// The content script's second part: everything about messages. Put into a page by the background when one may be written there. It joins
// the first part, which is always there before it. On hosts of known providers hosted.ts stands in its place.
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { guardDrafts } from '@/guard/guard-drafts.ts';
import { joinGuard } from '@/platform/join-guard.ts';
import { generic } from '@/webmails/generic/generic.ts';
import { requestsOf } from '@/webmails/requests/requests.ts';
import { selfHostedRequests } from '@/webmails/requests/self-hosted.ts';
import { selfHosted } from '@/webmails/self-hosted.ts';

export default defineUnlistedScript({
  globalName: false,
  main: () => joinGuard(guardDrafts([...selfHosted, generic], requestsOf(selfHostedRequests))),
});
