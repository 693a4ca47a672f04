// Whether a draft is still the one that was judged. An approval holds for exactly what was approved.
import type { Draft } from '@/webmails/webmail.ts';

export function isSameDraft(one: Draft, other: Draft): boolean {
  return one.body === other.body && headOf(one) === headOf(other);
}

/** All but the body, which is long. */
function headOf({ account, to, cc, bcc, subject, isHtml, attachments }: Draft): string {
  const files = attachments.map(({ id, name, size }) => [id, name, size]);
  return JSON.stringify([account, to, cc, bcc, subject, isHtml, files]);
}
