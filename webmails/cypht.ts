// Cypht 2, at any address. Not run here. Source: https://github.com/cypht-org/cypht (modules/smtp/modules.php, modules/smtp/site.js).
// Send that is seen checks a few things, and then presses another that is not: that one is no press of a person's.
import type { Description } from './description.ts';

export const cypht: Description = {
  id: 'cypht',
  mark: 'form.compose_form',
  body: '.compose_form .ke-edit-iframe, .compose_form .CodeMirror, #compose_body',
  to: 'div:has(> #compose_to)',
  cc: 'div:has(> #compose_cc)',
  bcc: 'div:has(> #compose_bcc)',
  chip: '.bubble',
  address: ['data-value', 'title'],
  subject: '#compose_subject',
  send: '.smtp_send_placeholder, .smtp_send_archive, .schedule_dropdown .nexter_date_helper',
  keys: ['Ctrl+Enter'],
  from: '[name="compose_smtp_id"]',
  attachment: '.uploaded_files tr',
};
