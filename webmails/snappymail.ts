// SnappyMail 2 and RainLoop 1 at any address; who made one made the other out of it. Source: their templates
// (https://github.com/the-djmaze/snappymail, https://github.com/RainLoop/rainloop-webmail, Views/User/PopupsCompose.html).
import type { Description } from './description.ts';

export const snappymail: Description = {
  id: 'snappymail',
  mark: '#V-PopupsCompose, #rl-app, #rl-content',
  body: '.squire-wysiwyg, .squire-plain, .cke_wysiwyg_frame, .cke_plain',
  to: 'input[data-bind^="emailsTags: to"]',
  cc: 'input[data-bind^="emailsTags: cc"]',
  bcc: 'input[data-bind^="emailsTags: bcc"]',
  chip: '.emailaddresses > li[title], .inputosaurus-container > li[data-inputosaurus], .inputosaurus-container > li:has(a)',
  address: ['title', 'data-inputosaurus'],
  subject: 'input[name="subject"], input[data-bind*="textInput: subject"]',
  send: '[data-bind*="sendCommand"]',
  keys: ['Ctrl+Enter'],
  account: '.accountPlace',
  from: '.e-identity, input[data-bind*="textInput: from"]',
  attachment: '.attachmentItem',
};
