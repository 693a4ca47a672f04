// Zoho Mail. Not run here: window, editor and Send as public extensions name them (2026), field names and `data-action` from scripts that
// drive a live account. Chips are not described anywhere: they are read by their shape.
import type { Description } from '../description.ts';
import { fileLinks, plainChips } from './plainest.ts';

export const zoho: Description = {
  id: 'zoho',
  hosts: /^mail\.zoho(cloud)?\.(com|eu|in|com\.au|jp|com\.cn|ca|sa)$/,
  body: '.SCm iframe',
  to: '[name=toAddress], #addr_toAddr',
  cc: '[name=ccAddress]',
  bcc: '[name=bccAddress]',
  ...plainChips,
  subject: '[name=Subject], #Subject',
  send: '[data-action=Send], .SCtxt.SCBtn',
  isInTitle: true,
  from: '[name=fromAddress]',
  attachment: fileLinks,
};
