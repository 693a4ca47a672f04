// Puts on the clipboard what IT needs to know about this installation, and nothing of a person.
import { useState } from 'react';
import type { Translate } from '../words.ts';
import { type Diagnosed, diagnostics } from './diagnostics.ts';

interface Props {
  t: Translate;
  told(): Promise<Diagnosed>;
  copy(text: string): Promise<void>;
}

export function CopyDiagnostics({ t, told, copy }: Props) {
  const [isCopied, setCopied] = useState(false);
  const onClick = async () => {
    await copy(diagnostics(await told()));
    setCopied(true);
  };
  return (
    <button type="button" className="button" onClick={onClick}>
      {t(isCopied ? 'popup_diagnostics_copied' : 'popup_diagnostics')}
    </button>
  );
}
