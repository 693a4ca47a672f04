// Webmails that stand on any host, told by the page itself.
import { cypht } from './cypht.ts';
import { described } from './described.ts';
import { horde } from './horde.ts';
import { nextcloud } from './nextcloud.ts';
import { orGeneric } from './or-generic.ts';
import { roundcube } from './roundcube.ts';
import { snappymail } from './snappymail.ts';
import { sogo } from './sogo.ts';
import type { Webmail } from './webmail.ts';
import { zimbra } from './zimbra.ts';

const byDescription = [sogo, snappymail, horde, zimbra, nextcloud, cypht].map(described);

export const selfHosted: readonly Webmail[] = [roundcube, ...byDescription].map(orGeneric);
