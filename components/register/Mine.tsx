// *What is recorded about me*: every entry this browser made about its user, in plain words, then what is checked and what is not.
import { useStore } from 'zustand';
import { nameOf } from '@/incidents/documents/document.ts';
import { toJson } from '@/incidents/export.ts';
import { rowsOf } from '@/incidents/joining.ts';
import type { Row } from '@/incidents/views.ts';
import { counted, formatTime, keyOf, type Translate } from '../words.ts';
import { About } from './About.tsx';
import type { FilePorts } from './Incidents.tsx';
import { Reading } from './Reading.tsx';
import { envelopesOf, type RegisterStore } from './register-store.ts';

export function Mine({ t, store, files }: { t: Translate; store: RegisterStore; files: FilePorts }) {
  const { entries, policy, phase, delivery } = useStore(store);
  const rows = rowsOf(entries);
  const read = entries.findLast(({ entry }) => entry.type === 'acknowledgement')?.entry;
  const save = () =>
    files.save({
      name: 'gatehouse-about-me.json',
      type: 'application/json',
      text: toJson(envelopesOf({ entries, imported: [], delivery }, files.extensionVersion), files.now()),
    });
  return (
    <>
      <section className="mine">
        <h2>{t('mine_title')}</h2>
        <Reading t={t} store={store} />
        {phase === 'ready' && rows.length === 0 && <p>{t('mine_none')}</p>}
        {read?.type === 'acknowledgement' && (
          <p className="soft">{t('guidance_read', [formatTime(t, read.acknowledgement.at)])}</p>
        )}
        <ul className="entries">
          {rows.map((row) => (
            <li key={row.id}>
              <time>{formatTime(t, row.at)}</time>
              <p>{sentence(t, row)}</p>
              <p className="soft">{t('mine_status', [t(keyOf('status', row.status))])}</p>
            </li>
          ))}
        </ul>
        {rows.length > 0 && (
          <button type="button" className="button" onClick={save}>
            {t('mine_save')}
          </button>
        )}
      </section>
      <About t={t} policy={policy} />
    </>
  );
}

function sentence(t: Translate, row: Row): string {
  if (row.type === 'report') return t('mine_report', [row.report.sealed ? t('report_sealed') : row.report.what]);
  const { incident, outcome } = row;
  const { people, destination, recipients, verdict, choice, reason } = incident;
  return [
    counted(
      t,
      'mine_people',
      people.estimate,
      t(`destination_${destination}`),
      recipients.domains.slice(0, 3).join(', '),
    ),
    ...verdict.rules.slice(0, 2).map((rule) => t('mine_rule', [nameOf(t, 'rule', rule)])),
    t('mine_then', [t(keyOf('choice', choice))]),
    ...(reason?.text ? [t('mine_reason', [reason.text])] : []),
    t(outcome === 'left' ? 'mine_left' : 'mine_stayed'),
  ].join(' ');
}
