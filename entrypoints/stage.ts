// Put into a tab's top document when a desk below it has something to show there.
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { hostStages } from '@/platform/desk/stage-host.ts';

export default defineUnlistedScript({ globalName: false, main: () => hostStages(document) });
