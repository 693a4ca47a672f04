// Domain names as policy compares them: lower case, ASCII (punycode). Suffixes: https://publicsuffix.org/list/, the part of
// it that firms, their partners and their clients use; a suffix missing here only makes two firms look like one.

/** Second labels under which organisations register, by country. */
const secondLabels: Record<string, string> = {
  ac: 'com edu gov net org',
  ae: 'ac co gov net org sch',
  au: 'asn com edu gov id net org',
  br: 'com gov net org',
  cn: 'com edu gov net org',
  cy: 'com gov net org',
  gg: 'co net org',
  gi: 'com edu gov ltd org',
  hk: 'com edu gov net org',
  il: 'ac co gov net org',
  im: 'ac co com net org',
  in: 'ac co edu firm gov net org',
  je: 'co net org',
  jp: 'ac co go ne or',
  ke: 'ac co go or',
  kr: 'ac co go or',
  mt: 'com edu gov net org',
  mx: 'com edu gob net org',
  my: 'com edu gov net org',
  ng: 'com edu gov net org',
  nz: 'ac co geek govt health iwi net org school',
  pk: 'com edu gov net org',
  pl: 'com edu gov net org',
  sg: 'com edu gov net org',
  tr: 'com edu gov net org',
  tw: 'com edu gov net org',
  ua: 'com edu gov net org',
  uk: 'ac co gov ltd me net nhs org plc police sch',
  za: 'ac co gov law net org school web',
};

const twoLabelSuffixes = new Set(
  Object.entries(secondLabels).flatMap(([country, labels]) => labels.split(' ').map((label) => `${label}.${country}`)),
);

/** Labels joined by dots, the last not all digits; each 1 to 63 characters without a dash at either end. */
const domainForm =
  /^(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.){1,10}(?=[a-z0-9-]*[a-z])[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/;

/** The domain in lower-case ASCII without a dot at the end, or `undefined` when it is none. `Bücher.example.` → `xn--bcher-kva.example`. */
export function asciiDomain(written: string): string | undefined {
  const trimmed = written.trim().replace(/\.$/, '').toLowerCase();
  if (trimmed.length === 0 || trimmed.length > 253) return undefined;
  if (domainForm.test(trimmed)) return trimmed;
  if (/^[!-~]*$/.test(trimmed) || /[\s/\\@:?#%[\]<>]/.test(trimmed)) return undefined;
  try {
    const { hostname } = new URL(`http://${trimmed}/`);
    return domainForm.test(hostname) ? hostname : undefined;
  } catch {
    return undefined;
  }
}

/** Whether the name belongs to no single organisation: `com`, `co.uk`. Takes an ASCII domain. */
export function isPublicSuffix(domain: string): boolean {
  return !domain.includes('.') || twoLabelSuffixes.has(domain);
}

/** What an organisation registered: `mail.firm.co.uk` → `firm.co.uk`. Takes an ASCII domain. */
export function registrableDomain(domain: string): string {
  const labels = domain.split('.');
  const suffix = twoLabelSuffixes.has(labels.slice(-2).join('.')) ? 2 : 1;
  return labels.slice(-(suffix + 1)).join('.');
}

/** Whether `domain` is `parent` or below it. Both ASCII. */
export function isWithin(domain: string, parent: string): boolean {
  return domain === parent || domain.endsWith(`.${parent}`);
}
