// Files that go changed: other content under another name, or not at all.
import { identityOf } from '@/webmails/page/file-identity.ts';
import type { ChangedFile } from './ports.ts';

export function fileOf({ name, content }: ChangedFile): File | undefined {
  return content && new File([content], name, { type: content.type });
}

/** Those that are to be changed, changed; the rest as they are. */
export function withChanges(files: readonly File[], changed: readonly ChangedFile[] = []): File[] {
  const byId = new Map(changed.map((file) => [file.id, file]));
  return files.flatMap((file) => {
    const change = byId.get(identityOf(file));
    return change ? (fileOf(change) ?? []) : file;
  });
}
