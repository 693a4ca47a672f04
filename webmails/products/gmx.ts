// GMX, Web.de and mail.com, one platform: the mail client is a frame of another host inside the page. Not run here: editor frame, Send and the
// recipient lists as scripts that drive a live account name them. Who is signed in stands outside the frame; what is written from, inside.
import type { Description } from '../description.ts';
import { fileLinks } from './plainest.ts';

export const gmx: Description = {
  id: 'gmx',
  hosts: /^(3c|navigator)(-[a-z0-9]+)*\.(gmx\.(net|de|at|ch|com|co\.uk|fr|es)|web\.de|mail\.com)$/,
  body: '.cke_wysiwyg_frame, [id^=cke_] iframe, .cke_editable',
  to: '.select2-container, ul:has(> li > input)',
  cc: '[name=cc]',
  bcc: '[name=bcc]',
  chip: '.select2-search-choice, [role=option], [role=listitem]',
  address: ['title', 'aria-label'],
  subject: '[name*=ubject]',
  send: '#compose-form-submit-send',
  from: 'select[name*="from" i]',
  attachment: fileLinks,
};
