// Every webmail Gatehouse knows, the first that recognises the page wins. Generic is last: it takes what looks like a compose.
import { generic } from './generic/generic.ts';
import { hosted } from './hosted.ts';
import { selfHosted } from './self-hosted.ts';
import type { Webmail } from './webmail.ts';

export const webmails: readonly Webmail[] = [...hosted, ...selfHosted, generic];
