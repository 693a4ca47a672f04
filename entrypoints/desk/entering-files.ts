// Files that enter a message and that its page may only name later: docs/adr/0271-what-a-page-only-names.md
import type { ChangedFile } from '@/guard/ports.ts';
import type { AssessAsk } from '@/platform/desk/messages.ts';
import { type NamedFile, plain } from '@/platform/kept-files.ts';

export interface EnteringFiles {
  /** These enter the message: kept for when its page has nothing of them but their names. Never rejects. */
  keep(files: NamedFile[]): Promise<void>;
  /** What was kept under these names. */
  kept(names: string[]): Promise<NamedFile[]>;
}

/** What the page only names is what was let in under that name before, each that was: nobody can tell which it is. */
export async function withKept(request: AssessAsk, world: Pick<EnteringFiles, 'kept'>): Promise<AssessAsk> {
  const { draft } = request;
  const named = draft.files.filter(({ content }) => content === 'not-reachable');
  if (named.length === 0) return request;
  const kept = await world.kept(named.map(({ name }) => name));
  const files = draft.files.flatMap((file) => {
    const same = named.includes(file) ? kept.filter(({ name }) => plain(name) === plain(file.name)) : [];
    return same.length > 0 ? same.map((one, at) => ({ ...one, id: `${file.id}${at || ''}` })) : file;
  });
  return { ...request, draft: { ...draft, files } };
}

/** A webmail that is described has its own way to what was attached. `changed`: those that enter in the place of others. */
export async function keepEntering(
  { draft, webmail }: AssessAsk,
  changed: ChangedFile[],
  world: Pick<EnteringFiles, 'keep'>,
) {
  if (webmail !== 'generic' || !/^(attach|drop|paste)$/.test(draft.trigger)) return;
  const files = draft.files.flatMap(({ id, name, content }): NamedFile[] => {
    const change = changed.find((one) => one.id === id);
    if (change) return change.content ? [{ name: change.name, content: change.content }] : [];
    return typeof content === 'string' ? [] : [{ name, content }];
  });
  if (files.length > 0) await world.keep(files);
}
