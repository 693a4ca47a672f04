// Every webmail Gatehouse knows, the first that recognises the page wins. Generic is last: it takes what looks like a compose.
import { generic } from './generic.ts';
import { roundcube } from './roundcube.ts';
import type { Webmail } from './webmail.ts';

export const webmails: readonly Webmail[] = [roundcube, generic];
