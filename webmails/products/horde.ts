// Horde IMP 5 and 6 in its dynamic and its basic view, at any address. Source: a running 6.2.27 and https://github.com/horde/imp
// (js/compose.js, templates/dynamic/compose.html.php). Its views for phones are plain forms, which the generic webmail reads.
import type { Description } from '../description.ts';

export const horde: Description = {
  id: 'horde',
  mark: 'form#compose [name=composeCache]',
  // In rich text the text area stays where it was, unseen.
  body: '.cke_contents > iframe, #compose:not(:has(.cke_contents)) #composeMessage',
  to: '#sendto, #to',
  cc: '#sendcc, #cc',
  bcc: '#sendbcc, #bcc',
  chip: '.hordeACListItem',
  subject: '#subject',
  send: '#send_button, [name=btn_send_message]',
  // The name that was signed in with: there is an identity to choose only where there are several.
  account: '#user',
  from: '#identity',
  attachment: '#attach_list > li',
};
