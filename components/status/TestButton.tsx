// Posts a test to the receiver and shows what it answered.
import { useState } from 'react';
import type { DeliveryTest } from '@/platform/messages/messages.ts';
import { formatTime, type Translate } from '../words.ts';

interface Props {
  t: Translate;
  host: string;
  test(): Promise<DeliveryTest | undefined>;
}

export function TestButton({ t, host, test }: Props) {
  const [said, setSaid] = useState<DeliveryTest | 'waiting' | 'silent'>();
  const onClick = async () => {
    setSaid('waiting');
    setSaid((await test()) ?? 'silent');
  };
  return (
    <div className="test">
      <button type="button" className="button" disabled={said === 'waiting'} onClick={onClick}>
        {t('delivery_test')}
      </button>
      <p role="status" className={typeof said === 'object' && !said.isDelivered ? 'problem' : ''}>
        {said === undefined ? '' : sentence(t, host, said)}
      </p>
    </div>
  );
}

function sentence(t: Translate, host: string, said: DeliveryTest | 'waiting' | 'silent'): string {
  if (said === 'waiting') return t('delivery_test_waiting', [host]);
  if (said === 'silent') return t('popup_no_answer');
  const answer = t(said.key, [said.detail]);
  return t(said.isDelivered ? 'delivery_test_at' : 'delivery_test_failed', [formatTime(t, said.at), answer]);
}
