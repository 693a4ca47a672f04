// Under which name somebody works, where nothing else says who they are: no step is taken without one.
import { type RefObject, useId, useRef, useState } from 'react';
import { useStore } from 'zustand';
import { typedName } from '@/incidents/typed-text.ts';
import type { Translate } from '../../words.ts';
import type { RegisterState, RegisterStore } from '../register-store.ts';

interface Props {
  t: Translate;
  store: RegisterStore;
  /** A step was tried without a name. */
  isMissing: boolean;
  field: RefObject<HTMLInputElement | null>;
}

export function Sign({ t, store, isMissing, field }: Props) {
  const { policy, settings, sign } = useStore(store);
  const id = useId();
  if (policy && policy.policy.actor !== '') return null;
  return (
    <div className="sign">
      <label className="field">
        <span>{t('work_by')}</span>
        <input
          ref={field}
          type="text"
          maxLength={200}
          defaultValue={settings.by}
          aria-invalid={isMissing}
          aria-describedby={id}
          onBlur={(event) => sign(event.target.value.trim())}
          onKeyDown={({ key, currentTarget }) => key === 'Enter' && sign(currentTarget.value.trim())}
        />
      </label>
      <p id={id} role="alert" className="problem">
        {isMissing && t('work_by_missing')}
      </p>
    </div>
  );
}

/** `isNamed` is asked before a step: where nobody is named it says so, and puts the keys into the field. */
export function useSign(store: RegisterStore) {
  const [isMissing, setMissing] = useState(false);
  const field = useRef<HTMLInputElement>(null);
  const isNamed = (): boolean => {
    const isThere = isSigned(store.getState());
    setMissing(!isThere);
    if (!isThere) field.current?.focus();
    return isThere;
  };
  return { isNamed, sign: { isMissing, field } };
}

function isSigned({ policy, settings }: Pick<RegisterState, 'policy' | 'settings'>): boolean {
  const actor = policy?.policy.actor ?? '';
  return actor !== '' || typedName(settings.by) !== '';
}
