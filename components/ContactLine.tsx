// The breach contact by name, with phone and mail to press. Says so when the policy names nobody yet.
import type { Contact } from './dialog/dialog-view.ts';
import type { Translate } from './words.ts';

/** Whether there is any way to reach them. */
export function isReachable({ phone, email }: Contact): boolean {
  return phone !== '' || email !== '';
}

export function ContactLine({ t, contact }: { t: Translate; contact: Contact }) {
  const { name, phone, email } = contact;
  if (!name && !isReachable(contact)) return <p>{t('contact_none')}</p>;
  return (
    <ul className="contact">
      <li>{name ? t('contact_named', [name]) : t('contact_unnamed')}</li>
      {phone && (
        <li>
          <a href={`tel:${phone.replace(/[^\d+]/g, '')}`}>{phone}</a>
        </li>
      )}
      {email && (
        <li>
          <a href={`mailto:${email}`}>{email}</a>
        </li>
      )}
    </ul>
  );
}
