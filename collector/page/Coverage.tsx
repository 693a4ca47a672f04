// Which browsers report, which are silent, whose chain has a hole; what was refused at the door; whether mail and forwarding go.

import { formatNumber, formatTime, keyOf, type Translate } from '../../components/words.ts';
import { nameOf } from '../../incidents/documents/document.ts';
import type { DeviceState, JobState, Coverage as Seen } from '../coverage.ts';
import { LookInto } from './LookInto.tsx';
import { Scroll } from './Scroll.tsx';
import { Unanswered } from './Unanswered.tsx';
import { useAnswer } from './use-answer.ts';

export function Coverage({ t }: { t: Translate }) {
  const [said, load] = useAnswer<Seen>('/api/coverage');
  if (!said?.body) return <Unanswered t={t} said={said} again={load} />;
  const { at, devices, refusals, clock, jobs, silenceDays } = said.body;
  return (
    <>
      {devices.length === 0 ? (
        <p>{t('collector_devices_none')}</p>
      ) : (
        <Scroll label={t('collector_devices', [formatNumber(t, devices.length)])}>
          <table>
            <caption>{t('collector_devices', [formatNumber(t, devices.length)])}</caption>
            <thead>
              <tr>
                {['device', 'state', 'heard', 'entries', 'version', 'policy'].map((column) => (
                  <th key={column} scope="col">
                    {t(`collector_device_${column}`)}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {devices.map((device) => (
                <tr key={device.device}>
                  <th scope="row">{device.device.slice(0, 8) || t('collector_device_none')}</th>
                  <td>
                    <State t={t} device={device} silenceDays={silenceDays} />
                    {(device.missing > 0 || device.odd.length > 0) && device.device !== '' && (
                      <LookInto t={t} device={device.device} shown={{ at, missing: device.missing }} done={load} />
                    )}
                    {device.lookedIntoAt !== undefined && (
                      <p>{t('collector_looked_into', [formatTime(t, device.lookedIntoAt)])}</p>
                    )}
                  </td>
                  <td className="when">{formatTime(t, device.heardAt)}</td>
                  <td>{formatNumber(t, device.entries)}</td>
                  <td>{device.extensionVersion}</td>
                  <td>{device.policyVersion}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </Scroll>
      )}
      {clock.length > 0 && (
        <section>
          <h2>{t('collector_clock')}</h2>
          <ul className="lines">
            {clock.map(({ kind, day }) => (
              <li key={`${kind} ${day}`} className="problem">
                {t(keyOf('collector', kind), [new Date(day).toISOString().slice(0, 10)])}
              </li>
            ))}
          </ul>
        </section>
      )}
      <section>
        <h2>{t('collector_jobs')}</h2>
        <ul className="lines">
          {jobs.map((job) => (
            <li key={job.name} className={job.lastFailure === '' && job.refused === 0 ? undefined : 'problem'}>
              {t(`collector_job_${job.name}`)}: {stateOf(t, job)}
              {job.refused > 0 && ` ${t('collector_job_refused', [formatNumber(t, job.refused)])}`}
            </li>
          ))}
        </ul>
      </section>
      <section>
        <h2>{t('collector_refusals')}</h2>
        {refusals.length === 0 && <p>{t('collector_refusals_none')}</p>}
        <ul className="lines">
          {refusals.map(({ kind, day, times }) => (
            <li key={`${kind} ${day}`}>
              {t(`collector_refusal_${kind}`, [new Date(day).toISOString().slice(0, 10), formatNumber(t, times)])}
            </li>
          ))}
        </ul>
      </section>
    </>
  );
}

function stateOf(t: Translate, { doneAt, failures, lastFailure, waiting }: JobState): string {
  if (failures > 0) return t('collector_job_failing', [lastFailure, formatNumber(t, waiting)]);
  if (doneAt === 0) return t('collector_job_never');
  if (lastFailure !== '') return t('collector_job_found', [formatTime(t, doneAt)]);
  return t(waiting > 0 ? 'collector_job_done' : 'collector_job_last', [
    formatTime(t, doneAt),
    formatNumber(t, waiting),
  ]);
}

/** A webmail, and what of it was not found. */
function drift(t: Translate, webmail: string, missing: readonly string[] = []): string {
  const parts = missing.map((part) => t(keyOf('compose_part', part)));
  return nameOf(t, 'webmail', webmail) + (parts.length > 0 ? ` (${parts.join(', ')})` : '');
}

function State({ t, device, silenceDays }: { t: Translate; device: DeviceState; silenceDays: number }) {
  const { device: id, missing, isSilent, odd, health } = device;
  if (id === '') return t('collector_state_unknown');
  const problems = [
    ...(isSilent ? [t('collector_state_silent', [formatNumber(t, silenceDays)])] : []),
    ...(missing > 0 ? [t('collector_state_missing', [formatNumber(t, missing)])] : []),
    ...(health && !health.gate ? [t('collector_state_gate')] : []),
    ...(health && health.problems > 0 ? [t('collector_state_problems', [formatNumber(t, health.problems)])] : []),
    ...(health && health.degraded.length > 0
      ? [
          t('collector_state_degraded', [
            health.degraded.map((webmail) => drift(t, webmail, health.missing?.[webmail])).join(', '),
          ]),
        ]
      : []),
    ...odd.map(({ kind, times, lastAt }) =>
      t(`collector_odd_${kind}`, [formatNumber(t, times), formatTime(t, lastAt)]),
    ),
  ];
  if (problems.length === 0) return t('collector_state_well');
  return (
    <ul className="lines">
      {problems.map((problem) => (
        <li key={problem} className="problem">
          {problem}
        </li>
      ))}
    </ul>
  );
}
