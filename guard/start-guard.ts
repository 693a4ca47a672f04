// Starts the guard in one document: holds files on their way into it, and calls the part that knows messages when one may be
// written here. That part is a script of its own: most pages never need it. See docs/adr/0078-two-scripts.md
import type { FileToRead } from '@/assessment/assessment.ts';
import { lookIntoClosedTrees } from '@/webmails/page/composed-tree.ts';
import { identityOf } from '@/webmails/page/file-identity.ts';
import type { Compose } from '@/webmails/webmail.ts';
import { toAssessUpload } from './assess-draft.ts';
import { withChanges } from './changed-files.ts';
import type { Drafts, Grounds, StartDrafts, Trigger } from './drafts.ts';
import { expectDrafts } from './expect-drafts.ts';
import { giveToInput } from './give-back.ts';
import { holdFiles } from './hold-files.ts';
import { holdPicked } from './hold-picked.ts';
import { holdUntilDrafts } from './hold-until-drafts.ts';
import { inLine } from './in-line.ts';
import { inPortions } from './in-portions.ts';
import { innermost } from './innermost.ts';
import { requestEvent } from './page-world/names.ts';
import { passage } from './passage.ts';
import type { PageState, Ports } from './ports.ts';
import { type Approval, settle } from './settle.ts';
import { type Steadfast, steadfast } from './steadfast.ts';

export interface Guard {
  /** The policy has changed: judge open drafts again. */
  judgeAgain(): void;
  /** What this page is now. */
  state(): PageState;
  /** The part that knows messages has come. Once is enough. */
  join(start: StartDrafts): void;
}

/** What the second part alone listens to: a place before the page's own listeners is to be had only now. */
const types = ['touchstart', 'touchend', 'keypress', 'keyup', requestEvent];

/** Call at `document_start`: listeners of the page's own that came first could not be held. */
export function startGuard(view: Window, ports: Ports, signal: AbortSignal): Guard {
  lookIntoClosedTrees(ports.shadowRootOf);
  const way = passage();
  const state: PageState = { webmail: 'none', composes: 0, health: 'well', missing: [] };
  const tell = (changes: Partial<PageState>) => ports.state(Object.assign(state, changes));
  /** One question at a time: a second file waits for the answer about the first, and Send for both. */
  const inOrder = <Result>(task: () => Promise<Result>) => inLine(ports, task);
  const listeners = steadfast(view, signal, types);
  const letIn: File[] = [];
  let drafts: Drafts | undefined;
  const expected = expectDrafts(view.document, ports.loadDrafts, listeners, signal);
  const onMissing = () => ports.notice('notice_orphaned');

  const settled: Grounds['settled'] = (draft, asked = ports, onRuling) =>
    settle(draft, asked, signal, (ruling) => {
      const { action, people, destination } = ruling;
      onRuling?.(ruling);
      tell({ last: { action, people: people.estimate, destination } });
    });

  /** Files on their way to a site: nobody but the site is named. */
  async function mayUpload(files: FileToRead[]): Promise<Approval | undefined> {
    if (!files[0]) return {};
    return inOrder(async () => (await settled(toAssessUpload(files, view.location.host))).approval);
  }

  /**
   * A browser looks at each file on the disk when its size is first asked for, and the page stands still meanwhile. Asked for here, in
   * portions, ten thousand files leave the page at once. False: the person would not wait.
   */
  function lookedAt(files: readonly File[]): Promise<boolean> {
    const waiting = ports.waiting();
    return inPortions(files, ({ size }) => size, waiting.signal)
      .finally(waiting.end)
      .then(
        () => true,
        () => false,
      );
  }

  /** The files that may enter: those that arrived, or others in their place. */
  async function admitted(
    files: File[],
    composeOf: () => Compose | undefined,
    trigger: Trigger,
  ): Promise<File[] | undefined> {
    if (!(await lookedAt(files))) return undefined;
    if (!drafts && expected.mayCompose()) await expected.come();
    const compose = composeOf();
    const read = files.map(toRead);
    const approval = await (drafts && compose ? drafts.mayEnter(compose, { files: read }, trigger) : mayUpload(read));
    const entering = approval && withChanges(files, approval.files);
    if (!entering) return undefined;
    compose?.remember?.(entering);
    letIn.push(...entering);
    if (entering[0]) await ports.clear('upload', 0);
    return entering;
  }

  const onUnheld = (why: 'too-many' | 'unread') =>
    ports.notice(why === 'too-many' ? 'notice_folder' : 'notice_folder_unread');
  const guardFiles = (on: Steadfast) =>
    holdFiles(on, {
      passage: way,
      shadowRootOf: ports.shadowRootOf,
      // Elsewhere than in a message, files that script made were the page's before.
      isGuarded: (target, event) =>
        event.isTrusted || (drafts ? drafts.composeOf(target) !== undefined : expected.mayCompose()),
      waiting: ports.waiting,
      admit: (target, files, trigger) => admitted(files, () => drafts?.composeOf(target()), trigger),
      onUnheld,
    });

  guardFiles(listeners);
  holdPicked(listeners, {
    admit: (files) => admitted(files, () => drafts?.composes()[0], 'attach'),
    onUnheld,
    waiting: ports.waiting,
  });
  holdUntilDrafts(listeners, () => drafts !== undefined, expected, onMissing);
  return {
    judgeAgain: () => drafts?.judgeAgain(),
    state() {
      drafts?.report();
      return state;
    },
    join(start) {
      if (drafts) return;
      drafts = start({
        view,
        ports,
        passage: way,
        listeners,
        inOrder,
        settled,
        mayUpload,
        tell,
        admitted: letIn,
        guardFiles,
        signal,
        own: { steadfast, innermost, giveToInput },
      });
      expected.arrived();
    },
  };
}

function toRead(file: File) {
  return { id: identityOf(file), name: file.name, content: file };
}
