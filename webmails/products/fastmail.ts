// Fastmail. Not run here: window, editor, Send and the fields' text areas, whose text holds the addresses, as a public extension
// (checked 2026-06) and scripts that drive a live account name them. To, Cc and Bcc look alike: all count as To unless an id tells.
import type { Description } from '../description.ts';
import { fileLinks, plainChips } from './plainest.ts';

export const fastmail: Description = {
  id: 'fastmail',
  hosts: /^([a-z]+\.)?fastmail\.com$/,
  body: '.v-RichText-input',
  to: 'textarea.v-EmailInput-input',
  cc: '[id$="-cc-input"]',
  bcc: '[id$="-bcc-input"]',
  ...plainChips,
  subject: '[id$="-subject-input"], .v-Compose input.v-TextInput-input',
  send: '.v-Button.s-send',
  isInTitle: true,
  from: '.v-Compose select',
  attachment: fileLinks,
};
