// Nextcloud Mail, at any address. Seen running: 5.6.21. What folds recipients is of 5.12, and was not. Source: https://github.com/nextcloud/mail
// (src/components/Composer.vue, RecipientListItem.vue, ComposerAttachment.vue).
import type { Description } from './description.ts';

export const nextcloud: Description = {
  id: 'nextcloud',
  mark: '.message-composer, #content.app-mail, #content-vue.app-mail',
  body: '.message-body [contenteditable="true"]',
  to: '#to',
  cc: '#cc',
  bcc: '#bcc',
  chip: '.vs__selected',
  folded: '.recipient-overflow',
  address: ['title'],
  subject: '#subject',
  // Its text is *Send*, or when it will be sent.
  send: '.composer-actions button[type="submit"]',
  from: '#from',
  attachment: '.new-message-attachment-name',
};
