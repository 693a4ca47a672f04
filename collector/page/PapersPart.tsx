// Papers on the collector's page. The collector has no policy: the breach contact chooses the firm's file, which is read in this browser and
// goes nowhere. Whether it is in force is said by what the browsers follow.
import type { ReactNode } from 'react';
import { type Read, reading, textOf } from '../../components/policy/read-policy.ts';
import { Papers } from '../../components/register/Papers.tsx';
import type { PaperPorts } from '../../components/register/PaperView.tsx';
import type { RegisterStore } from '../../components/register/register-store.ts';
import { ProblemLines } from '../../components/status/ProblemLines.tsx';
import { counted, formatList, formatNumber, keyOf, type Translate } from '../../components/words.ts';
import { parsePolicy } from '../../policy/parse.ts';
import type { Coverage } from '../coverage.ts';
import type { Said } from './ask.ts';
import { useAnswer } from './use-answer.ts';

interface Props {
  t: Translate;
  store: RegisterStore;
  files: PaperPorts;
  /** The file as it was read; the page remembers it while it is open. */
  file: Read | undefined;
  choose(file: Read): void;
}

export function PapersPart({ t, store, files, file, choose }: Props) {
  const parsed = file && 'values' in file ? parsePolicy(file.values) : undefined;
  const [said] = useAnswer<Coverage>(parsed && '/api/coverage');
  // Where what is recorded goes elsewhere, what this register does with it is nothing to write down.
  const reportsHere = parsed?.policy.reporting?.kind === 'collector';
  const take = async (chosen: File | undefined) => {
    if (chosen) choose(reading(await textOf(chosen)));
  };
  return (
    <Papers
      t={t}
      store={store}
      ports={files}
      {...(parsed && { policy: parsed.policy })}
      {...(said?.body && reportsHere && { kept: { registerDays: said.body.retentionDays } })}
    >
      <div className="policy-file">
        <label className="field">
          <span>{t('collector_policy_file')}</span>
          <input
            type="file"
            aria-describedby="policy-file-how"
            onChange={async ({ target }) => {
              await take(target.files?.[0]);
              target.value = '';
            }}
          />
        </label>
        <p id="policy-file-how" className="soft">
          {t('collector_policy_how')}
        </p>
        <div role="status">
          {file && 'key' in file && <p className="problem">{t(file.key, file.place)}</p>}
          {file && 'values' in file && parsed && (
            <>
              <p>
                {t('policy_imported', [t(keyOf('policy_target', file.target))])}{' '}
                <InForce t={t} version={parsed.policy.version} said={said} />
              </p>
              {parsed.problems.length > 0 && (
                <>
                  <p>{counted(t, 'policy_problems', parsed.problems.length)}</p>
                  <ProblemLines problems={parsed.problems} isLoud />
                </>
              )}
            </>
          )}
        </div>
      </div>
    </Papers>
  );
}

/** Who follows this version, as far as browsers were heard of lately. */
function InForce({ t, version, said }: { t: Translate; version: string; said: Said<Coverage> | undefined }): ReactNode {
  if (!said) return null;
  if (!said.body) return <span className="problem">{t(keyOf('collector_problem', said.problem ?? 'failed'))}</span>;
  const { devices, silenceDays } = said.body;
  const heard = devices.filter(({ device, isSilent }) => device !== '' && !isSilent);
  if (heard.length === 0) return t('collector_policy_nobody', [version, formatNumber(t, silenceDays)]);
  const versions = Map.groupBy(heard, ({ policyVersion }) => policyVersion);
  const number = (of: string) => formatNumber(t, versions.get(of)?.length ?? 0);
  // Of a browser that sent entries and has not yet said what it follows, nothing is known.
  const others = [...versions.keys()].filter((one) => one !== version && one !== '');
  return (
    <>
      {t('collector_policy_in_force', [
        ...[version, number(version)],
        ...[formatNumber(t, heard.length), formatNumber(t, silenceDays)],
      ])}{' '}
      {versions.has('') && t('collector_policy_not_yet', [number('')])}{' '}
      {others.length > 0 && (
        <span className="problem">
          {t('collector_policy_others', [
            formatList(
              t,
              others.map((one) => `${one} (${number(one)})`),
            ),
          ])}
        </span>
      )}
    </>
  );
}
