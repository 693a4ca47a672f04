// What happened to an entry and what people did with it, oldest first. Nothing disappears: what was taken back is crossed out.
import type { Case } from '@/incidents/case.ts';
import { clockJumps } from '@/incidents/clock.ts';
import type { Row } from '@/incidents/views.ts';
import type { Change, Work } from '@/incidents/work.ts';
import { formatTime, keyOf, type Translate } from '../../words.ts';
import { factWords } from './fact-words.ts';

interface Props {
  t: Translate;
  row: Row;
  found: Case;
  now: number;
  /** Absent where the reader may look and no more. */
  work: ((change: Change) => Promise<boolean>) | undefined;
}

export function Timeline({ t, row, found, now, work }: Props) {
  const odd = new Set(clockJumps(row.works, now));
  return (
    <section className="timeline" aria-labelledby="timeline-title">
      <h2 id="timeline-title">{t('timeline_title')}</h2>
      <ol>
        <li>
          <time>{formatTime(t, row.at)}</time> {t(row.type === 'incident' ? 'timeline_incident' : 'timeline_report')}
        </li>
        {found.timeline.map(({ work: one, isUndone, isClaim }) => (
          <li key={one.id}>
            <time>{formatTime(t, one.at)}</time>{' '}
            <span className="soft">{one.by.value || t('register_actor_unknown')}</span>{' '}
            {isUndone ? <s>{sentence(t, one)}</s> : <span>{sentence(t, one)}</span>}
            {isUndone && <span className="soft"> {t('timeline_undone')}</span>}
            {odd.has(one) && <span className="problem"> {t('timeline_clock')}</span>}
            {isClaim && <span className="problem"> {t('timeline_claim')}</span>}
            {work && !isUndone && !isClaim && one.change.do !== 'undo' && one.change.do !== 'unseal' && (
              <button type="button" className="link" onClick={() => work({ do: 'undo', work: one.id })}>
                {t('timeline_undo')}
              </button>
            )}
          </li>
        ))}
      </ol>
    </section>
  );
}

/** What was done, and the one thing about it a reader looks for. */
function sentence(t: Translate, { change }: Work): string {
  return t(change.do === 'undo' ? 'timeline_undo_of' : `timeline_${change.do}`, [detail(t, change)]);
}

function detail(t: Translate, change: Change): string {
  switch (change.do) {
    case 'status':
      return [t(keyOf('status', change.status)), change.why].filter(Boolean).join(': ');
    case 'aware':
      return [formatTime(t, change.at), change.basis].filter(Boolean).join(': ');
    case 'facts':
      return factWords(t, change);
    case 'decide':
      return [t(keyOf('risk', change.risk)), change.reasoning].filter(Boolean).join(': ');
    case 'authority':
      return [change.authority, t(keyOf('phase', change.phase)), formatTime(t, change.at), change.reference]
        .filter(Boolean)
        .join(', ');
    case 'subjects':
      return t(keyOf('telling', change.told));
    case 'others':
      return change.who;
    case 'action':
      return [change.what, change.owner, ...(change.done === undefined ? [] : [t('timeline_done')])]
        .filter(Boolean)
        .join(', ');
    case 'feedback':
      return change.suggestion;
    case 'hold':
      return [t(change.isHeld ? 'yes' : 'no'), change.why].filter(Boolean).join(': ');
    case 'retain':
      return formatTime(t, change.until);
    case 'release':
      return formatTime(t, change.expires);
    case 'note':
      return change.text;
    case 'unseal':
      return change.why;
    case 'link':
    case 'undo':
    case 'severity':
      return '';
  }
}
