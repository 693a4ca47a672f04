// The draft: where to begin, every setting to edit, what is wrong with it, what it does in sentences; undo, and reset setting by setting.
import { useId, useState } from 'react';
import { useStore } from 'zustand';
import type { Setting } from '@/policy/settings.ts';
import { type TemplateName, templates } from '@/policy/templates.ts';
import { explain } from '@/rollout/explain.ts';
import type { Values } from '@/rollout/install.ts';
import { ProblemLines } from '../status/ProblemLines.tsx';
import { counted, keyOf, type Translate } from '../words.ts';
import { draftOf, isWithin } from './draft.ts';
import { Editor } from './Editor.tsx';
import type { PolicyStore } from './policy-store.ts';
import { Sections } from './Sections.tsx';
import { meaningOf } from './setting-words.ts';

export function Draft({ t, store }: { t: Translate; store: PolicyStore }) {
  const { policy, problems, past, future, undo, redo } = useStore(store);
  return (
    <>
      <p>{t('policy_draft_what')}</p>
      <Begin t={t} store={store} />
      <div className="buttons toolbar">
        <button type="button" className="button" disabled={past.length === 0} onClick={undo}>
          {t('policy_undo')}
        </button>
        <button type="button" className="button" disabled={future.length === 0} onClick={redo}>
          {t('policy_redo')}
        </button>
        <p role="status" className={problems.length > 0 ? 'problem' : 'soft'}>
          {problems.length > 0 ? counted(t, 'policy_problems', problems.length) : t('policy_no_problems')}
        </p>
      </div>
      {problems.length > 0 && <ProblemLines problems={problems} />}
      <Sections t={t} row={(setting) => <Edited key={setting.path} t={t} store={store} setting={setting} />} />
      <details className="setting">
        <summary>{t('policy_explained')}</summary>
        <ul className="lines inner">
          {explain(policy, t).map((sentence) => (
            <li key={sentence}>{sentence}</li>
          ))}
        </ul>
      </details>
    </>
  );
}

/** Drawn when it is opened: all of them at once are hundreds of fields. */
function Edited({ t, store, setting }: { t: Translate; store: PolicyStore; setting: Setting }) {
  const { draft, problems, edit } = useStore(store);
  const [isOpen, setOpen] = useState(false);
  const { path, name } = setting;
  const wrong = problems.filter(({ key }) => isWithin(key, path)).length;
  const isWritten = Object.hasOwn(draft, name);
  return (
    <details className="setting" id={`draft-${path}`} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>
        <code>{name}</code>{' '}
        <span className={`origin ${isWritten ? 'local' : 'default'}`}>
          {t(isWritten ? 'policy_origin_local' : 'policy_origin_default')}
        </span>{' '}
        {wrong > 0 && <span className="problem">{counted(t, 'policy_wrong', wrong)}</span>}
        <span className="soft meaning">{meaningOf(t, setting)}</span>
      </summary>
      {isOpen && (
        <div className="inner">
          <Editor by={{ t, draft, problems, edit }} setting={setting} path={path} />
          <button
            type="button"
            className="button"
            disabled={!isWritten}
            aria-label={t('policy_reset_one', [name])}
            onClick={() => edit(path, undefined)}
          >
            {t('policy_reset')}
          </button>
        </div>
      )}
    </details>
  );
}

const blank = 'blank';
const inForceNow = 'in-force';

function Begin({ t, store }: { t: Translate; store: PolicyStore }) {
  const { inForce, replace } = useStore(store);
  const [from, setFrom] = useState<string>(blank);
  const [said, setSaid] = useState('');
  const id = useId();
  const begin = () => {
    const known: Values = from === blank ? {} : from === inForceNow ? draftOf(inForce?.policy ?? {}) : template(from);
    replace(known);
    setSaid(t('policy_begun', [t(keyOf('policy_template', from))]));
  };
  return (
    <div className="begin">
      <div className="field">
        <label htmlFor={id}>{t('policy_begin')}</label>
        <select
          id={id}
          aria-describedby={`${id}-what`}
          value={from}
          onChange={(event) => {
            setFrom(event.target.value);
            setSaid('');
          }}
        >
          {[blank, inForceNow, ...Object.keys(templates)].map((name) => (
            <option key={name} value={name}>
              {t(keyOf('policy_template', name))}
            </option>
          ))}
        </select>
      </div>
      <button type="button" className="button" onClick={begin}>
        {t('policy_begin_do')}
      </button>
      <p id={`${id}-what`} className="soft">
        {t(`${keyOf('policy_template', from)}_what`)}
      </p>
      <p role="status">{said}</p>
    </div>
  );
}

function template(name: string): Values {
  return templates[name as TemplateName];
}
