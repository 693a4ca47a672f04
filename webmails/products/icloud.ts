// iCloud Mail. Not run here, and the least known: that the editor is `.editor-content` and stands in another frame than the buttons.
// Fields and chips are not described anywhere: they are read by their shape.
import type { Description } from '../description.ts';
import { fileLinks, plainChips } from './plainest.ts';

export const icloud: Description = {
  id: 'icloud',
  hosts: /^([a-z0-9-]+\.)*icloud\.com(\.cn)?$/,
  body: '.editor-content',
  to: '[name=to]',
  cc: '[name=cc]',
  bcc: '[name=bcc]',
  ...plainChips,
  subject: '[name=subject]',
  send: 'button[name=send]',
  keys: ['ctrl+shift+d', 'ctrl+enter'],
  from: '[name=from]',
  attachment: fileLinks,
};
