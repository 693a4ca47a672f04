// Nextcloud Mail, at any address. Not run here. Source: https://github.com/nextcloud/mail (src/components/Composer.vue,
// RecipientListItem.vue, ComposerAttachment.vue).
import type { Description } from './description.ts';

export const nextcloud: Description = {
  id: 'nextcloud',
  mark: '.message-composer, #content.app-mail, #content-vue.app-mail',
  body: '.message-body [contenteditable=true], textarea.message-body, .message-body textarea',
  to: '#to',
  cc: '#cc',
  bcc: '#bcc',
  chip: '.ncselect__tag--recipient, .vs__selected',
  folded: '.recipient-overflow',
  address: ['title'],
  subject: '#subject',
  // Its text is *Send*, or when it will be sent.
  send: '.composer-actions button[type=submit]',
  from: '#from',
  attachment: '.new-message-attachment-name',
};
