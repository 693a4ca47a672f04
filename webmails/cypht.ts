// Cypht 2, at any address. Not run here. Source: https://github.com/cypht-org/cypht (modules/smtp/modules.php, modules/smtp/site.js).
// Send that is seen checks a few things, and then presses another that is not: that one is no press of a person's.
import type { Description } from './description.ts';

export const cypht: Description = {
  id: 'cypht',
  mark: 'form.compose_form',
  // In rich text the text area stays where it was, unseen.
  body: '.compose_form .ke-edit-iframe, .compose_form .CodeMirror, .compose_form:not(:has(iframe, .CodeMirror)) #compose_body',
  to: 'div:has(> #compose_to)',
  cc: 'div:has(> #compose_cc)',
  bcc: 'div:has(> #compose_bcc)',
  chip: '.bubble',
  address: ['data-value', 'title'],
  subject: '#compose_subject',
  send: '.smtp_send_placeholder, .smtp_send_archive',
  // The menu beside Send, and what is asked where a subject or the text is missing.
  outside: '.schedule_dropdown .nexter_date_helper, #emptySubjectBodyModal .btn-warning',
  keys: [],
  from: '[name="compose_smtp_id"]',
  attachment: '.uploaded_files tr[id] > td:first-child',
};
