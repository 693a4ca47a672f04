// Cypht 2, at any address, as 2.12.1 was seen on 2026-11-30. Source: https://github.com/cypht-org/cypht (modules/smtp/modules.php, modules/smtp/site.js).
// Send that is seen checks a few things, and then presses another that is not: that one is no press of a person's, but for Enter in a field.
import type { Description } from '../description.ts';

export const cypht: Description = {
  id: 'cypht',
  mark: 'form.compose_form',
  // In rich text the text area stays where it was, unseen; so does the editor's frame while its source is written, or the source.
  body: '.compose_form :is([class^=ke-edit-]:not([style*=none]), .CodeMirror), .compose_form:not(:has(iframe, .CodeMirror)) #compose_body',
  to: 'div:has(> #compose_to)',
  cc: 'div:has(> #compose_cc)',
  bcc: 'div:has(> #compose_bcc)',
  chip: '.bubble',
  address: ['data-value'],
  subject: '#compose_subject',
  send: '.smtp_send_placeholder, .smtp_send_archive',
  implied: 'form:has(input:not(.btn):focus) .smtp_send',
  // The menu beside Send, and what is asked where a subject or the text is missing.
  outside: '.nexter_date_helper, #emptySubjectBodyModal .btn-warning',
  keys: [],
  from: '#compose_smtp_id',
  attachment: '.uploaded_files tr[id] > td:first-child',
};
