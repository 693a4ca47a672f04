// Outlook on the web, for work and private accounts. Not run here: fields by the ends of their ids, chips with the address in their label,
// Send by the end of its id or the key in its title were seen by others on live accounts in October 2026
// (https://github.com/search?q=_EType_RECIPIENT_ENTITY&type=code); keys: https://support.microsoft.com (keyboard shortcuts in Outlook).
import type { Description } from '../description.ts';
import { fileLinks } from './plainest.ts';

export const outlook: Description = {
  id: 'outlook',
  // `*.mcas.ms` is the same page behind Defender for Cloud Apps.
  hosts: /^outlook(-sdf)?\.(office|office365|live|cloud)\.(com|microsoft|de)(\.mcas\.ms)?$/,
  body: '[id^=editorParent_] [contenteditable=true], [id^=editorParent_] textarea',
  to: '[id$="_TO"]',
  cc: '[id$="_CC"]',
  bcc: '[id$="_BCC"]',
  chip: '[class*="_EType_RECIPIENT_ENTITY"], [data-lpc-hover-target-id], .lpc-hoverTarget, [contenteditable=false]',
  address: ['aria-label', 'title'],
  subject: '[id$="_SUBJECT"], input[aria-label*=ubject]',
  send: 'button[id*=primaryActionButton], button[title*="Ctrl+Enter"], button[title*="⌘"][title*=nter]',
  keys: ['ctrl+enter', 'alt+s'],
  account: '#mectrl_currentAccount_secondary',
  from: '.ms-Dropdown-title, .fui-Dropdown__button',
  attachment: fileLinks,
};
