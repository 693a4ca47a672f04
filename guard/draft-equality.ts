// Whether a draft is still the one that was judged. An approval holds for exactly what was approved.
import type { Draft } from '@/webmails/webmail.ts';

export function isSameDraft(one: Draft, other: Draft): boolean {
  return (
    one.account === other.account &&
    one.subject === other.subject &&
    one.isHtml === other.isHtml &&
    one.body === other.body &&
    isSameList(one.to, other.to) &&
    isSameList(one.cc, other.cc) &&
    isSameList(one.bcc, other.bcc) &&
    isSameList(one.attachments.map(identity), other.attachments.map(identity))
  );
}

function isSameList(one: readonly string[], other: readonly string[]): boolean {
  return one.length === other.length && one.every((entry, index) => entry === other[index]);
}

function identity({ id, name, size }: Draft['attachments'][number]): string {
  return JSON.stringify([id, name, size ?? null]);
}
