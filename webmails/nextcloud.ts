// Nextcloud Mail, at any address. Not run here. Source: https://github.com/nextcloud/mail (src/components/Composer.vue,
// RecipientListItem.vue, ComposerAttachment.vue).
import type { Description } from './description.ts';

export const nextcloud: Description = {
  id: 'nextcloud',
  mark: '.message-composer, #content.app-mail, #content-vue.app-mail',
  body: '.message-body .ck-editor__editable, .message-body [contenteditable="true"], textarea.message-body, .message-body textarea',
  to: '.composer-fields:has(#to), .message-composer #to',
  cc: '.composer-fields:has(#cc), .message-composer #cc',
  bcc: '.composer-fields:has(#bcc), .message-composer #bcc',
  chip: '.ncselect__tag--recipient, .vs__selected',
  address: ['title'],
  subject: '.message-composer #subject, input.subject',
  // Its text is *Send*, or when it will be sent.
  send: '.composer-actions button[type="submit"]',
  keys: ['Ctrl+Enter'],
  from: '.composer-fields:has(#from)',
  attachment: '.new-message-attachment-name',
};
