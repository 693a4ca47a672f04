// Webmails that stand on any host, told by the page itself.

import { described } from './described.ts';
import { orGeneric } from './or-generic.ts';
import { cypht } from './products/cypht.ts';
import { horde } from './products/horde.ts';
import { nextcloud } from './products/nextcloud.ts';
import { roundcube } from './products/roundcube.ts';
import { snappymail } from './products/snappymail.ts';
import { sogo } from './products/sogo.ts';
import { zimbra } from './products/zimbra.ts';
import type { Webmail } from './webmail.ts';

const byDescription = [sogo, snappymail, horde, zimbra, nextcloud, cypht].map(described);

export const selfHosted: readonly Webmail[] = [roundcube, ...byDescription].map(orGeneric);
