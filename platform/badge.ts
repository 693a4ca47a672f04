// The mark on the toolbar icon: red when nobody is told of what happens here, or has not been told for as long as the policy allows.
import { browser } from 'wxt/browser';
import { t } from './i18n.ts';
import type { DeliveryStatus } from './messages/messages.ts';

const anHour = 3_600_000;

/** Label key of what is wrong with delivery, or `undefined`. `afterHours`: how long failing is nobody's concern. */
export function troubleOf(status: DeliveryStatus, now: number, afterHours: number): string | undefined {
  if (status.to === 'nowhere') return 'delivery_nowhere';
  const isOverdue =
    status.waiting > 0 && status.failingSince !== undefined && now - status.failingSince > afterHours * anHour;
  return isOverdue ? 'delivery_overdue' : undefined;
}

export async function showDelivery(status: DeliveryStatus, now: number, afterHours: number): Promise<void> {
  const trouble = troubleOf(status, now, afterHours);
  await browser.action.setBadgeBackgroundColor({ color: '#b3261e' });
  await browser.action.setBadgeText({ text: trouble ? '!' : '' });
  await browser.action.setTitle({ title: trouble ? `${t('extension_name')}: ${t(trouble)}` : t('extension_name') });
}
