// Gmail. Not run here: what is known stands in public source that works on it. Window, fields, chips, Send and Ctrl+Enter: InboxSDK
// (https://github.com/InboxSDK/InboxSDK, 2026-07) and gmail.js (https://github.com/KartikTalwar/gmail.js); chips of both generations also
// FlowCrypt and Mailvelope; `selector="scheduledSend"` and the rows of its dialog: others, on a live account, 2026-05.
import type { Description } from '../description.ts';

export const gmail: Description = {
  id: 'gmail',
  hosts: /^mail\.google\.com$/,
  body: '[g_editable="true"], div[contenteditable=true][role=textbox]',
  to: 'div[name=to], textarea[name=to]',
  cc: 'div[name=cc], textarea[name=cc]',
  bcc: 'div[name=bcc], textarea[name=bcc]',
  chip: '[role=option], [data-hovercard-id], .vR',
  address: ['data-hovercard-id', 'email', 'value'],
  subject: 'input[name=subjectbox]',
  // Labels are translated and wear direction marks; the key in them is not. `.Uo` is Send and archive.
  send: '.Up [role=button]:not([aria-haspopup=true]), [role=button].aoO, [role=button].Uo, [role=button][data-tooltip*="nter)"]',
  outside: '[selector=scheduledSend], [role=dialog] [role=menuitem].Az',
  account: 'a[href*=SignOutOptions], a[href^="https://accounts.google.com"][aria-label*="@"]',
  isInTitle: true,
  from: 'input[name=from]',
  attachment: '[download_url], .dL',
};
