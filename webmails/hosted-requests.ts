// What requests of webmails on hosts of known providers do. Sources: Proton's own code (WebClients); what others observed of Gmail, Outlook,
// Yahoo, Zoho, iCloud; GMX is inferred.
import { jmap, type RequestRow } from './requests.ts';

const on =
  (host: RegExp, kind: RequestRow['kind']): RequestRow['kind'] =>
  (seen) =>
    host.test(seen.host) ? kind(seen) : 'other';

export const hostedRequests: readonly RequestRow[] = [
  jmap,
  {
    webmail: 'gmail',
    kind: on(/^mail\.google\.com$/, (seen) => {
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
  },
  {
    webmail: 'outlook',
    kind: on(/^outlook\.(office|office365|live)\.com$|^outlook\.cloud\.microsoft$|\.mcas\.ms$/, (seen) => {
      const action = seen.query('action');
      if (/^Create(Attachment|ReferenceAttachment)FromLocalFile$/.test(action)) return 'upload';
      if (/\/(sendmail|messages\/[^/]+\/send)$/i.test(seen.path) || action === 'SendItem') return 'send';
      if (/graphql$/.test(seen.path)) {
        const named = (name: string, value: unknown, word: RegExp) =>
          name === 'operationName' && typeof value === 'string' && word.test(value);
        if (seen.find((name, value) => named(name, value, /send/i))) return 'send';
        return seen.find((name, value) => named(name, value, /draft|message/i)) ? 'draft' : 'other';
      }
      if (!/^(CreateItem|UpdateItem)$/.test(action)) return 'other';
      const says = (word: RegExp) =>
        seen.find(
          (name, value) =>
            /^(MessageDisposition|SendMeetingInvitations|SendCalendarInvitationsOrCancellations)$/.test(name) &&
            typeof value === 'string' &&
            word.test(value),
        );
      if (says(/^Send(?!ToNone)/)) return 'send';
      return action === 'CreateItem' || says(/^SaveOnly$/) ? 'draft' : 'other';
    }),
  },
  {
    webmail: 'yahoo',
    kind: on(/(^|\.)mail\.(yahoo|aol)\.com$/, (seen) => {
      if (/\/messages\/[^/]+\/send$/.test(seen.path) || /^messages\.saveAndSend/.test(seen.query('name')))
        return 'send';
      if (/^messages\.save/.test(seen.query('name'))) return 'draft';
      if (/attachments?|upload/i.test(seen.query('name') + seen.path) && seen.method !== 'GET') return 'upload';
      return 'other';
    }),
  },
  {
    webmail: 'proton',
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
  {
    webmail: 'zoho',
    kind: on(/^mail\.zoho\./, (seen) => {
      if (/\/send\.do$/.test(seen.path))
        return seen.field('sendImm') === 'true' || seen.field('schedule') ? 'send' : 'draft';
      return /upload|attach/i.test(seen.path) ? 'upload' : 'other';
    }),
  },
  {
    webmail: 'icloud',
    kind: on(/(^|\.)icloud\.com$/, (seen) => {
      if (/\/draft\/send$/.test(seen.path)) return 'send';
      if (/\/savedraft$/i.test(seen.path)) return 'draft';
      if (!/\/wm\/message$/.test(seen.path)) return 'other';
      const calls = (word: RegExp) =>
        seen.find((name, value) => name === 'method' && typeof value === 'string' && word.test(value));
      return calls(/^send/i) ? 'send' : calls(/draft|save/i) ? 'draft' : 'other';
    }),
  },
  {
    webmail: 'gmx',
    kind: on(/^3c(-bap)?\.(gmx\.(net|com)|web\.de)$|(^|\.)mail\.com$/, (seen) => {
      if (!/\/mail\/client\//.test(seen.path) || !/compose/i.test(seen.path + seen.search)) return 'other';
      if (seen.hasFile || /upload/i.test(seen.path + seen.search)) return 'upload';
      if (/draft/i.test(seen.path + seen.search)) return 'draft';
      return /send/i.test(seen.path + seen.search) ? 'send' : 'other';
    }),
  },
];

function isLabel(value: unknown): boolean {
  return typeof value === 'string' && value.startsWith('^');
}
