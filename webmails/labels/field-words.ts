// What a field of a compose form is for, by its name and its label. Names are the field names of RFC 5322 as programs write them.
import { plain, spaced } from './control-words.ts';
import { labelReader, nameOf } from './element-labels.ts';
import { labels, type Meaning, recipientStems } from './field-labels.ts';

const names: Record<Meaning, RegExp> = {
  'reply-to': /reply ?to|return path/,
  bcc: / (bcc|cco|cci|blind ?(cop(y|ied)|carbon)) /,
  cc: / (cc|carbon ?copy|copy ?to|copied) /,
  to: / (to|rec(ipient|eiver)s?|rcpts?|(send|e?mail)to|to(addr(ess(es)?)?|list|emails?|users?)|addresse[des]+|destinat(ario|aire)s?|empfaenger|an) /,
  subject: / (subj(ect)?|betreff|asunto|objet|sujet|assunto|oggetto|onderwerp|temat) /,
  from: / (from|sender|identit(y|ies)|absender|expediteur|remitente) /,
};

/** Words that make a *to* or *from* beside them something else than an address. */
const elsewhere =
  / (go(to)?|return|redirect|assign(ed|ee)?|relate[ds]|dates?|day|times?|hours?|month|year|price|amount|range|min|max|start|end|valid|due|until|moved?|belongs|added|apply|link(ed)?|currency|city|airport|station|num(ber)?|count|age|size|unit|lang(uage)?|ship|bill|page|refers?|scroll|bg|gradient|transition|version|status|state|convert|translate|how) /;

const order: Meaning[] = ['reply-to', 'bcc', 'cc', 'subject', 'from', 'to'];

/** By what the programmer calls it. */
export function meaningOfName(name: string): Meaning | undefined {
  const text = ` ${spaced(name)} `;
  const meaning = order.find((one) => names[one].test(text));
  return (meaning === 'to' || meaning === 'from') && elsewhere.test(text) ? undefined : meaning;
}

/** By what the person reads: the whole label, what stands before a colon or a bracket, or a word of it that tells. */
export function meaningOfLabel(label: string): Meaning | undefined {
  const text = plain(label);
  if (text === '' || text.length > longestLabel) return undefined;
  const first = plain(text.split(/[:：(（,、|/]| [-–—] /u, 1)[0] ?? '');
  return (
    order.find((one) => labels[one].has(text) || labels[one].has(first)) ??
    order.find((one) => one !== 'to' && one !== 'from' && [...labels[one]].some((word) => hasWord(text, word))) ??
    // Of both, the blind one.
    (text.match(/(?<!\p{L})b?cc(?!\p{L})/gu)?.sort()[0] as Meaning | undefined)
  );
}

/** Speaks of recipients, of which kind it does not say: *Add a recipient*. */
export function speaksOfRecipients(label: string): boolean {
  return label.length <= longestLabel && recipientStems.test(plain(label));
}

/** By nothing but the whole of a text. */
export function meaningOfText(text: string): Meaning | undefined {
  const word = plain(text);
  return order.find((one) => labels[one].has(word));
}

/** Of the first that tells. */
export function firstMeaning(
  texts: readonly string[],
  tell: (text: string) => Meaning | undefined,
): Meaning | undefined {
  return texts.map(tell).find((one) => one !== undefined);
}

/** In scripts without spaces wherever it stands, and short. */
function hasWord(text: string, word: string): boolean {
  const [before, after] = text.split(word, 2);
  if (after === undefined) return false;
  return /[\u0e00-\u0eff\u3040-\u9fff\uac00-\ud7af]/.test(word)
    ? word.length > 1
    : word.length > 3 && !/\p{L}$/u.test(before!) && !/^\p{L}/u.test(after);
}

const longestLabel = 60;

/** Tells what fields are for, as the page is now. The programmer's name is believed before the label. */
export function fieldReader(): (field: Element) => Meaning | undefined {
  const labelOf = labelReader();
  return (field) => {
    const labels = labelOf(field);
    return (
      meaningOfName(nameOf(field)) ??
      firstMeaning(labels, meaningOfLabel) ??
      (labels.some(speaksOfRecipients) ? 'to' : undefined)
    );
  };
}
