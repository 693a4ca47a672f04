// A provider's webmail that is told by its host must be loaded there: elsewhere its script does not come.
import { expect, it } from 'vitest';
import { webmailHosts } from '@/platform/webmail-hosts.ts';
import { fastmail } from '@/webmails/products/fastmail.ts';
import { gmail } from '@/webmails/products/gmail.ts';
import { gmx } from '@/webmails/products/gmx.ts';
import { icloud } from '@/webmails/products/icloud.ts';
import { outlook } from '@/webmails/products/outlook.ts';
import { proton } from '@/webmails/products/proton.ts';
import { yahoo } from '@/webmails/products/yahoo.ts';
import { zoho } from '@/webmails/products/zoho.ts';
import { requestIn } from '../webmails/all-requests.ts';

const hosted = [gmail, outlook, yahoo, proton, zoho, fastmail, icloud, gmx];

const isLoaded = (host: string) =>
  webmailHosts.some((pattern) => {
    const wanted = pattern.slice('*://'.length, -'/*'.length);
    return wanted.startsWith('*.') ? host === wanted.slice(2) || host.endsWith(wanted.slice(1)) : host === wanted;
  });

it.each([
  [gmail, ['mail.google.com']],
  [
    outlook,
    [
      'outlook.office.com',
      'outlook.live.com',
      'outlook.office365.com',
      'outlook.cloud.microsoft',
      'outlook.office.com.mcas.ms',
    ],
  ],
  [yahoo, ['mail.yahoo.com', 'uk.mail.yahoo.com', 'mail.aol.com']],
  [proton, ['mail.proton.me', 'mail.protonmail.com', 'beta.proton.me']],
  [zoho, ['mail.zoho.com', 'mail.zoho.eu', 'mail.zoho.com.au', 'mail.zohocloud.ca']],
  [fastmail, ['app.fastmail.com', 'www.fastmail.com', 'betaapp.fastmail.com']],
  [icloud, ['www.icloud.com', 'www.icloud.com.cn']],
  [gmx, ['navigator.gmx.net', '3c.gmx.net', '3c-bap.web.de', '3c.gmx.co.uk', 'navigator.mail.com']],
])('the webmail of $id is loaded where it is told', ({ hosts }, samples) => {
  for (const host of samples) {
    expect(hosts?.test(host), host).toBe(true);
    expect(isLoaded(host), host).toBe(true);
  }
});

/** What sends there, by webmail. */
const sending: Record<string, string> = {
  gmail: '/mail/u/0/h/x/?nvp_bu_send=1',
  outlook: '/owa/service.svc?action=SendItem',
  yahoo: '/ws/v3/batch?name=messages.saveAndSend',
  proton: '/api/mail/v4/messages/send/direct',
  zoho: '/zm/send.do?sendImm=true',
  fastmail: '/jmap/api/',
  icloud: '/mailws2/v1/draft/send',
  gmx: '/mail/client/send',
};

it.each(webmailHosts)('what sends on %s is known', (pattern) => {
  const named = pattern.slice('*://'.length, -'/*'.length);
  const all = ['', '3c-bap', 'outlook.office.com', 'app'].map((part) => named.replace('*', part).replace(/^\./, ''));
  const host = all.find((one) => hosted.some(({ hosts }) => hosts!.test(one)))!;
  const { id } = hosted.find(({ hosts }) => hosts!.test(host))!;
  const body = id === 'fastmail' ? undefined : '';
  expect(requestIn({ method: 'POST', url: `https://${host}${sending[id]}`, body })).toMatchObject({
    webmail: id,
    kind: 'send',
  });
});

it.each(['google.com', 'notmail.google.com', 'proton.me', 'example.test'])('%s is not', (host) => {
  expect(isLoaded(host)).toBe(false);
});
