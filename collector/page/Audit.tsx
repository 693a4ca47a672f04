// Who saw, exported and changed what, latest first; refused tries among them.
import { useState } from 'react';
import { formatTime, keyOf, type Translate } from '../../components/words.ts';
import type { AuditLine } from '../audit.ts';
import { Scroll } from './Scroll.tsx';
import { Unanswered } from './Unanswered.tsx';
import { useAnswer } from './use-answer.ts';

/** In words; what was refused before it had a name is a method and a path. */
const done = (t: Translate, action: string) => {
  const key = keyOf('collector_did', action);
  const words = t(key);
  return words === key || words === '' ? action : words;
};

export function Audit({ t }: { t: Translate }) {
  const [before, setBefore] = useState(Number.MAX_SAFE_INTEGER);
  const [said, load] = useAnswer<{ lines: AuditLine[]; isMore: boolean }>(`/api/audit?before=${before}`);
  if (!said?.body) return <Unanswered t={t} said={said} again={load} />;
  const { lines, isMore } = said.body;
  return (
    <Scroll label={t('collector_audit_caption')}>
      <table>
        <caption>{t('collector_audit_caption')}</caption>
        <thead>
          <tr>
            {['at', 'who', 'action', 'object', 'outcome'].map((column) => (
              <th key={column} scope="col">
                {t(`collector_audit_${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {lines.map(({ position, at, who, action, object, outcome }) => (
            <tr key={position}>
              <td className="when">{formatTime(t, at)}</td>
              <td>{who || t('collector_audit_nobody')}</td>
              <td>{done(t, action)}</td>
              <td>{object}</td>
              <td>{t(`collector_audit_${outcome}`)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {isMore && (
        <button type="button" className="button" onClick={() => setBefore(lines.at(-1)?.position ?? 0)}>
          {t('collector_audit_older')}
        </button>
      )}
    </Scroll>
  );
}
