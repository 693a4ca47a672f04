// Where the 72 hours stand, in one sentence that needs no colour.
import type { Case } from '@/incidents/case.ts';
import { clockOf } from '@/incidents/clock.ts';
import { formatNumber, formatTime, type Translate } from '../words.ts';

const hour = 3_600_000;

export function ClockLine({ t, found, now }: { t: Translate; found: Case; now: number }) {
  const clock = clockOf(found, now);
  const hours = (time: number) => formatNumber(t, Math.floor(time / hour));
  const end = clock.deadline === undefined ? '' : formatTime(t, clock.deadline);
  switch (clock.phase) {
    case 'not-aware':
      return <span>{t('clock_not_aware')}</span>;
    case 'not-required':
      return <span>{t('clock_not_required')}</span>;
    case 'running':
      return <span>{t('clock_running', [hours(clock.left), end])}</span>;
    case 'short':
      return <strong className="problem">{t('clock_running', [hours(clock.left), end])}</strong>;
    case 'over':
      return <strong className="problem">{t('clock_over', [end])}</strong>;
    case 'notified':
      return (
        <span>
          {clock.lateBy > 0
            ? t('clock_late', [hours(clock.lateBy + hour - 1)])
            : t(clock.isFinal ? 'clock_final' : 'clock_notified')}
        </span>
      );
  }
}
