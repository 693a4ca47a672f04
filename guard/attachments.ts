// The bytes of a draft's attachments, loaded while the person writes so that Send need not wait for them.
import type { FileToRead } from '@/assessment/assessment.ts';
import type { Attachment, Draft } from '@/webmails/webmail.ts';

export interface AttachmentReader {
  /** Never rejects: what cannot be loaded says so, and is tried again the next time. */
  read(root: Element, draft: Draft, signal: AbortSignal): Promise<FileToRead[]>;
}

const longestLoad = 60_000;

export function readAttachments(): AttachmentReader {
  const loaded = new WeakMap<Element, Map<string, Promise<Blob>>>();
  return {
    async read(root, { attachments }, signal) {
      const before = loaded.get(root);
      const now = new Map<string, Promise<Blob>>();
      loaded.set(root, now);
      return Promise.all(
        attachments.map(async (attachment) => {
          const { id, name, size, load } = attachment;
          if (!load) return { id, name, content: 'not-reachable' };
          const key = JSON.stringify([id, name, size]);
          const content = before?.get(key) ?? start(attachment, signal);
          now.set(key, content);
          try {
            return { id, name, content: await content };
          } catch (reason) {
            now.delete(key);
            return { id, name, content: (reason as Error).name === 'TimeoutError' ? 'time-out' : 'not-reachable' };
          }
        }),
      );
    },
  };
}

function start(attachment: Attachment, signal: AbortSignal): Promise<Blob> {
  return attachment.load!(AbortSignal.any([signal, AbortSignal.timeout(longestLoad)]));
}
