// What a request of a page does: sends a message, saves a draft, uploads a file, or something else. Told by method, address and body, so
// that it holds in the page, for its workers, and on the network. Self-hosted products are told by path and body on any host.
// Sources: the products' own code where it is open (Proton WebClients, Roundcube, SOGo, SnappyMail, Horde IMP, Zimbra zm-web-client,
// Nextcloud Mail, Cypht, RFC 8621 for JMAP); what others observed of Gmail, Outlook, Yahoo, Zoho, iCloud; GMX is inferred.
import { fieldsIn, jsonIn, type RequestBody, walk } from './request-body.ts';

export type RequestKind = 'send' | 'draft' | 'upload' | 'other';

export interface PageRequest {
  method: string;
  url: string;
  body?: RequestBody | undefined;
  /** A control that says it saves made it. */
  saysItSaves?: true;
}

interface Seen {
  method: string;
  host: string;
  path: string;
  query(name: string): string;
  /** The query as it stands, decoded where it can be. */
  search: string;
  /** A field of the form, or a parameter of the address. */
  field(name: string): string;
  hasFile: boolean;
  text: string;
  /** Every key and value of a JSON body. */
  find(is: (name: string, value: unknown) => boolean): boolean;
}

interface Row {
  webmail: string;
  kind(seen: Seen): RequestKind;
}

const on = (host: RegExp, kind: Row['kind']) => (seen: Seen) => (host.test(seen.host) ? kind(seen) : 'other');

const rows: Row[] = [
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
    webmail: 'fastmail',
    kind(seen) {
      if (/\/jmap\/upload\//.test(seen.path)) return 'upload';
      if (!/\/jmap\/api\/?$/.test(seen.path)) return 'other';
      const calls = (method: string) =>
        seen.find(
          (_, value) =>
            Array.isArray(value) &&
            value[0] === method &&
            typeof value[1] === 'object' &&
            value[1] !== null &&
            'create' in value[1],
        );
      if (calls('EmailSubmission/set')) return 'send';
      return calls('Email/set') ? 'draft' : 'other';
    },
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
  {
    webmail: 'roundcube',
    kind(seen) {
      if (seen.field('_task') !== 'mail') return 'other';
      const action = seen.field('_action');
      if (action === 'upload') return 'upload';
      if (action === 'bounce') return seen.field('_to') ? 'send' : 'other';
      if (action !== 'send') return 'other';
      return seen.field('_draft') === '1' ? 'draft' : 'send';
    },
  },
  {
    webmail: 'sogo',
    kind({ path, hasFile }) {
      const [, what] = /\/Mail\/[^/]+\/[^?]*\/(send|save)$/.exec(path) ?? [];
      if (what === 'send') return 'send';
      return what === 'save' ? (hasFile ? 'upload' : 'draft') : 'other';
    },
  },
  {
    webmail: 'snappymail',
    kind(seen) {
      if (/^\?\/Upload\b/.test(seen.search)) return 'upload';
      if (!/^\?\/(Json|Ajax)\b/.test(seen.search)) return 'other';
      const does = (action: string) =>
        seen.field('Action') === action || seen.find((name, value) => name === 'Action' && value === action);
      return does('SendMessage') ? 'send' : does('SaveMessage') ? 'draft' : 'other';
    },
  },
  {
    webmail: 'horde',
    kind(seen) {
      const [, action] = /\/ajax\.php\/imp\/([A-Za-z]+)$/.exec(seen.path) ?? [];
      const said = action ?? (/\/imp\//.test(seen.path) ? seen.field('actionID') : '');
      if (/^(sendMessage|smartmobileSend|redirectMessage|send_message|redirect_send)$/.test(said)) return 'send';
      if (/^(saveDraft|autoSaveDraft|saveTemplate|save_draft|auto_save_draft)$/.test(said)) return 'draft';
      return /^(addAttachment|add_attachment)$/.test(said) ? 'upload' : 'other';
    },
  },
  {
    webmail: 'zimbra',
    kind(seen) {
      if (/\/service\/upload$/.test(seen.path)) return 'upload';
      if (!/\/service\/soap\b/.test(seen.path)) return 'other';
      const asks = (name: string) =>
        seen.path.endsWith(`/${name}`) || seen.text.includes(`<${name}`) || seen.find((key) => key === name);
      if (asks('SendMsgRequest') || asks('BounceMsgRequest')) return 'send';
      if (!asks('SaveDraftRequest')) return 'other';
      // Send later: the server sends the draft by itself.
      return seen.find((key, value) => key === 'autoSendTime' && Boolean(value)) ? 'send' : 'draft';
    },
  },
  {
    webmail: 'nextcloud',
    kind({ method, path }) {
      const [, rest] = /\/apps\/mail\/api\/(outbox\b.*|drafts\b.*|attachments)$/.exec(path) ?? [];
      if (rest === undefined || (method !== 'POST' && method !== 'PUT')) return 'other';
      if (rest === 'attachments') return 'upload';
      // What lies in the outbox goes by itself when its time comes.
      return rest.startsWith('outbox') ? 'send' : 'draft';
    },
  },
  {
    webmail: 'cypht',
    kind(seen) {
      const hook = seen.field('hm_ajax_hook');
      if (hook === 'ajax_upload_chunk') return 'upload';
      if (hook === 'ajax_smtp_save_draft') return seen.field('schedule') ? 'send' : 'draft';
      return seen.query('page') === 'compose' && seen.field('smtp_send') ? 'send' : 'other';
    },
  },
];

const strength: RequestKind[] = ['other', 'draft', 'upload', 'send'];

/** What a request does, and in which product: the one that is known to be there, or any whose address and body it fits. */
export function requestIn(request: PageRequest, webmail?: string): { webmail: string; kind: RequestKind } {
  const none = { webmail: webmail ?? 'none', kind: 'other' as RequestKind };
  if (!URL.canParse(request.url) || /^(GET|HEAD|OPTIONS)$/i.test(request.method)) return none;
  const seen = read(request);
  let found = none;
  for (const row of rows) {
    const kind = row.kind(seen);
    if (strength.indexOf(kind) > strength.indexOf(found.kind) || (kind === found.kind && row.webmail === webmail))
      found = { webmail: row.webmail, kind };
  }
  return found;
}

function read({ method, url, body }: PageRequest): Seen {
  const address = new URL(url);
  const fields = fieldsIn(body);
  const text = typeof body === 'string' ? body : '';
  const named = new Map<string, string>();
  // Of fields that share a name, PHP keeps the last.
  for (const [name, value] of fields ?? []) if (value !== undefined) named.set(name, value);
  let json: unknown;
  const jsonBody = () => {
    json ??= fields ? fields.flatMap(([, value]) => (value && jsonIn(value)) ?? []) : (jsonIn(text) ?? null);
    return json;
  };
  const query = (name: string) => address.searchParams.get(name) ?? '';
  return {
    method: method.toUpperCase(),
    host: address.hostname,
    path: address.pathname,
    query,
    search: decoded(address.search),
    field: (name) => named.get(name) ?? query(name),
    hasFile: fields?.some(([, value]) => value === undefined) ?? false,
    text,
    find(is) {
      let isFound = false;
      walk(jsonBody(), (name, value) => {
        isFound ||= is(name, value);
      });
      return isFound;
    },
  };
}

function isLabel(value: unknown): boolean {
  return typeof value === 'string' && value.startsWith('^');
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
