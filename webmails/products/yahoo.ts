// Yahoo Mail and AOL Mail, one platform. Not run here: the `data-test-id` of fields, pills (address in `title`), editor and Send as public
// extensions and page objects used them in 2026, ids from Mailvelope (https://github.com/mailvelope/mailvelope, provider specific code).
import type { Description } from '../description.ts';
import { fileLinks } from './plainest.ts';

const field = (name: string) =>
  `[data-test-id="compose-header-field-${name}"], [data-test-id="container-${name}"], #message-${name}-field`;

export const yahoo: Description = {
  id: 'yahoo',
  hosts: /^([a-z-]+\.)*mail\.(yahoo|aol)\.com$/,
  body: '[data-test-id=rte], #editor-container [contenteditable=true]',
  to: field('to'),
  cc: field('cc'),
  bcc: field('bcc'),
  chip: '[data-test-id=pill], y-pill',
  address: ['title', 'aria-label'],
  subject: '[data-test-id=compose-subject], #message-subject-field',
  send: '[data-test-id=compose-send-button]',
  account: '#ybarAccountMenuOpener',
  isInTitle: true,
  from: field('from'),
  attachment: fileLinks,
};
