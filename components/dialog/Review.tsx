// The way to a human: who, how to reach them, and a message ready to send that holds no value.
import { useEffect, useRef, useState } from 'react';
import { useStore } from 'zustand';
import { ContactLine, isReachable } from '../ContactLine.tsx';
import { maskAddress } from '../mask-address.ts';
import { keyOf } from '../words.ts';
import type { DialogStore } from './dialog-store.ts';
import type { Contact, DialogPorts, VerdictView } from './dialog-view.ts';
import { headline } from './sentences.ts';

interface Props {
  ports: DialogPorts;
  view: VerdictView;
  contact: Contact;
  store: DialogStore;
}

export function Review({ ports: { t, copy }, view, contact, store }: Props) {
  const { isReviewAsked, askReview } = useStore(store);
  const [copied, setCopied] = useState<'no' | 'yes' | 'failed'>('no');
  const text = reviewText(t, view);
  const mail = `mailto:${contact.email}?subject=${encodeURIComponent(t('dialog_review_subject'))}&body=${encodeURIComponent(text)}`;
  const ready = useRef<HTMLTextAreaElement>(null);
  useEffect(() => {
    if (isReviewAsked) ready.current?.focus();
  }, [isReviewAsked]);
  const isKnown = isReachable(contact);
  const onCopy = async () => {
    try {
      await copy(text);
      setCopied('yes');
    } catch {
      // A frame that is given no clipboard, or no secure context, may still copy what is selected.
      ready.current?.select();
      setCopied(document.execCommand?.('copy') ? 'yes' : 'failed');
    }
  };
  return (
    <div className="review">
      <div className="person">
        {!isReviewAsked && (
          <button type="button" className="button" onClick={askReview}>
            {t('dialog_ask_review')}
          </button>
        )}
        <ContactLine t={t} contact={contact} />
      </div>
      {isReviewAsked && (
        <div role="status" className="ready">
          <p>{t(isKnown ? 'dialog_review_noted' : 'dialog_review_noted_nobody', [contact.name])}</p>
          <textarea ref={ready} readOnly rows={7} value={text} aria-label={t('dialog_review_subject')} />
          <div className="buttons">
            {contact.email && (
              <a className="button" href={mail} target="_blank" rel="noreferrer">
                {t('dialog_review_mail')}
              </a>
            )}
            <button type="button" className="button" onClick={onCopy}>
              {t('dialog_review_copy')}
            </button>
          </div>
          <p role="status">{copied === 'no' ? '' : t(`dialog_review_copied_${copied}`)}</p>
        </div>
      )}
    </div>
  );
}

function reviewText(t: DialogPorts['t'], view: VerdictView): string {
  const going = view.site ?? view.outside.map(({ address }) => maskAddress(address)).join(', ');
  return [
    t('dialog_review_opening'),
    headline(t, view),
    ...(going ? [t('dialog_review_going', [going])] : []),
    ...view.rules.map((rule) => t('dialog_rule', [t(keyOf('rule', rule))])),
    t('dialog_review_closing'),
  ].join('\n');
}
