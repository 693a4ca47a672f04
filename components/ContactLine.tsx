// The breach contact by name, with phone and mail to press. Says so when the policy names nobody yet.
import type { Contact } from './dialog/dialog-view.ts';
import type { Translate } from './words.ts';

/** Whether there is any way to reach them. */
export function isReachable({ phone, email }: Contact): boolean {
  return phone !== '' || email !== '';
}

export function ContactLine({ t, contact }: { t: Translate; contact: Contact }) {
  const { name, phone, email } = contact;
  if (!name && !isReachable(contact)) return <p>{t('dialog_contact_none')}</p>;
  return (
    <p>
      {name ? t('dialog_contact', [name]) : t('dialog_contact_unnamed')}{' '}
      {phone && <a href={`tel:${phone.replace(/[^\d+]/g, '')}`}>{phone}</a>}
      {phone && email && ' · '}
      {email && <a href={`mailto:${email}`}>{email}</a>}
    </p>
  );
}
