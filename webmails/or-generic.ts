// A described webmail, and behind it the generic one for compose forms the description does not know: a page that was built anew, a
// basic view. Those say that the compose window itself was not where it is known to be.

import { generic } from './generic/generic.ts';
import { editorsIn } from './page/editable.ts';
import { contains, documentWith } from './page/unclobbered.ts';
import type { Compose, Webmail } from './webmail.ts';

export function orGeneric(webmail: Webmail): Webmail {
  /** Looking costs: only where something can be written in outside the windows that are known. */
  const strangers = (document: Document, known: readonly Compose[]): Compose[] => {
    const isKnown = (element: Element) => known.some(({ root }) => contains(root, element));
    if (editorsIn(document).every(isKnown)) return [];
    return generic
      .composes(document)
      .filter(({ root }) => !isKnown(root) && !known.some((one) => contains(root, one.root)));
  };
  const among = (element: Element) => {
    const document = documentWith(element);
    const found = strangers(document, webmail.composes(document));
    return found.some(({ root }) => contains(root, element) || contains(element, root));
  };
  return {
    ...webmail,
    composes(document) {
      const known = webmail.composes(document);
      const more = strangers(document, known).map((one): Compose => ({ ...one, missing: ['compose'] }));
      return [...known, ...more];
    },
    commitOf(target) {
      const own = webmail.commitOf(target);
      if (own) return own;
      const control = generic.commitOf(target);
      return control && among(control) ? control : undefined;
    },
    isSendForm: (form, submitter) =>
      webmail.isSendForm(form, submitter) || (generic.isSendForm(form, submitter) && among(form)),
  };
}
