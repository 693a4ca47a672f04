// Zimbra's classic web client 8.8 to 10, at any address. Not run here. Source: https://github.com/Zimbra/zm-web-client at 518cc8b
// (WebRoot/js/zimbraMail: mail/controller/ZmComposeController.js, mail/view/ZmComposeView.js, share/view/ZmAddressInputField.js,
// share/view/htmlEditor/ZmHtmlEditor.js; WebRoot/templates: dwt/Widgets, mail/Message; WebRoot/keys/ZhKeys.properties). A bubble may show a name
// alone: then nobody can tell who it is, and it counts as an outsider. The toolbar stands beside the window: of several, all are judged as one.
import type { Description } from '../description.ts';

export const zimbra: Description = {
  id: 'zimbra',
  mark: '[id^=zb__COMPOSE], #z_shell',
  // In rich text the text area stays where it was, unseen.
  body: '[id^=zv__COMPOSE] iframe, [id^=zv__COMPOSE] .ZmHtmlEditor:not(:has(iframe)) textarea',
  to: '[id$="_to_control"]',
  cc: '[id$="_cc_control"]',
  bcc: '[id$="_bcc_control"]',
  chip: '.addrBubble',
  address: [],
  subject: '.subjectField',
  // Where a message can be sent later, Send has a menu, which hangs at the end of the page.
  send: '[id^=zb__COMPOSE]:is([id$="__SEND"], [id$="__SEND_MENU"])',
  opens: '[id$="__SEND_MENU_dropdown"]',
  outside: '.ZMenuItem:is(#SEND, #SEND_LATER)',
  keys: ['ctrl+enter', 'alt+s', 'mac+ctrl+s'],
  account: '#skin_container_username',
  from: '[id$="_identity_control"]',
  attachment: '.attachmentBubble',
};
