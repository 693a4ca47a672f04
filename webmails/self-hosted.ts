// Webmails that stand on any host, told by the page itself.
import { roundcube } from './roundcube.ts';
import type { Webmail } from './webmail.ts';

export const selfHosted: readonly Webmail[] = [roundcube];
