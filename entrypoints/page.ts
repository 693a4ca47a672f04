// The page's own world: hooks only. See guard/page-world/.
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { askBeforeSubmit } from '@/guard/page-world/ask-before-submit.ts';
import { askForFiles } from '@/guard/page-world/ask-for-files.ts';
import { giveFilesInPage } from '@/guard/page-world/give-files.ts';
import { pressLinks } from '@/guard/page-world/press-link.ts';

export default defineUnlistedScript({
  globalName: false,
  main() {
    giveFilesInPage(window);
    askBeforeSubmit(window);
    askForFiles(window);
    pressLinks(window);
  },
});
