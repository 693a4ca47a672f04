// Who is signed in, on a page nobody described: the one address the head of the page shows, or the sender a person can choose but
// not type. Where two disagree nobody is believed. Not the title of the page: a subject may stand there, and anybody writes subjects.

import { attributesOf } from '../labels/element-labels.ts';
import { addressesIn } from '../page/addresses-in.ts';
import { classed } from '../page/classed.ts';
import { contains, queryOutside } from '../page/composed-tree.ts';
import { documentWith, textsBeside } from '../page/unclobbered.ts';
import type { Field } from './field.ts';
import { isField, valueIn } from './recipients.ts';

const heads = `header,[role=banner],[id*="account" i],[id*="username" i],${classed('account profile user-menu usermenu user-info userinfo username current-user logged')}`;
/** What stands there may be written by others: messages, and names of folders. */
const written = `article,[role=article],[role=listitem],[role=row],[role=option],tr,main li,${classed('message thread')}`;

export function accountFor(root: Element, senders: readonly Field[]): string | undefined {
  const given = senders.flatMap(({ element }) => (isGiven(element) ? addressesIn(valueIn(element)) : []))[0];
  const shown = shownAccount(root);
  if (!given || !shown) return given ?? shown;
  return domainOf(given) === domainOf(shown) ? given : undefined;
}

/** Whoever can type a sender could make any domain their firm's. */
function isGiven(from: Element): boolean {
  return from.localName === 'select' || (isField(from) && (from.readOnly || from.disabled));
}

function shownAccount(root: Element): string | undefined {
  const shown = queryOutside(documentWith(root), heads).filter(
    (one) => !contains(root, one) && !contains(one, root) && !one.closest(written),
  );
  const texts = shown.flatMap((one) => [...textsBeside(one, written), ...attributesOf(one, ['title', 'aria-label'])]);
  const found = new Set(texts.flatMap(addressesIn).map((one) => one.toLowerCase()));
  return found.size === 1 ? [...found][0] : undefined;
}

function domainOf(address: string): string | undefined {
  return address.toLowerCase().split('@')[1];
}
