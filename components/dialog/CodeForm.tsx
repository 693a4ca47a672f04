// A code of the breach contact lets exactly this draft go. Folded away until there is one, or until one was wrong.
import { useState } from 'react';
import type { DialogStore } from './dialog-store.ts';
import type { DialogPorts, VerdictView } from './dialog-view.ts';
import { ReleaseButton } from './ReleaseButton.tsx';

export function CodeForm({ t, view, store }: { t: DialogPorts['t']; view: VerdictView; store: DialogStore }) {
  const [code, setCode] = useState('');
  return (
    <details className="code" open={view.codeProblem !== undefined}>
      <summary>{t('dialog_code')}</summary>
      <textarea
        rows={4}
        maxLength={1_000}
        value={code}
        aria-label={t('dialog_code')}
        onChange={(event) => setCode(event.target.value)}
      />
      <p role="alert" className={view.codeProblem ? 'problem' : ''}>
        {view.codeProblem && t(`dialog_code_${view.codeProblem}`)}
      </p>
      <ReleaseButton
        t={t}
        label={t('dialog_code_check')}
        isWaiting={code.trim() === ''}
        press={() => store.getState().sendWithCode(code)}
      />
    </details>
  );
}
