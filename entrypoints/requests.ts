// The page's own world where a message may be written: requests are shown to the guard before they leave. See guard/page-world/.
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { askBeforeRequests } from '@/guard/page-world/ask-before-requests.ts';

export default defineUnlistedScript({
  globalName: false,
  main() {
    askBeforeRequests(window);
  },
});
