// Proton Mail. Not run here: read in the product's own source, https://github.com/ProtonMail/WebClients (applications/mail, composer and
// addresses, 2026). A finished recipient carries its address in its remove button alone; without focus the fields become one line, where
// a contact is a name and no more. What a reply or forward quotes is in no document until it is asked for, and goes all the same, sealed.
import type { Description } from '../description.ts';

const composer = (part: string) => `[data-testid="composer:${part}"]`;

export const proton: Description = {
  id: 'proton',
  hosts: /^(mail|beta)\.(proton\.me|protonmail\.com)$/,
  body: '[data-testid=rooster-iframe], .composer iframe[title], [data-testid=editor-textarea], .composer #rooster-editor',
  to: `${composer('to')}, [class*=composer-addresses-fakefield-inner]`,
  cc: composer('to-cc'),
  bcc: composer('to-bcc'),
  chip: '[data-testid=composer-addresses-item], [class*=fakefield-inner][title]',
  folded: '#proton-editor-toggle-container button',
  subject: composer('subject'),
  send: composer('send-button'),
  outside: '[data-testid^="composer:schedule-send"]',
  account: '[data-testid="heading:userdropdown"], [data-testid="userdropdown:label:email"]',
  isInTitle: true,
  from: composer('from'),
  attachment: '[data-testid=attachment-item]',
};
