// From a draft as the page shows it to a ruling about it.
import type { DraftToAssess, FileToRead } from '@/assessment/assessment.ts';
import type { Trigger } from '@/policy/facts.ts';
import type { Compose, Draft } from '@/webmails/webmail.ts';

/** Undefined: the page is not as the webmail expects it. */
export function readable(compose: Compose): Draft | undefined {
  try {
    return compose.read();
  } catch {
    return undefined;
  }
}

/** `compose`: what it lets be changed. */
export function toAssess(
  draft: Draft,
  files: FileToRead[],
  trigger: Trigger,
  compose: Pick<Compose, 'replaceText' | 'replaceFiles'> = {},
): DraftToAssess {
  const { attachments: _, ...rest } = draft;
  const changeable = { text: compose.replaceText !== undefined, files: compose.replaceFiles !== undefined };
  return { ...rest, files, trigger, changeable };
}

/** Files or pasted text on their way into a draft: its recipients, and nothing of what it already holds. */
export function toAssessArrival(
  draft: Draft,
  arriving: { files?: FileToRead[]; text?: string; isHtml?: boolean },
  trigger: Trigger,
): DraftToAssess {
  const { files = [], text = '', isHtml = false } = arriving;
  return { ...toAssess(draft, files, trigger), subject: '', body: text, isHtml };
}

/** Files on their way to a site that is no mail. */
export function toAssessUpload(files: FileToRead[], site: string): DraftToAssess {
  return { to: [], cc: [], bcc: [], subject: '', body: '', isHtml: false, files, trigger: 'upload', site };
}
