// SOGo 5 at any address. Source: a running 5.8.0 and its templates (https://github.com/Alinto/sogo, UI/Templates/MailerUI/UIxMailEditor.wox).
import type { Description } from '../description.ts';

export const sogo: Description = {
  id: 'sogo',
  mark: '[ng-app^="SOGo."], md-dialog#mailEditor',
  // The element around the editor, toolbars and all, is bound to the text as well: it is no body. Last, what *Source* shows.
  body: '.cke_wysiwyg_frame, textarea[name=content], textarea.cke_source',
  to: '[ng-model$="editable.to"]',
  cc: '[ng-model$="editable.cc"]',
  bcc: '[ng-model$="editable.bcc"]',
  chip: 'md-chip',
  subject: 'input[name=subject]',
  send: '[ng-click="editor.send()"]',
  keys: [],
  // Under the name of who is signed in. An identity may be of any address.
  account: '[ng-bind="::activeUser.email"]',
  from: '[name=from]',
  attachment: '[ng-model="editor.uploader.queue"] a',
};
