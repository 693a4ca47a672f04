// What requests of webmails that stand on any host do, told by path and body. Sources: the products' own code (Roundcube, SOGo, SnappyMail,
// Horde IMP, Zimbra zm-web-client, Nextcloud Mail, Cypht).
import { jmap, type RequestRow } from './requests.ts';

export const selfHostedRequests: readonly RequestRow[] = [
  jmap,
  {
    webmail: 'roundcube',
    kind(seen) {
      if (seen.field('_task') !== 'mail') return 'other';
      const action = seen.field('_action');
      if (action === 'upload') return 'upload';
      if (action === 'bounce') return seen.field('_to') ? 'send' : 'other';
      // A draft that moves to a window of its own.
      if (action === 'compose') return 'draft';
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
      const does = (action: RegExp) => action.test(seen.field('Action')) || seen.says(/^Action$/, action);
      return does(/^SendMessage$/) ? 'send' : does(/^SaveMessage$/) ? 'draft' : 'other';
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
