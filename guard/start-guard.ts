// Starts the guard in one document: finds the webmail, holds sends, files and pastes, judges along while a person writes.
import { identityOf } from '@/webmails/file-identity.ts';
import type { Compose, Webmail } from '@/webmails/webmail.ts';
import { toAssessArrival, toAssessUpload } from './assess-draft.ts';
import { readAttachments } from './attachments.ts';
import { decideSends } from './decide-send.ts';
import { holdFiles } from './hold-files.ts';
import { holdPicked } from './hold-picked.ts';
import { type Commit, holdSend } from './hold-send.ts';
import { holdText } from './hold-text.ts';
import { marker } from './marker.ts';
import { passage } from './passage.ts';
import type { PageState, Ports, Ruling } from './ports.ts';
import { type Approval, settle } from './settle.ts';
import { type Steadfast, steadfast } from './steadfast.ts';
import { editorWindows, watchComposes } from './watch-composes.ts';
import { withoutRecipients } from './without-recipients.ts';
import { writeAlong } from './write-along.ts';

export interface Guard {
  /** The policy has changed: judge open drafts again. */
  judgeAgain(): void;
}

/** Call at `document_start`: listeners of the page's own that came first could not be held. */
export function startGuard(view: Window, webmails: readonly Webmail[], ports: Ports, signal: AbortSignal): Guard {
  const way = passage();
  const attachments = readAttachments();
  const { show } = marker(ports);
  const state: PageState = { webmail: 'none', composes: 0, health: 'well', missing: [] };
  /** A commit of a draft that could not be found: said until the page goes. */
  let hasFailed = false;
  const tell = (changes: Partial<PageState>) => ports.state(Object.assign(state, changes));

  const listeners = steadfast(view, signal);
  const watch = watchComposes(view.document, webmails, onLook, listeners, signal);
  const along = writeAlong(watch.composes, ports, attachments, show, signal);
  const inOrder = oneAfterAnother();
  const guarded = new WeakMap<Document, Steadfast>();

  const decide = decideSends({
    ports,
    attachments,
    passage: way,
    signal,
    inOrder,
    onRuling({ compose }, ruling) {
      show(compose, { says: 'ruling', ruling });
      tell({ last: lastOf(ruling) });
    },
    onUnjudged: ({ compose }) => show(compose, { says: 'unchecked' }),
    onOutcome: ({ compose }, outcome) => outcome === 'unknown' && show(compose, { says: 'unconfirmed' }),
  });

  function onCommit(commit: Commit): void {
    const slow = setTimeout(() => show(commit.compose, { says: 'checking' }), 200);
    decide(commit)
      .catch(() => ports.notice('notice_not_checked'))
      .finally(() => clearTimeout(slow));
  }

  async function mayEnter(
    compose: Compose,
    arriving: Arriving,
    trigger: 'attach' | 'drop' | 'paste',
  ): Promise<Approval | undefined> {
    return inOrder(async () => {
      const draft = toAssessArrival(compose.read(), arriving, trigger);
      const settled = await settle(draft, ports, signal, (ruling) => tell({ last: lastOf(ruling) }));
      const { approval, removeRecipients } = settled;
      if (removeRecipients.length > 0) compose.setRecipients(withoutRecipients(compose.read(), removeRecipients));
      // Let into the draft, it has not left yet: whether it was sent is said when the draft is.
      return approval;
    });
  }

  /** Files on their way to a site: nobody but the site is named. */
  async function mayUpload(files: readonly File[]): Promise<Approval | undefined> {
    if (files.length === 0) return {};
    return inOrder(async () => {
      const draft = toAssessUpload(files.map(toRead), view.location.host);
      return (await settle(draft, ports, signal, (ruling) => tell({ last: lastOf(ruling) }))).approval;
    });
  }

  /** The files that may enter: those that arrived, or others in their place. */
  async function admitted(
    files: File[],
    compose: Compose | undefined,
    trigger: 'attach' | 'drop' | 'paste',
  ): Promise<File[] | undefined> {
    const approval = await (compose ? mayEnter(compose, { files: files.map(toRead) }, trigger) : mayUpload(files));
    const entering = approval && (approval.files ?? files);
    if (entering) compose?.remember?.(entering);
    return entering;
  }

  function guardWindow(one: Window, on = steadfast(one, signal)): void {
    // An editor writes its frame anew with `document.open()`, and the document stays the same.
    const known = guarded.get(one.document);
    known?.renew();
    if (known) return;
    guarded.set(one.document, on);
    const { webmail, composeOf, hasSeen: isGuarding } = watch;
    const onUnreadable = () => {
      hasFailed = true;
      tell({ health: 'degraded' });
      ports.notice('notice_not_checked');
    };
    holdSend(on, { webmail, composeOf, isGuarding, passage: way, onCommit, onUnreadable });
    holdFiles(on, {
      passage: way,
      shadowRootOf: ports.shadowRootOf,
      // Elsewhere than in a message, files that script made were the page's before.
      isGuarded: (target, event) => event.isTrusted || composeOf(target) !== undefined,
      admit: (target, files, trigger) => admitted(files, composeOf(target), trigger),
      onTooMany: () => ports.notice('notice_folder'),
    });
    holdText(on, {
      composeOf,
      isPrivateMail: (compose) => ports.isPrivateMail(compose.read().account),
      mayEnter: async (compose, text, isHtml) => Boolean(await mayEnter(compose, { text, isHtml }, 'paste')),
    });
    on.on('input', along.touch);
    on.on('change', along.touch);
  }

  function onLook(): void {
    const webmail = watch.webmail();
    const composes = watch.composes();
    for (const compose of composes) for (const inner of editorWindows(compose)) guardWindow(inner);
    const id = webmail?.id ?? 'none';
    const missing = [...new Set(composes.flatMap((compose) => compose.missing ?? []))].sort();
    const isSame = state.webmail === id && state.composes === composes.length;
    if (!isSame || missing.join() !== state.missing?.join())
      tell({
        webmail: id,
        composes: composes.length,
        missing,
        health: missing.length > 0 || hasFailed ? 'degraded' : 'well',
      });
    // Chips and attachment lists change without an event.
    if (composes.length > 0) along.glance();
  }

  guardWindow(view, listeners);
  holdPicked(listeners, (files) => admitted(files, watch.composes()[0], 'attach'));
  return { judgeAgain: along.again };
}

type Arriving = Parameters<typeof toAssessArrival>[1];

function toRead(file: File) {
  return { id: identityOf(file), name: file.name, content: file };
}

function lastOf({ action, people, destination }: Ruling): NonNullable<PageState['last']> {
  return { action, people: people.estimate, destination };
}

/** One question at a time: a second file waits for the answer about the first, and Send for both. */
function oneAfterAnother(): <Result>(task: () => Promise<Result>) => Promise<Result> {
  let last: Promise<unknown> = Promise.resolve();
  return (task) => {
    const next = last.then(task, task);
    last = next.catch(() => undefined);
    return next;
  };
}
