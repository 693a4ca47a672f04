// Webmail where nobody has any but a private account: who works there for a firm signs in elsewhere. Collected November 2026 from the
// providers' own pages: https://support.microsoft.com (sign in to Outlook on the web: work and school accounts at outlook.office.com),
// https://www.apple.com/legal/internet-services/icloud/, https://legal.yahoo.com, https://www.gmx.net/agb, https://agb-server.web.de,
// https://www.mail.com/company/terms. Not here, as firms have accounts at the same address: Gmail, Proton, Fastmail, Zoho.
import { asciiDomain, isWithin, registrableDomain } from './domain.ts';
import type { Policy } from './schema.ts';

/** Where the mail is read, and the domains of the addresses it is read for: whole, or without the ending where there are many. */
const providers = [
  ['outlook.live.com', 'outlook hotmail live msn passport.com'],
  ['icloud.com icloud.com.cn', 'icloud me.com mac.com'],
  ['mail.yahoo.com', 'yahoo ymail rocketmail.com'],
  ['mail.aol.com', 'aol aim.com'],
  ['mail.com', 'mail.com email.com usa.com europe.com post.com consultant.com'],
  ['web.de', 'web.de'],
  ['gmx.net gmx.de gmx.at gmx.ch gmx.com gmx.co.uk gmx.fr gmx.es', 'gmx'],
].map((line) => line.map((all) => all.split(' '))) as [hosts: string[], domains: string[]][];

/** A provider that the firm's policy takes for none, as it works there itself, is none here either: whichever of its domains it names. */
export function isPersonalWebmail(host: string, { personalProviders }: Pick<Policy, 'personalProviders'>): boolean {
  const domain = asciiDomain(host.replace(/:\d+$/, ''));
  const provider = domain && providers.find(([hosts]) => hosts.some((one) => isWithin(domain, one)));
  if (!provider) return false;
  const [, domains] = provider;
  return !personalProviders.remove.some(
    (one) => isWithin(domain, one) || domains.some((of) => `${registrableDomain(one)}.`.startsWith(`${of}.`)),
  );
}
