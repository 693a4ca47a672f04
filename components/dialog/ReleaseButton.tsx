// A button that lets a message go. It works only after the arming delay, by a person's own press, while it can be seen.
import { type MouseEvent, useId, useState } from 'react';
import type { Translate } from '../words.ts';
import { isByHand, useArmed, useSeen } from './arming.ts';

interface Props {
  t: Translate;
  label: string;
  /** Shown as not ready yet; a press still goes to `press`, which says what is missing. */
  isWaiting?: boolean;
  press(): void;
}

export function ReleaseButton({ t, label, isWaiting = false, press }: Props) {
  const isArmed = useArmed();
  const [watch, isSeen] = useSeen();
  const [isCovered, setCovered] = useState(false);
  const hint = useId();
  const onClick = (event: MouseEvent) => {
    if (!isArmed || !isByHand(event)) return;
    const seen = isSeen();
    setCovered(!seen);
    if (seen) press();
  };
  return (
    <>
      <button
        type="button"
        ref={watch}
        className="button"
        data-release
        aria-disabled={!isArmed || isWaiting}
        aria-describedby={hint}
        onClick={onClick}
      >
        {label}
      </button>
      <span id={hint} role="status" className={isCovered ? 'problem' : 'unseen'}>
        {isCovered ? t('dialog_covered') : isArmed ? '' : t('dialog_arming')}
      </span>
    </>
  );
}
