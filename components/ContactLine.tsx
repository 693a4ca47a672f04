// A contact by name, the breach contact first of all, with phone and mail to press. Says so when the policy names nobody yet.
import type { Contact } from './dialog/dialog-view.ts';
import type { Translate } from './words.ts';

/** Whether there is any way to reach them. */
export function isReachable({ phone, email }: Contact): boolean {
  return phone !== '' || email !== '';
}

interface Props {
  t: Translate;
  contact: Contact;
  /** Left out: the breach contact. */
  is?: 'deputy' | 'it';
}

export function ContactLine({ t, contact, is }: Props) {
  const { name, phone, email } = contact;
  const key = is ? `contact_${is}` : 'contact_named';
  if (is && !name && !isReachable(contact)) return null;
  if (!name && !isReachable(contact)) return <p>{t('contact_none')}</p>;
  return (
    <ul className="contact">
      <li>{name || is ? t(key, [name]) : t('contact_unnamed')}</li>
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
