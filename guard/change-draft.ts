// Changes a draft the way the person asked for in the dialog: recipients, text and files, through the page's own fields.

import { viewOf } from '@/webmails/page/unclobbered.ts';
import type { Compose } from '@/webmails/webmail.ts';
import { fileOf } from './changed-files.ts';
import type { Grounds } from './drafts.ts';
import { shortListOf } from './give-back.ts';
import type { Answer } from './ports.ts';
import { withoutRecipients } from './without-recipients.ts';

/** Files that are given may be uploaded. False where the page did not let it be done: nothing of that is lost, and nothing goes. */
export async function changeDraft(
  compose: Compose,
  { removeRecipients, text, files }: Pick<Answer, 'removeRecipients' | 'text' | 'files'>,
  { passage, signal, admitted, own }: Pick<Grounds, 'passage' | 'signal' | 'admitted' | 'own'>,
): Promise<boolean> {
  if (removeRecipients[0]) compose.setRecipients(withoutRecipients(compose.read(), removeRecipients));
  if (text && !compose.replaceText?.(text)) return false;
  if (!files) return true;
  const changes = new Map(files.map((file) => [file.id, fileOf(file)]));
  const give = (input: HTMLInputElement, others: readonly File[]) => {
    // The page uploads them now, while Send still waits for it: they are known.
    admitted.push(...others);
    const view = viewOf(input);
    own.giveToInput(input, shortListOf(view, others), passage);
  };
  return (await compose.replaceFiles?.({ changes, give, signal })) ?? false;
}
