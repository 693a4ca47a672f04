// Webmails of providers, each on its own hosts: the hosts are those of platform/webmail-hosts.ts, where these are loaded and no others.
import { described } from './described.ts';
import type { Description } from './description.ts';
import { orGeneric } from './or-generic.ts';
import { fastmail } from './products/fastmail.ts';
import { gmail } from './products/gmail.ts';
import { gmx } from './products/gmx.ts';
import { icloud } from './products/icloud.ts';
import { outlook } from './products/outlook.ts';
import { proton } from './products/proton.ts';
import { yahoo } from './products/yahoo.ts';
import { zoho } from './products/zoho.ts';
import type { Webmail } from './webmail.ts';

const onItsHosts = (description: Description): Webmail => ({
  ...described(description),
  isHosted: true,
  recognises: (document) => description.hosts!.test(hostOf(document)),
});

/** A window that the page opened without an address has its opener's. */
function hostOf({ location, baseURI }: Document): string {
  return location?.host || (URL.parse(baseURI)?.host ?? '');
}

export const hosted: readonly Webmail[] = [gmail, outlook, yahoo, proton, zoho, fastmail, icloud, gmx].map((one) =>
  orGeneric(onItsHosts(one)),
);
