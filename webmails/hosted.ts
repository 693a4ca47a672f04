// Webmails of providers, each on its own hosts: the hosts are those of platform/webmail-hosts.ts, where these are loaded and no others.
import { described } from './described.ts';
import type { Description } from './description.ts';
import { fastmail } from './fastmail.ts';
import { gmail } from './gmail.ts';
import { gmx } from './gmx.ts';
import { icloud } from './icloud.ts';
import { orGeneric } from './or-generic.ts';
import { outlook } from './outlook.ts';
import { proton } from './proton.ts';
import type { Webmail } from './webmail.ts';
import { yahoo } from './yahoo.ts';
import { zoho } from './zoho.ts';

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
