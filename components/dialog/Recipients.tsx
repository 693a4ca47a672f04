// The outside recipients one by one, masked, where the destination line only gives their number.
import { maskAddress } from '../mask-address.ts';
import { counted, type Translate } from '../words.ts';
import type { VerdictView } from './dialog-view.ts';

const recipientsShown = 5;

export function Recipients({ t, view }: { t: Translate; view: VerdictView }) {
  if (view.outside.length < 2) return null;
  const more = view.outside.length - recipientsShown;
  return (
    <ul className="lines">
      {view.outside.slice(0, recipientsShown).map(({ address, destination }) => (
        <li key={address}>
          {destination === 'external'
            ? maskAddress(address)
            : t('dialog_recipient', [maskAddress(address), t(`dialog_recipient_${destination}`)])}
        </li>
      ))}
      {more > 0 && <li>{counted(t, 'dialog_recipients_more', more)}</li>}
    </ul>
  );
}
