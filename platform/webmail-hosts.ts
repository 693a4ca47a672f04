// Where webmail is known to be: there the part of the guard that knows messages is loaded with the page. Any other webmail is told
// by the page itself. Hosts as documented by the providers, each with its frames.
// Syntax: https://developer.chrome.com/docs/extensions/develop/concepts/match-patterns
export const webmailHosts = [
  'mail.google.com',
  'outlook.office.com',
  'outlook.office365.com',
  'outlook.live.com',
  'outlook.cloud.microsoft',
  'mail.yahoo.com',
  'mail.aol.com',
  'mail.proton.me',
  'mail.zoho.com',
  'mail.zoho.eu',
  'mail.zoho.in',
  'mail.zoho.com.au',
  'mail.zoho.jp',
  'app.fastmail.com',
  'www.fastmail.com',
  'betaapp.fastmail.com',
  '*.icloud.com',
  'navigator.gmx.net',
  '3c.gmx.net',
  '3c-bap.gmx.net',
  'navigator.web.de',
  '3c.web.de',
  '3c-bap.web.de',
  '*.mail.com',
].map((host) => `*://${host}/*`);
