// What is odd about a browser was looked into: why it is marked no more, in a line.
import { useState } from 'react';
import { keyOf, type Translate } from '../../components/words.ts';
import { send } from './ask.ts';
import { Field, typedIn } from './Field.tsx';

interface Props {
  t: Translate;
  device: string;
  /** What is shown of it, and since when. */
  shown: { at: number; missing: number };
  done(): void;
}

export function LookInto({ t, device, shown: { at, missing }, done }: Props) {
  const [problem, setProblem] = useState('');
  const onSubmit = async (event: React.FormEvent<HTMLFormElement>) => {
    const said = await send('POST', `/api/coverage/${device}`, { ...typedIn(event), at, missing });
    if (said.problem === undefined) done();
    else setProblem(t(keyOf('collector_problem', said.problem)));
  };
  return (
    <details>
      <summary>{t('collector_look_into')}</summary>
      <form className="form" onSubmit={onSubmit}>
        <Field label={t('collector_look_into_why')} name="why" most={150} />
        <p role="alert" className="problem">
          {problem}
        </p>
        <button type="submit" className="button">
          {t('collector_look_into_do')}
        </button>
      </form>
    </details>
  );
}
