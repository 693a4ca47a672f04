// The webmails that cannot be run here: where their structure pages stand, how a person uses them, and what a request that sends looks like.
// Those of providers are told by their addresses; those anybody can put anywhere, by their pages.
import type { ComposePart } from '@/webmails/webmail.ts';

export interface StructurePage {
  id: string;
  /** File under tests/fixtures/pages. */
  page: string;
  /** The address of the document with the compose window. */
  address: string;
  /** The address a person opens, where the compose window is in a frame of it. */
  top?: string;
  account: string;
  /** Where a person types: inputs of the fields, subject and body. */
  to: string;
  cc: string;
  bcc: string;
  subject: string;
  body: string;
  /** The frame the body is in, and, where set, the fields too. */
  frame?: string;
  hasFieldsInFrame?: true;
  open: string;
  forward: string;
  /** The body where it is written in plain text, if another. */
  plainBody?: string;
  send: string;
  opener?: string;
  menuItem?: string;
  keys: string[];
  /** A second Send control, which replies have. */
  archive?: string;
  /** What opens the choice of a file, where no input for it is in the page. */
  attach?: string;
  /** Where it stands does not matter. */
  isSelfHosted?: true;
  /** How several compose windows in one page are told apart. Default: each is one. `one`: there is never another. `merged`: they are judged together. */
  several?: 'one' | 'merged';
  /** Cc and Bcc cannot be told from To: all count as To. */
  hasOneField?: true;
  /** What is not described anywhere, and read by its shape. */
  missing: ComposePart[];
  isSend(url: string, body: string): boolean;
}

export const structurePages: StructurePage[] = [
  {
    id: 'gmail',
    page: 'gmail.html',
    address: 'https://mail.google.com/mail/u/0/',
    account: 'alice@corp.test',
    to: 'div[name="to"] input',
    cc: 'div[name="cc"] input',
    bcc: 'div[name="bcc"] input',
    subject: 'input[name="subjectbox"]',
    body: '[g_editable="true"]',
    open: '#practice-compose',
    forward: '#practice-forward',
    send: '.aoO',
    opener: '.hG',
    menuItem: '[selector="scheduledSend"]',
    keys: ['Control+Enter'],
    missing: [],
    archive: '.Uo',
    // Drafts go the same way; `^pfg` among the labels is what sends.
    isSend: (url, body) => url.includes('/i/s') && body.includes('"^pfg'),
  },
  {
    id: 'outlook',
    page: 'outlook.html',
    address: 'https://outlook.office.com/mail/',
    account: 'alice@corp.test',
    to: '[id$="_TO"] [contenteditable="true"]',
    cc: '[id$="_CC"] [contenteditable="true"]',
    bcc: '[id$="_BCC"] [contenteditable="true"]',
    subject: 'input[id$="_SUBJECT"]',
    body: '[id^="editorParent_"] [contenteditable]',
    open: '.practice-compose',
    forward: '#practice-forward',
    send: '.dMm6A [id$="__primaryActionButton"]',
    opener: '[id$="__menuButton"]',
    menuItem: '[role="menuitem"]',
    keys: ['Control+Enter', 'Alt+s'],
    missing: [],
    isSend: (url, body) => url.includes('action=CreateItem') && body.includes('"SendAndSaveCopy"'),
  },
  {
    id: 'yahoo',
    page: 'yahoo.html',
    address: 'https://mail.yahoo.com/d/folders/1',
    account: 'alice.adams@yahoo.example',
    to: '[data-test-id="compose-header-field-to"] input',
    cc: '[data-test-id="compose-header-field-cc"] input',
    bcc: '[data-test-id="compose-header-field-bcc"] input',
    subject: '[data-test-id="compose-subject"]',
    body: '[data-test-id="rte"]',
    open: '[data-test-id="compose-button"]',
    forward: '[data-test-id="forward"]',
    send: '[data-test-id="compose-send-button"]',
    opener: '.practice-more',
    menuItem: '[role="menuitem"]',
    keys: ['Control+Enter'],
    missing: [],
    isSend: (url) => url.includes('name=messages.saveAndSend'),
  },
  {
    id: 'proton',
    page: 'proton.html',
    address: 'https://mail.proton.me/u/0/inbox',
    account: 'alice.adams@proton.example',
    to: '[data-testid="composer:to"]',
    cc: '[data-testid="composer:to-cc"]',
    bcc: '[data-testid="composer:to-bcc"]',
    subject: '[data-testid="composer:subject"]',
    body: '#rooster-editor',
    frame: '[data-testid="rooster-iframe"]',
    open: '[data-testid="sidebar:compose"]',
    forward: '#practice-forward',
    send: '[data-testid="composer:send-button"]',
    opener: '[data-testid="composer:scheduled-send:open-dropdown"]',
    menuItem: '[data-testid="composer:schedule-send:tomorrow"]',
    keys: ['Control+Enter'],
    missing: [],
    isSend: (url) => /messages\/[\w=-]{20,}\?Source=composer/.test(url),
  },
  {
    id: 'zoho',
    page: 'zoho.html',
    address: 'https://mail.zoho.com/zm/',
    account: 'alice@corp.test',
    to: '[name="toAddress"]',
    cc: '[name="ccAddress"]',
    bcc: '[name="bccAddress"]',
    subject: '[name="Subject"]',
    body: '.ze_area',
    frame: '.ze_fr',
    open: '.practice-compose',
    forward: '#practice-forward',
    send: '[data-action="Send"]',
    opener: '.practice-more',
    menuItem: '[role="menuitem"]',
    keys: ['Control+Enter'],
    missing: [],
    isSend: (url, body) => url.endsWith('/zm/send.do') && body.includes('sendImm=true'),
  },
  {
    id: 'fastmail',
    page: 'fastmail.html',
    address: 'https://app.fastmail.com/mail/Inbox/',
    account: 'alice@corp.test',
    to: '.practice-to textarea',
    cc: '.practice-cc textarea',
    bcc: '.practice-bcc textarea',
    subject: '[id$="-subject-input"]',
    body: '.v-RichText-input',
    open: '.s-new-message',
    forward: '#practice-forward',
    send: '.s-send',
    opener: '.practice-more',
    menuItem: '[role="menuitem"] button',
    keys: ['Control+Enter'],
    missing: [],
    isSend: (url, body) => url.includes('/jmap/api/') && body.includes('"EmailSubmission/set"'),
  },
  {
    id: 'icloud',
    page: 'icloud.html',
    address: 'https://www.icloud.com/applications/mail2/current/',
    top: 'https://www.icloud.com/mail/',
    account: '',
    to: '.practice-to input',
    cc: '.practice-cc input',
    bcc: '.practice-bcc input',
    subject: '[aria-label="Subject"]',
    body: '.editor-content',
    frame: 'iframe[title="compose"]',
    hasFieldsInFrame: true,
    open: '.practice-compose',
    forward: '#practice-forward',
    send: '.practice-send',
    opener: '.practice-more',
    menuItem: '[role="menuitem"]',
    keys: ['Control+Enter'],
    hasOneField: true,
    missing: ['account', 'body', 'recipients', 'send'],
    isSend: (url) => url.endsWith('/draft/send'),
  },
  {
    id: 'gmx',
    page: 'gmx.html',
    address: 'https://3c-bap.gmx.net/mail/client/home',
    top: 'https://navigator.gmx.net/mail',
    account: 'alice.adams@gmx.example',
    to: '.practice-to input',
    cc: '.practice-cc input',
    bcc: '.practice-bcc input',
    subject: '[name="subject"]',
    body: 'body',
    frame: '.cke_wysiwyg_frame',
    open: '.practice-compose',
    forward: '#practice-forward',
    send: '#compose-form-submit-send',
    opener: '.practice-more',
    menuItem: '[role="menuitem"]',
    keys: ['Control+Enter'],
    hasOneField: true,
    missing: [],
    isSend: (url) => url.endsWith('/mail/client/send'),
  },
  {
    id: 'horde',
    page: 'horde.html',
    address: 'https://horde.firm.example/imp/dynamic.php',
    account: 'alice@corp.test',
    to: '#sendto .hordeACTrigger',
    cc: '#sendcc .hordeACTrigger',
    bcc: '#sendbcc .hordeACTrigger',
    subject: '#subject',
    body: 'body.cke_editable',
    frame: '.cke_wysiwyg_frame',
    plainBody: '#composeMessage',
    open: '#practice-compose',
    forward: '#practice-forward',
    send: '#send_button',
    keys: ['Control+Enter'],
    isSelfHosted: true,
    several: 'one',
    missing: [],
    isSend: (url) => url.endsWith('/ajax.php/imp/sendMessage'),
  },
  {
    id: 'zimbra',
    page: 'zimbra.html',
    address: 'https://zimbra.firm.example/',
    account: 'alice@corp.test',
    to: '[id$="_to_control"]',
    cc: '[id$="_cc_control"]',
    bcc: '[id$="_bcc_control"]',
    subject: '.subjectField',
    body: '#tinymce',
    frame: '.ZmHtmlEditor iframe',
    plainBody: '.ZmHtmlEditorTextArea',
    open: '#zb__NEW_MENU',
    forward: '#zb__TV-main__FORWARD',
    send: '[id$="__SEND_MENU"]',
    opener: '[id$="__SEND_MENU_dropdown"]',
    menuItem: '#SEND_LATER',
    keys: ['Control+Enter', 'Alt+s'],
    isSelfHosted: true,
    several: 'merged',
    missing: [],
    isSend: (url, body) => url.includes('/service/soap/SendMsgRequest') || body.includes('"autoSendTime"'),
  },
  {
    id: 'snappymail',
    page: 'snappymail.html',
    address: 'https://snappy.firm.example/',
    account: 'alice@corp.test',
    to: '.practice-people tr:nth-child(2) input',
    cc: '.cc-row input',
    bcc: '.bcc-row input',
    subject: 'input[name="subject"]',
    body: '.squire-wysiwyg',
    plainBody: '.squire-plain',
    open: '.buttonCompose',
    forward: '.buttonForward',
    send: '[data-bind*="sendCommand"]',
    keys: ['Control+Enter'],
    attach: '#composeUploadButton',
    isSelfHosted: true,
    several: 'one',
    missing: [],
    isSend: (url, body) => url.includes('?/Json/') && body.includes('"SendMessage"'),
  },
  {
    id: 'nextcloud',
    page: 'nextcloud.html',
    address: 'https://cloud.firm.example/index.php/apps/mail/box/1',
    account: 'alice@corp.test',
    to: '#to .vs__search',
    cc: '#cc .vs__search',
    bcc: '#bcc .vs__search',
    subject: '#subject',
    body: '.ck-editor__editable',
    plainBody: '.ck-source-editing-area textarea',
    open: '.new-message',
    forward: '.practice-forward',
    send: '.composer-actions button[type="submit"]',
    keys: ['Control+Enter'],
    isSelfHosted: true,
    several: 'one',
    missing: [],
    isSend: (url) => /\/outbox\/\d+$/.test(url),
  },
  {
    id: 'cypht',
    page: 'cypht.html',
    address: 'https://cypht.firm.example/',
    account: 'alice@corp.test',
    to: '#compose_to',
    cc: '#compose_cc',
    bcc: '#compose_bcc',
    subject: '#compose_subject',
    body: 'body.ke-content',
    frame: '.ke-edit-iframe',
    plainBody: '#compose_body',
    open: '#practice-compose',
    forward: '#practice-forward',
    send: '.smtp_send_placeholder',
    opener: '.smtp_schedule_send',
    menuItem: '.nexter_date_helper',
    archive: '.smtp_send_archive',
    keys: [],
    isSelfHosted: true,
    several: 'one',
    missing: [],
    isSend: (url, body) => url.includes('page=compose') && /smtp_send=|schedule=tomorrow/.test(body),
  },
];

/** What a page built anew has in place of the names that a description holds on to, its own scripts included. */
const renames: Record<'recipients' | 'body' | 'send', [RegExp, string][]> = {
  recipients: [
    [/data-hovercard-id/g, 'data-person'],
    [/(div|textarea|input)?(\[?)\bname="(to|cc|bcc|toAddress|ccAddress|bccAddress)"/g, '$1$2data-name="$3"'],
    [/name="(\$\{name\})"/g, 'data-name="$1"'],
    [/\[name="(to|cc|bcc)"\]/g, '[data-name="$1"]'],
    [/_(\$\{field\})/g, '-$1'],
    [/_(TO|CC|BCC)"\]/g, '-$1"]'],
    [/_EType_RECIPIENT_ENTITY/g, 'zq1'],
    [/compose-header-field-/g, 'header-'],
    [/id="message-/g, 'id="m-'],
    [/data-test-id="pill"/g, 'data-test-id="person"'],
    [/composer:to/g, 'c:to'],
    [/composer-addresses-item/g, 'c-item'],
    [/v-EmailInput-input/g, 'x-people'],
    [/select2-/g, 'sel-'],
    [/\bsend(to|cc|bcc|\$\{field\})(?=["' }])/g, 'row$1'],
    [/hordeAC/g, 'x-AC'],
    [/_(to|cc|bcc|\$\{kind\})_(control|row)"/g, '-$1-$2"'],
    [/addrBubble/g, 'x-bubble'],
    [/emailaddresses/g, 'x-people'],
    [/(["'.])(b?cc)-row/g, '$1x-$2'],
    [/ncselect__tag--recipient/g, 'x-tag'],
    [/id="(to|cc|bcc|\$\{field\})"/g, 'id="x-$1"'],
    [/#(to|cc|bcc)\b/g, '#x-$1'],
    [/compose_(to|cc|bcc|\$\{kind\})(?![a-z])/g, 'write_$1'],
    [/\bbubble(s?)\b/g, 'blob$1'],
  ],
  body: [
    [/g_editable/g, 'data-editable'],
    [/role="textbox"/g, 'role="document"'],
    [/editorParent_/g, 'writing_'],
    [/data-test-id="rte"/g, 'data-test-id="text"'],
    [/editor-container/g, 'text-container'],
    [/rooster-iframe/g, 'text-frame'],
    [/\bcomposer(?=[ "'])/g, 'writer'],
    [/SCm\b/g, 'ZZm'],
    [/v-RichText-input/g, 'x-text'],
    [/cke_/g, 'ed_'],
    [/composeMessage/g, 'writing'],
    [/zv__COMPOSE/g, 'zz__COMPOSE'],
    [/squire-/g, 'sq-'],
    [/message-body/g, 'x-text'],
    [/ck-editor__editable/g, 'x-editable'],
    [/compose_body/g, 'write_text'],
    [/ke-edit/g, 'x-edit'],
  ],
  send: [
    [/\b(aoO|Up|Uo)\b/g, 'w$1'],
    [/data-tooltip/g, 'data-hint'],
    [/primaryActionButton/g, 'mainButton'],
    [/title="Senden \(Ctrl\+Enter\)"/g, 'title="Senden"'],
    [/compose-send-button/g, 'go-button'],
    [/composer:send-button/g, 'c:go-button'],
    [/data-action="Send"/g, 'data-does="it"'],
    [/SCtxt SCBtn/g, 'x y'],
    [/s-send\b/g, 's-go'],
    [/compose-form-submit-send/g, 'go'],
    [/send_button/g, 'go_button'],
    [/__SEND_MENU/g, '__GO_MENU'],
    [/sendCommand/g, 'goCommand'],
    [/composer-actions/g, 'x-actions'],
    [/smtp_send_placeholder/g, 'smtp_go'],
  ],
};

/** A structure page, or a selector for it, with one part named otherwise, or all. */
export function drifted(text: string, part?: string): string {
  const parts = Object.entries(renames).filter(([name]) => part === undefined || name === part);
  return parts.flatMap(([, list]) => list).reduce((changed, [known, other]) => changed.replace(known, other), text);
}

/** Whether a part is described, and so can be named otherwise. */
export function driftOf({ missing }: StructurePage, part: ComposePart): boolean {
  return !missing.includes(part);
}
