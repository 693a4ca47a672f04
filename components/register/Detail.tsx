// One entry with every stored field, in a native dialog: Escape closes it and the focus goes back to its line.
import { useEffect, useRef } from 'react';
import type { Row } from '@/incidents/views.ts';
import type { Translate } from '../words.ts';
import { factsOf, type ReasonLabel } from './facts.ts';
import type { Proof } from './proof.ts';

interface Props {
  t: Translate;
  row: Row;
  proof: Proof;
  reasonLabel: ReasonLabel;
  close(): void;
}

export function Detail({ t, row, proof, reasonLabel, close }: Props) {
  const box = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    const dialog = box.current!;
    dialog.showModal();
    return () => dialog.close();
  }, []);
  return (
    <dialog ref={box} className="detail" aria-labelledby="detail-title" onClose={close}>
      <header>
        <h2 id="detail-title">{t(row.type === 'report' ? 'register_report' : 'register_incident')}</h2>
        <button type="button" className="button" onClick={close}>
          {t('register_close')}
        </button>
      </header>
      <dl>
        {factsOf(t, row, proof, reasonLabel).map(([label, lines]) => (
          <div key={label}>
            <dt>{t(label)}</dt>
            {[...new Set(lines)].map((line) => (
              <dd key={line}>{line}</dd>
            ))}
          </div>
        ))}
      </dl>
    </dialog>
  );
}
