// Webmail where nobody has any but a private account: who works there for a firm signs in elsewhere. Collected November 2026 from the
// providers' own pages: https://support.microsoft.com (sign in to Outlook on the web: work and school accounts at outlook.office.com),
// https://www.apple.com/legal/internet-services/icloud/, https://legal.yahoo.com, https://www.gmx.net/agb, https://agb-server.web.de,
// https://www.mail.com/company/terms. Not here, as firms have accounts at the same address: Gmail, Proton, Fastmail, Zoho.
import { asciiDomain, isWithin } from './domain.ts';
import type { Policy } from './schema.ts';

const hosts = [
  'outlook.live.com icloud.com icloud.com.cn mail.yahoo.com mail.aol.com mail.com web.de',
  'gmx.net gmx.de gmx.at gmx.ch gmx.com gmx.co.uk gmx.fr gmx.es',
].flatMap((line) => line.split(' '));

/** A provider that the firm's policy takes for none, as it works there itself, is none here either. */
export function isPersonalWebmail(host: string, { personalProviders }: Pick<Policy, 'personalProviders'>): boolean {
  const domain = asciiDomain(host.replace(/:\d+$/, ''));
  if (!domain || personalProviders.remove.some((one) => isWithin(domain, one))) return false;
  return hosts.some((one) => isWithin(domain, one));
}
