// Files in requests of a page: those on their way to an address that takes them are judged, those that go anywhere else are written down.
import type { FileToRead } from '@/assessment/assessment.ts';
import { identityOf } from '@/webmails/page/file-identity.ts';
import type { Compose, Draft } from '@/webmails/webmail.ts';
import { toAssessArrival } from './assess-draft.ts';
import type { Arriving, Grounds, Trigger } from './drafts.ts';
import { isLetIn } from './known-files.ts';
import type { Ruling } from './ports.ts';
import { type HeldRequest, isText, nameless } from './read-request.ts';
import type { Approval } from './settle.ts';

/** Bytes without a name that may be a file. */
const shortestFile = 32_768;

export interface Entry {
  grounds: Grounds;
  composes(): Compose[];
  mayEnter(compose: Compose, arriving: Arriving, trigger: Trigger): Promise<Approval | undefined>;
}

export interface FileJudge {
  /** Nobody knows what the page does by it: it goes, and a file in it that nobody was asked about is written down, once an address. */
  noteOther(request: HeldRequest): Promise<void>;
  mayUpload(request: HeldRequest): Promise<boolean>;
}

export function judgeFiles(
  { grounds, composes, mayEnter }: Entry,
  draft: () => Draft | undefined,
  note: (ruling: Ruling) => Promise<void>,
): FileJudge {
  const { ports, signal } = grounds;
  /** Addresses nobody knows, to which a file went. */
  const noted = new Set<string | undefined>();

  const freshOf = async (files: readonly File[]): Promise<File[]> => {
    const fresh: File[] = [];
    for (const file of files) if (!(await isLetIn(file, grounds.admitted))) fresh.push(file);
    return fresh;
  };

  return {
    async noteOther({ url, body, files }) {
      // What has no name is what pages tell of themselves, until it is long; a picture is what they draw of one that was let in.
      const fresh = await freshOf(
        files.filter(
          ({ name, size, type }) =>
            !/^image\//.test(type) && (name !== nameless || (size >= shortestFile && !(body && isText(type)))),
        ),
      );
      const arriving = body || files[0] ? fresh.map(toRead) : [unread];
      const open = arriving[0] && draft();
      if (!open) return;
      const ruling = await ports.assess(toAssessArrival(open, { files: arriving }, 'attach'), signal, false);
      const [place] = url.split('?');
      if (ruling.action === 'allow' || noted.has(place)) return;
      noted.add(place);
      await note(ruling);
    },

    async mayUpload({ files, body }) {
      const sent = files[0] || body === undefined ? files : [new File([String(body)], nameless)];
      const fresh = await freshOf(sent);
      if (!fresh[0] && sent[0]) return true;
      const [compose] = composes();
      const arriving = { files: fresh[0] ? fresh.map(toRead) : [unread] };
      const approval = await (compose ? mayEnter(compose, arriving, 'attach') : grounds.mayUpload(arriving.files));
      // Nothing can be put in the place of what the page made.
      if (!approval || approval.files) return false;
      grounds.admitted.push(...fresh);
      await ports.clear('upload', 0);
      return true;
    },
  };
}

/** A file that no page can be asked for again. */
export const unread: FileToRead = { id: 'request', name: nameless, content: 'not-reachable' };

export function toRead(file: File): FileToRead {
  return { id: identityOf(file), name: file.name, content: file };
}
