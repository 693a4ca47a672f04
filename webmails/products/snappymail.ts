// SnappyMail 2 and RainLoop 1 at any address; who made one made the other out of it. Source: their templates
// (https://github.com/the-djmaze/snappymail, https://github.com/RainLoop/rainloop-webmail, Views/User/PopupsCompose.html).
import type { Description } from '../description.ts';

export const snappymail: Description = {
  id: 'snappymail',
  mark: '#V-PopupsCompose, #rl-app, #rl-content',
  // Both editors are there, one of them unseen.
  body: ':not(.squire-mode-plain, .squire-mode-source) > .squire-wysiwyg, :not(.squire-mode-wysiwyg) > .squire-plain, .cke_wysiwyg_div, .cke_plain',
  // SnappyMail puts a list in place of each field.
  to: '[data-bind^="emailsTags: to"], tr:not([class]):has(.emailaddresses)',
  cc: '.cc-row',
  bcc: '.bcc-row',
  chip: '.emailaddresses > li[title], .inputosaurus-container > li:is([data-inputosaurus], :has(a))',
  address: ['title', 'data-inputosaurus'],
  subject: '[name=subject], [data-bind*="textInput: subject"]',
  send: '[data-bind*=sendCommand]',
  keys: ['ctrl+enter', 'mailsend'],
  account: '.accountPlace',
  from: '.e-identity, [data-bind*="textInput: from"]',
  attachment: '.attachmentItem',
};
