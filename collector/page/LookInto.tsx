// What is odd about a browser was looked into: why it is marked no more, in a line.
import type { Translate } from '../../components/words.ts';
import { Field } from './Field.tsx';
import { SendingForm } from './SendingForm.tsx';

interface Props {
  t: Translate;
  device: string;
  /** What is shown of it, and since when. */
  shown: { at: number; missing: number };
  done(): void;
}

export function LookInto({ t, device, shown, done }: Props) {
  const path = `/api/coverage/${device}`;
  return (
    <details>
      <summary>{t('collector_look_into')}</summary>
      <SendingForm t={t} path={path} more={shown} done={done} label={t('collector_look_into_do')} isAside>
        <Field label={t('collector_look_into_why')} name="why" most={150} />
      </SendingForm>
    </details>
  );
}
