// A step that needs the breach contact's key file. The file is read for this one step and not kept.
import { type FormEvent, type ReactNode, useState } from 'react';
import { type ContactKeys, readContactKeys } from '@/incidents/contact-keys.ts';
import type { Translate } from '../../words.ts';
import { KeyFileField } from '../KeyFileField.tsx';

interface Props {
  t: Translate;
  label: string;
  isReady: boolean;
  problem?: string;
  act(keys: ContactKeys): Promise<void>;
  children: ReactNode;
}

export function KeyForm({ t, label, isReady, problem = '', act, children }: Props) {
  const [text, setText] = useState('');
  const [isNone, setNone] = useState(false);
  const onSubmit = async (event: FormEvent) => {
    event.preventDefault();
    const keys = await readContactKeys(text);
    setNone(!keys);
    if (keys && isReady) await act(keys);
  };
  return (
    <form className="key-form" onSubmit={onSubmit}>
      <KeyFileField t={t} onText={setText} />
      {children}
      <button type="submit" className="button">
        {label}
      </button>
      <p role="alert" className={isNone || problem ? 'problem' : ''}>
        {isNone ? t('keys_no_file') : problem}
      </p>
    </form>
  );
}
