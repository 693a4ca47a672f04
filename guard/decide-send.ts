// One commit, from held to released or not: read, judge, ask, record, compare, release. Nothing goes that was not judged
// as it stands at that moment, and nothing that must be recorded goes before the record is safe.
import { contains, documentWith, isConnected } from '@/webmails/page/unclobbered.ts';
import type { Draft, Outcome } from '@/webmails/webmail.ts';
import { readable, toAssess } from './assess-draft.ts';
import type { AttachmentReader } from './attachments.ts';
import { changeDraft } from './change-draft.ts';
import { isSameDraft } from './draft-equality.ts';
import type { Grounds } from './drafts.ts';
import type { Commit } from './hold-send.ts';
import type { Show } from './marker.ts';
import type { Ports } from './ports.ts';
import type { Approval, Settled } from './settle.ts';

export interface Decider
  extends Pick<Grounds, 'ports' | 'passage' | 'signal' | 'admitted' | 'inOrder' | 'settled' | 'own'> {
  attachments: AttachmentReader;
  /** This draft, and nothing else, may leave now. */
  clear(draft: Draft): Promise<void>;
  show: Show;
}

interface Approved extends Approval {
  draft: Draft;
}

/** Someone, or something, writes faster than it can be judged. */
const mostRounds = 5;

/** A page still shows the compose window for a moment after it was sent. */
const afterSent = 2_000;

/** A commit on its way. `overtake`: it is let go, and another draft is committed before anybody can say what became of it. */
interface Deciding {
  overtake?: (() => void) | undefined;
}

/**
 * Decides commits. One that comes while the same draft is being decided, or was just sent, is swallowed. Once the person has gone back
 * to editing, or it was let go and what is committed now is another draft, it is a decision of its own, which waits until the one before is
 * recorded.
 */
export function decideSends(decider: Decider): (commit: Commit) => Promise<void> {
  const deciding = new WeakMap<Element, Deciding>();
  /** Incidents of which nobody can say whether the message went: a later press that sends nothing does not take that back. */
  const unsure = new Set<string>();
  const approvals = new WeakMap<Element, Approved>();
  return async (commit) => {
    const { root } = commit.compose;
    const before = deciding.get(root);
    if (before && !before.overtake) return;
    before?.overtake?.();
    const now: Deciding = {};
    deciding.set(root, now);
    const end = () => deciding.get(root) === now && deciding.delete(root);
    const { ports } = decider;
    const ask: Ports['ask'] = async (ruling, signal) => {
      const answer = await ports.ask(ruling, signal);
      if (!answer.release) end();
      return answer;
    };
    const conclude: Ports['conclude'] = (record, sent) => {
      if (sent === 'unknown') unsure.add(record);
      if (sent !== 'not-sent' || !unsure.has(record)) ports.conclude(record, sent);
    };
    try {
      const own = { ...decider, ports: { ...ports, ask, conclude } };
      const outcome = await decider.inOrder(() => decide(commit, own, approvals, now));
      now.overtake = undefined;
      if (outcome === 'sent') await pause(afterSent);
    } finally {
      end();
    }
  };
}

const pause = (milliseconds?: number) => new Promise((resume) => setTimeout(resume, milliseconds));

async function decide(
  commit: Commit,
  decider: Decider,
  approvals: WeakMap<Element, Approved>,
  deciding: Deciding,
): Promise<Outcome> {
  const { compose } = commit;
  const { ports, passage, signal } = decider;
  // A control that is being clicked cannot be clicked: the held event must be over.
  await pause();
  takeFocus(commit);
  for (let round = 0; round < mostRounds; round++) {
    // A field that is left makes a recipient of what was typed, and may fold them again.
    if (compose.unfold) {
      compose.unfold();
      await pause();
    }
    const draft = compose.read();
    const earlier = approvals.get(compose.root);
    const approval = earlier && isSameDraft(earlier.draft, draft) ? earlier : await approve(commit, draft, decider);
    if (!approval) return 'not-sent';
    if (approval.files) {
      // Safe copies take the place of files, and what is in the draft then is judged like any other.
      if (await change(commit, { removeRecipients: [], files: approval.files }, decider)) continue;
      return 'not-sent';
    }
    if (approval.record) approvals.set(compose.root, { ...approval, draft });
    await Promise.all([compose.ready?.(signal), decider.clear(draft)]);
    if (!isConnected(compose.root) || signal.aborted) {
      conclude(approval, 'not-sent', ports);
      // Drawn anew, or closed: nobody sees that what was pressed did nothing.
      if (!signal.aborted) ports.notice('notice_press_again');
      return 'not-sent';
    }
    const judgeAnew = () => {
      conclude(approval, 'not-sent', ports);
      approvals.delete(compose.root);
    };
    // From here to the commit nothing is awaited: what goes is what was read in this moment.
    if (!isSameDraft(compose.read(), draft)) {
      judgeAnew();
      continue;
    }
    let hasGone = true;
    const isAsJudged = () => {
      const now = readable(compose);
      hasGone = now !== undefined && isSameDraft(now, draft);
      return hasGone;
    };
    const { how, trigger, pressed } = commit;
    const resumed = passage.through(compose.root, () => compose.resume(how, trigger, pressed), isAsJudged);
    if (!hasGone) {
      // The page's own handlers changed it on the way: stopped at the submission, and judged as it is now.
      judgeAnew();
      continue;
    }
    const end = passage.stay(compose.root, isAsJudged);
    const overtaken = new Promise<Outcome>((resolve) => {
      deciding.overtake = () => resolve('unknown');
    });
    const outcome = await Promise.race([resumed, overtaken]).finally(end);
    conclude(approval, outcome, ports);
    if (outcome === 'sent') approvals.delete(compose.root);
    // What was pressed is gone, as a menu that closed meanwhile: only the person can open it again.
    else if (outcome === 'not-sent' && !isConnected(trigger)) ports.notice('notice_press_again');
    if (outcome === 'unknown') decider.show(compose, 'unconfirmed');
    return outcome;
  }
  ports.notice('notice_draft_changing');
  return 'not-sent';
}

/** Judges a draft and asks where it must be asked. Undefined = it stays. */
async function approve(commit: Commit, draft: Draft, decider: Decider): Promise<Approval | undefined> {
  const { attachments, ports, signal } = decider;
  const { compose, how } = commit;
  const files = await attachments.read(compose.root, draft, signal);
  const trigger = how === 'key' ? 'shortcut' : 'send';
  let isJudged = false;
  const settled = await decider.settled(toAssess(draft, files, trigger, compose), ports, (ruling) => {
    isJudged = true;
    decider.show(compose, ruling);
  });
  // It could not be judged, or the person cancelled that.
  if (!isJudged) decider.show(compose, 'unchecked');
  if (!settled.approval) await change(commit, settled.change, decider);
  return settled.approval;
}

async function change({ compose }: Commit, wanted: Settled['change'], decider: Decider): Promise<boolean> {
  const isDone = await changeDraft(compose, wanted, decider).catch(() => false);
  if (!isDone) decider.ports.notice('notice_not_changed');
  return isDone;
}

function conclude(approval: Approval, outcome: Outcome, ports: Ports): void {
  if (approval.record) ports.conclude(approval.record, outcome);
}

/** The cancelled press would have moved the focus: fields take what was typed into them when they lose it. */
function takeFocus({ trigger, how }: Commit): void {
  if (how === 'key' || how === 'script') return;
  const active = documentWith(trigger).activeElement as HTMLElement | null;
  // A menu that is open has it, and closes when it has it no more.
  if (active && active.localName !== 'body' && contains(active, trigger)) return;
  active?.blur();
  (trigger as HTMLElement).focus?.({ preventScroll: true });
}
