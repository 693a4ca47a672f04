// Horde IMP 5 and 6 in its dynamic view, at any address. Source: a running 6.2.27 and https://github.com/horde/imp (js/compose.js,
// templates/dynamic/compose.html.php). Its other views are plain forms, which the generic webmail reads.
import type { Description } from './description.ts';

export const horde: Description = {
  id: 'horde',
  mark: 'form#compose [name="composeCache"]',
  // In rich text the text area stays where it was, unseen.
  body: '#composeMessageParent .cke_wysiwyg_frame, #composeMessageParent:not(:has(iframe)) #composeMessage',
  to: '#sendto',
  cc: '#sendcc',
  bcc: '#sendbcc',
  chip: '.hordeACListItem',
  address: ['title'],
  subject: '#subject',
  send: '#send_button',
  from: '#identity',
  attachment: '#attach_list > li',
};
