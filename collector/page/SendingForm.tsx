// A form that is sent to the collector. What the collector objects to stands above the button.
import { type ReactNode, useState } from 'react';
import { keyOf, type Translate } from '../../components/words.ts';
import { send } from './ask.ts';
import { typedIn } from './Field.tsx';

interface Props {
  t: Translate;
  path: string;
  /** Sent with what is typed. */
  more?: object;
  /** What is objected to before anything was typed. */
  objection?: string | undefined;
  done(): void;
  /** What the button says. */
  label: string;
  /** One of several things that may be done here. */
  isAside?: boolean;
  /** Beside the button. */
  beside?: ReactNode;
  children: ReactNode;
}

export function SendingForm({ t, path, more, objection, done, label, isAside = false, beside, children }: Props) {
  const [problem, setProblem] = useState(objection);
  const onSubmit = async (event: React.FormEvent<HTMLFormElement>) => {
    const said = await send('POST', path, { ...typedIn(event), ...more });
    setProblem(said.problem);
    if (said.problem === undefined) done();
  };
  return (
    <form className="form" onSubmit={onSubmit}>
      {children}
      <p role="alert" className="problem">
        {problem && t(keyOf('collector_problem', problem))}
      </p>
      <div className="buttons">
        <button type="submit" className={isAside ? 'button' : 'button main'}>
          {label}
        </button>
        {beside}
      </div>
    </form>
  );
}
