// Every webmail Gatehouse knows, the first that recognises the page wins. Generic is last: it takes what looks like a compose.
import { described } from './described.ts';
import { fastmail } from './fastmail.ts';
import { generic } from './generic.ts';
import { gmail } from './gmail.ts';
import { gmx } from './gmx.ts';
import { icloud } from './icloud.ts';
import { orGeneric } from './or-generic.ts';
import { outlook } from './outlook.ts';
import { proton } from './proton.ts';
import { roundcube } from './roundcube.ts';
import type { Webmail } from './webmail.ts';
import { yahoo } from './yahoo.ts';
import { zoho } from './zoho.ts';

const closed = [gmail, outlook, yahoo, proton, zoho, fastmail, icloud, gmx].map((one) => orGeneric(described(one)));

export const webmails: readonly Webmail[] = [...closed, roundcube, generic];
