// Opens the ready mail. Where it is too long for a link, the rest is put on the clipboard first, to be pasted in.
import { useState } from 'react';
import type { Translate } from '../words.ts';
import type { UntoldMail } from './untold-mail.ts';

interface Props {
  t: Translate;
  mail: UntoldMail;
  copy(text: string): Promise<void>;
  /** Called as it is opened, with what is in it. */
  opened(sequences: readonly number[]): void;
}

export function MailButton({ t, mail: { href, toPaste, sequences }, copy, opened }: Props) {
  const [copied, setCopied] = useState<'no' | 'yes' | 'failed'>('no');
  const onClick = () => {
    opened(sequences);
    if (toPaste === undefined) return;
    copy(toPaste).then(
      () => setCopied('yes'),
      () => setCopied('failed'),
    );
  };
  return (
    <>
      <a className="button" href={href} target="_blank" rel="noreferrer" onClick={onClick}>
        {t('delivery_mail')}
      </a>
      <p role="status">{copied === 'no' ? '' : t(`delivery_mail_copied_${copied}`)}</p>
      {copied === 'failed' && <textarea readOnly rows={6} value={toPaste} aria-label={t('delivery_mail')} />}
    </>
  );
}
