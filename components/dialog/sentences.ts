// The sentences of the dialog, in the order they are read: what, where to, what was found, which rule.

import { maskAddress } from '../mask-address.ts';
import { counted, formatList, formatNumber, keyOf, type Translate } from '../words.ts';
import type { FoundPart, VerdictView } from './dialog-view.ts';

/** What the question is about: the whole message, a file on its way into it, or a piece of text. */
export type Subject = 'message' | 'file' | 'text';

export function subjectOf({ trigger, site }: Pick<VerdictView, 'trigger' | 'site'>): Subject {
  switch (trigger) {
    case 'attach':
    case 'drop':
    case 'upload':
      return 'file';
    case 'paste':
      return 'text';
    case 'network':
      return site ? 'file' : 'message';
    case 'send':
    case 'shortcut':
    case 'scheduled-send':
    case 'draft':
      return 'message';
  }
}

/** What the strictest rule is about, as one sentence. "This message is about 957 people." */
export function headline(t: Translate, view: VerdictView): string {
  const [rule = ''] = view.rules;
  if (rule === 'visible-recipients') return t('dialog_headline_visible');
  if (rule === 'look-alike-domain') return t('dialog_headline_look_alike');
  const isAboutFiles = rule.startsWith('unreadable-') || rule.startsWith('media-');
  if (view.unreadable.length > 0 && (isAboutFiles || view.people.estimate === 0)) return unreadableLine(t, view);
  return peopleLine(t, view);
}

/** A range is added where the count is uncertain by more than a tenth. */
function peopleLine(t: Translate, view: VerdictView): string {
  const key = `dialog_headline_${subjectOf(view)}`;
  const { min, estimate, max } = view.people;
  if (estimate === 0) return t(`${key}_plain`);
  if (max - min <= estimate / 10) return counted(t, key, estimate);
  return t(
    `${key}_range`,
    [min, estimate, max].map((number) => formatNumber(t, number)),
  );
}

function unreadableLine(t: Translate, { unreadable }: VerdictView): string {
  const files = unreadable.filter(({ name }) => name !== '').length;
  return files === 0 ? t('dialog_headline_unreadable_text') : counted(t, 'dialog_headline_unreadable', files);
}

/** "It is going to k…4@gmail.com, which looks like your own personal address." */
export function destinationLine(t: Translate, view: VerdictView): string {
  if (view.site) return t(`dialog_site_${view.destination}`, [view.site]);
  const [first, ...others] = view.outside;
  if (first && others.length === 0) return t(`dialog_going_${first.destination}`, [maskAddress(first.address)]);
  if (first) return counted(t, 'dialog_going_outside', view.outside.length);
  if (view.inside === 0) return t('dialog_going_nowhere');
  return t(`dialog_going_${view.destination}_all`);
}

/** "957 e-mail addresses, 954 birth dates and purchases". */
export function kindsLine(t: Translate, kinds: FoundPart['kinds']): string {
  return formatList(
    t,
    kinds.map(({ kind, distinct }) => counted(t, keyOf('found', kind), distinct)),
  );
}

/** Where something was found: a file by its name, else a word of our own. */
export function placeName(t: Translate, part: Pick<FoundPart, 'where' | 'name'>): string {
  return part.where === 'file' ? part.name : t(`dialog_part_${part.where}`);
}
