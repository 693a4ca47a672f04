// What this page is to Gatehouse, and what became of the last thing checked on it.
import type { PageSeen } from '@/platform/messages/messages.ts';
import { counted, keyOf, type Translate } from '../words.ts';

export function PageStatus({ t, page }: { t: Translate; page: PageSeen }) {
  const { webmail, composes, health, last, network } = page;
  if (webmail === 'none') return <p>{t('popup_webmail_none')}</p>;
  return (
    <>
      <p>
        {t(keyOf('webmail', webmail))} – {counted(t, 'popup_composes', composes)}
      </p>
      {health === 'degraded' && <p className="problem">{t('popup_degraded')}</p>}
      <p>{t(network ? 'gate_on' : 'gate_off')}</p>
      {last && (
        <p>
          {t('popup_last', [
            t(keyOf('action', last.action)),
            counted(t, 'people', last.people),
            t(keyOf('destination', last.destination)),
          ])}
        </p>
      )}
    </>
  );
}
