// The draft written for a platform: what to fill in about the installation, and the files to save.
import { useId, useState } from 'react';
import { useStore } from 'zustand';
import type { Install } from '@/rollout/install.ts';
import { type TargetName, targets } from '@/rollout/targets.ts';
import { counted, keyOf, type Translate } from '../words.ts';
import type { PolicyPorts, PolicyStore } from './policy-store.ts';

const installFields = ['chromiumId', 'chromiumUpdates', 'firefoxId', 'firefoxPackage'] as const;

export function ExportPolicy({
  t,
  store,
  ports,
}: {
  t: Translate;
  store: PolicyStore;
  ports: Pick<PolicyPorts, 'save' | 'install'>;
}) {
  const { draft, problems } = useStore(store);
  const [target, setTarget] = useState<TargetName>('json');
  const [install, setInstall] = useState<Install>(ports.install);
  const id = useId();
  const files = targets[target].write(draft, install);
  return (
    <section aria-labelledby={`${id}-heading`} className="export-policy">
      <h2 id={`${id}-heading`}>{t('policy_export')}</h2>
      {Object.keys(draft).length === 0 && (
        <p>
          {t('policy_draft_empty')} <a href="#draft">{t('policy_part_draft')}</a>
        </p>
      )}
      {problems.length > 0 && <p className="problem">{counted(t, 'policy_problems', problems.length)}</p>}
      <div className="field">
        <label htmlFor={id}>{t('policy_target')}</label>
        <select id={id} value={target} onChange={(event) => setTarget(event.target.value as TargetName)}>
          {(Object.keys(targets) as TargetName[]).map((name) => (
            <option key={name} value={name}>
              {t(keyOf('policy_target', name))}
            </option>
          ))}
        </select>
      </div>
      {target !== 'json' && target !== 'google-admin' && (
        <fieldset className="install">
          <legend>{t('policy_install')}</legend>
          {installFields
            .filter((field) => field.startsWith(target === 'firefox' ? 'firefox' : 'chromium'))
            .map((field) => (
              <label key={field} className="field">
                <span>{t(`policy_install_${field}`)}</span>
                <input
                  type="text"
                  autoComplete="off"
                  spellCheck={false}
                  value={install[field]}
                  onChange={(event) => setInstall({ ...install, [field]: event.target.value.trim() })}
                />
              </label>
            ))}
        </fieldset>
      )}
      {files.map(({ name, text }) => (
        <div key={name} className="file">
          <button
            type="button"
            className="button"
            onClick={() => ports.save({ name: name.replace('/', '-'), type: 'application/octet-stream', text })}
          >
            {t('policy_save', [name])}
          </button>
          <details>
            <summary>{t('policy_show', [name])}</summary>
            <textarea readOnly rows={12} spellCheck={false} aria-label={name} value={text.replace(/^\ufeff/, '')} />
          </details>
        </div>
      ))}
    </section>
  );
}
