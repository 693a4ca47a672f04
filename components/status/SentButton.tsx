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
      <p id={id} role="status">
        {mailed.length > 0 && counted(t, 'delivery_sent_what', mailed.length)}
      </p>
      {mailed.length > 0 && (
        <div className="buttons">
          <button type="button" className="button" aria-describedby={id} onClick={onClick}>
            {t('delivery_sent')}
          </button>
        </div>
      )}
      <p role="status" ref={status} tabIndex={-1} className={said === 'failed' ? 'problem' : undefined}>
        {/* Another mail that was opened since is not noted. */}
        {(said === 'failed' || (said === 'noted' && mailed.length === 0)) && t(`delivery_sent_${said}`)}
      </p>
    </>
  );
}
