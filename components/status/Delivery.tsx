// Whether the breach contact is told. When nobody is, it says so in words and offers a mail that is ready to send.
import type { DeliveryStatus, DeliveryTest } from '@/platform/messages/messages.ts';
import { counted, formatTime, type Translate } from '../words.ts';
import './status.css';
import { MailButton } from './MailButton.tsx';
import { SentButton } from './SentButton.tsx';
import { TestButton } from './TestButton.tsx';
import type { UntoldMail } from './untold-mail.ts';

interface Props {
  t: Translate;
  status: DeliveryStatus;
  /** A mail with what has not been delivered; absent when there is nothing to send or nobody to send it to. */
  mail: UntoldMail | undefined;
  copy(text: string): Promise<void>;
  deliverNow(): void;
  /** A mail with these entries was opened. */
  mailed(sequences: readonly number[]): void;
  /** The person says that these were sent; false: it could not be stored. */
  told(sequences: readonly number[]): Promise<boolean>;
  /** Posts a test to the address; undefined: no answer came. */
  test(): Promise<DeliveryTest | undefined>;
}

export function Delivery({ t, status, mail, copy, deliverNow, mailed, told, test }: Props) {
  const { to, host, waiting, cases, lastDeliveredAt, lastFailure } = status;
  const isNobodyTold = to === 'nowhere';
  const isFailing = !isNobodyTold && waiting > 0 && lastFailure !== undefined;
  return (
    <div className={isNobodyTold || isFailing ? 'delivery alarm' : 'delivery'}>
      <p>
        <strong>
          {isNobodyTold ? t('delivery_nowhere') : t(isFailing ? 'delivery_failing' : 'delivery_well', [host])}
        </strong>
      </p>
      {isNobodyTold && <p>{t('delivery_nowhere_why')}</p>}
      {cases > 0 && <p>{counted(t, isNobodyTold ? 'delivery_untold' : 'delivery_waiting', cases)}</p>}
      {isFailing && (
        <p>{t('delivery_last_failure', [formatTime(t, lastFailure.at), t(lastFailure.key, [lastFailure.detail])])}</p>
      )}
      {lastDeliveredAt !== undefined && <p className="soft">{t('delivery_last', [formatTime(t, lastDeliveredAt)])}</p>}
      {(isNobodyTold || isFailing) && (
        <div className="buttons">
          {mail && <MailButton t={t} mail={mail} copy={copy} opened={mailed} />}
          {isFailing && (
            <button type="button" className="button" onClick={deliverNow}>
              {t('delivery_now')}
            </button>
          )}
        </div>
      )}
      {isNobodyTold && <SentButton t={t} mailed={status.mailed ?? []} told={told} />}
      {!isNobodyTold && <TestButton t={t} host={host} test={test} />}
    </div>
  );
}
