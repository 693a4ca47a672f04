// *I have sent it*: by the person's word, what was in the mail they opened no longer waits. Nobody else can know where nothing is posted.
import { useId, useRef, useState } from 'react';
import { counted, type Translate } from '../words.ts';

interface Props {
  t: Translate;
  /** What was in the last mail that was opened, and still waits: sequences. */
  mailed: readonly number[];
  /** False: it could not be stored. */
  told(sequences: readonly number[]): Promise<boolean>;
}

export function SentButton({ t, mailed, told }: Props) {
  const [said, setSaid] = useState<'' | 'noted' | 'failed'>('');
  const status = useRef<HTMLParagraphElement>(null);
  const id = useId();
  const onClick = async () => {
    setSaid((await told(mailed)) ? 'noted' : 'failed');
    // The button may be gone by now.
    status.current?.focus();
  };
  return (
    <>
      {mailed.length > 0 && (
        <>
          <p id={id}>{counted(t, 'delivery_sent_what', mailed.length)}</p>
          <button type="button" className="button" aria-describedby={id} onClick={onClick}>
            {t('delivery_sent')}
          </button>
        </>
      )}
      <p role="status" ref={status} tabIndex={-1} className={said === 'failed' ? 'problem' : undefined}>
        {said === '' ? '' : t(`delivery_sent_${said}`)}
      </p>
    </>
  );
}
