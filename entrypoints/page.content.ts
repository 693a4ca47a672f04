// The page's own world: hooks only. See guard/page-world/.
import { defineContentScript } from 'wxt/utils/define-content-script';
import { askBeforeSubmit } from '@/guard/page-world/ask-before-submit.ts';
import { giveFilesInPage } from '@/guard/page-world/give-files.ts';

export default defineContentScript({
  matches: ['<all_urls>'],
  allFrames: true,
  matchOriginAsFallback: true,
  runAt: 'document_start',
  world: 'MAIN',
  main() {
    giveFilesInPage(window);
    askBeforeSubmit(window);
  },
});
