// How this installation is, in lines: the gate on the network, private windows, webmails that are open, how long scans take.
import type { Health } from '@/platform/messages/messages.ts';
import { counted, formatNumber, keyOf, type Translate } from '../words.ts';

export function HealthLines({ t, health }: { t: Translate; health: Health }) {
  const { gate, privateWindows, webmails, scan } = health;
  return (
    <ul className="lines">
      <li className={gate ? undefined : 'problem'}>{t(gate ? 'gate_on' : 'gate_off')}</li>
      <li>{t(privateWindows ? 'health_private_on' : 'health_private_off')}</li>
      {webmails.length === 0 && <li>{t('health_webmails_none')}</li>}
      {webmails.map(({ webmail, health: how, missing = [] }) => (
        <li key={webmail} className={how === 'degraded' ? 'problem' : undefined}>
          {t(keyOf('webmail', webmail))}: {t(`health_webmail_${how}`)}
          {missing.length > 0 && ` (${missing.map((part) => t(keyOf('compose_part', part))).join(', ')})`}
        </li>
      ))}
      <li>
        {scan.count === 0
          ? t('health_scan_none')
          : counted(t, 'health_scan', scan.count, formatNumber(t, scan.p50), formatNumber(t, scan.p95))}
      </li>
    </ul>
  );
}
