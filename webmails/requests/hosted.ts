// What requests of webmails on hosts of known providers do: the hosts are those the webmails are told by. Sources: Proton's own code
// (WebClients); what others observed of Gmail, Outlook, Yahoo, Zoho, iCloud; GMX is inferred.
import type { Description } from '../description.ts';
import { gmail } from '../products/gmail.ts';
import { gmx } from '../products/gmx.ts';
import { icloud } from '../products/icloud.ts';
import { outlook } from '../products/outlook.ts';
import { yahoo } from '../products/yahoo.ts';
import { zoho } from '../products/zoho.ts';
import { jmap, type RequestRow } from './requests.ts';

const on = ({ id, hosts }: Description, kind: RequestRow['kind']): RequestRow => ({
  webmail: id,
  kind: (seen) => (hosts!.test(seen.host) ? kind(seen) : 'other'),
});

export const hostedRequests: readonly RequestRow[] = [
  jmap,
  on(gmail, (seen) => {
    if (/\/upload\b/.test(seen.path) || seen.query('view') === 'trup') return 'upload';
    const act = seen.field('act');
    if (act === 'sm' || seen.field('nvp_bu_send')) return 'send';
    if (act === 'sd') return 'draft';
    if (!/\/i\/s$/.test(seen.path)) return 'other';
    // A batch may hold a draft of another thread beside the message that is sent.
    const labelled = (label: string) =>
      seen.find((_, value) => Array.isArray(value) && value.includes(label) && value.every(isLabel));
    if (labelled('^pfg')) return 'send';
    return labelled('^r') ? 'draft' : 'other';
  }),
  on(outlook, (seen) => {
    const action = seen.query('action');
    if (/^Create(Attachment|ReferenceAttachment)FromLocalFile$/.test(action)) return 'upload';
    if (/\/(sendmail|messages\/[^/]+\/send)$/i.test(seen.path) || action === 'SendItem') return 'send';
    if (/graphql$/.test(seen.path)) {
      const operates = (word: RegExp) => seen.says(/^operationName$/, word);
      return operates(/send/i) ? 'send' : operates(/draft|message/i) ? 'draft' : 'other';
    }
    if (!/^(CreateItem|UpdateItem)$/.test(action)) return 'other';
    const disposes = (word: RegExp) =>
      seen.says(/^(MessageDisposition|SendMeetingInvitations|SendCalendarInvitationsOrCancellations)$/, word);
    if (disposes(/^Send(?!ToNone)/)) return 'send';
    return action === 'CreateItem' || disposes(/^SaveOnly$/) ? 'draft' : 'other';
  }),
  on(yahoo, (seen) => {
    const name = seen.query('name');
    if (/\/messages\/[^/]+\/send$/.test(seen.path) || /^messages\.saveAndSend/.test(name)) return 'send';
    if (/^messages\.save/.test(name)) return 'draft';
    return /attachment|upload/i.test(name + seen.path) ? 'upload' : 'other';
  }),
  {
    webmail: 'proton',
    isSealed: true,
    kind({ method, path }) {
      const [, rest] = /\/api\/mail\/v4\/(messages\/?.*|attachments)$/.exec(path) ?? [];
      if (rest === undefined) return 'other';
      if (rest === 'attachments') return method === 'POST' ? 'upload' : 'other';
      if (/^messages\/send\b/.test(rest)) return 'send';
      if (/^messages\/?$/.test(rest)) return method === 'POST' ? 'draft' : 'other';
      // An id is long; `read`, `label`, `delete` and their like are not.
      if (!/^messages\/[^/]{20,}$/.test(rest)) return 'other';
      return method === 'POST' ? 'send' : method === 'PUT' ? 'draft' : 'other';
    },
  },
  on(zoho, (seen) => {
    if (/\/send\.do$/.test(seen.path))
      return seen.field('sendImm') === 'true' || seen.field('schedule') ? 'send' : 'draft';
    return /upload|attach/i.test(seen.path) ? 'upload' : 'other';
  }),
  on(icloud, (seen) => {
    if (/\/draft\/send$/.test(seen.path)) return 'send';
    if (/\/savedraft$/i.test(seen.path)) return 'draft';
    if (/\/attachment\/upload$/i.test(seen.path)) return 'upload';
    if (!/\/wm\/message$/.test(seen.path)) return 'other';
    const calls = (word: RegExp) => seen.says(/^method$/, word);
    return calls(/^send/i) ? 'send' : calls(/draft|save/i) ? 'draft' : 'other';
  }),
  on(gmx, (seen) => {
    const says = (word: RegExp) => word.test(seen.path + seen.search);
    if (!says(/\/mail\/client\//) || !says(/compose|\/(send|draft|attachment)\b/i)) return 'other';
    if (seen.hasFile || says(/upload|attachment/i)) return 'upload';
    return says(/draft/i) ? 'draft' : says(/send/i) ? 'send' : 'other';
  }),
];

function isLabel(value: unknown): boolean {
  return typeof value === 'string' && value.startsWith('^');
}
