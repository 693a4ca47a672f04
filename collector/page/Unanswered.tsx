// What stands in the place of an answer that has not come yet, or did not: nothing is shown as empty that is not known.
import { keyOf, type Translate } from '../../components/words.ts';
import type { Said } from './ask.ts';

export function Unanswered({ t, said, again }: { t: Translate; said: Said<unknown> | undefined; again(): void }) {
  if (!said) return <p role="status">{t('collector_asking')}</p>;
  return (
    <div role="alert">
      <p className="problem">{t(keyOf('collector_problem', said.problem ?? 'failed'))}</p>
      <button type="button" className="button" onClick={again}>
        {t('register_again')}
      </button>
    </div>
  );
}
