// One question with a few answers, as radio buttons. `name` is the question's message key and the stem of its answers'.
import { useId } from 'react';
import type { Translate } from '../words.ts';

interface Props<Option extends string> {
  t: Translate;
  name: string;
  options: readonly Option[];
  chosen: Option;
  choose(option: Option): void;
}

export function Choices<Option extends string>({ t, name, options, chosen, choose }: Props<Option>) {
  const id = useId();
  return (
    <fieldset className="choices">
      <legend>{t(name)}</legend>
      {options.map((option) => (
        <label key={option}>
          <input type="radio" name={id} checked={option === chosen} onChange={() => choose(option)} />
          <span>{t(`${name}_${option}`)}</span>
        </label>
      ))}
    </fieldset>
  );
}
