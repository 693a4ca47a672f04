// Zimbra's classic web client 8.8 to 10, at any address. Not run here. Source: https://github.com/Zimbra/zm-web-client
// (WebRoot/js/zimbraMail/mail/view/ZmComposeView.js, WebRoot/js/ajax/dwt/keyboard, WebRoot/keys/ZhKeys.properties). A bubble may show a
// name alone: then nobody can tell who it is, and it counts as an outsider.
import type { Description } from './description.ts';

export const zimbra: Description = {
  id: 'zimbra',
  mark: '[id^="zb__COMPOSE"], #z_shell, #zb__App__Mail',
  body: '[id^="zv__COMPOSE"] iframe, [id*="COMPOSE"] .ZmHtmlEditor iframe, [id*="COMPOSE"] textarea.DwtHtmlEditorTextArea, textarea[id*="COMPOSE"][id*="body"]',
  to: '[id^="zv__COMPOSE"][id$="_to_control"]',
  cc: '[id^="zv__COMPOSE"][id$="_cc_control"]',
  bcc: '[id^="zv__COMPOSE"][id$="_bcc_control"]',
  chip: '.addrBubble',
  address: ['email', 'title', 'aria-label'],
  subject: '.subjectField, [id^="zv__COMPOSE"][id*="subject"] input',
  send: '[id^="zb__COMPOSE"][id$="__SEND"]',
  // The menu beside Send hangs at the end of the page.
  outside: '[id^="zmi__COMPOSE"][id*="SEND"]',
  keys: ['Ctrl+Enter', 'Alt+s'],
  from: '[id^="zv__COMPOSE"][id*="identity"]',
  attachment: '[id^="zv__COMPOSE"] .attBubble, [id^="zv__COMPOSE"] [id*="attachments"] li',
};
