// Nextcloud Mail, at any address. Seen running: 5.6.21. Not seen: the source of the editor, of 5.11, and what folds recipients, of 5.12. Source:
// https://github.com/nextcloud/mail (src/components/Composer.vue, TextEditor.vue, RecipientListItem.vue, ComposerAttachment.vue).
import type { Description } from '../description.ts';

export const nextcloud: Description = {
  id: 'nextcloud',
  mark: '.message-composer, #content.app-mail, #content-vue.app-mail',
  // While its source is written in a text area, the editor stays where it was, unseen.
  body: '.message-body [contenteditable=true]:not(.ck-hidden),.message-body textarea',
  // Below it stands whom the select suggests.
  to: '#to>div',
  cc: '#cc>div',
  bcc: '#bcc>div',
  chip: '.vs__selected',
  folded: '.recipient-overflow',
  subject: '#subject',
  // Its text is *Send*, or when it will be sent.
  send: '.composer-actions button[type=submit]',
  from: '#from',
  attachment: '.new-message-attachment-name',
};
