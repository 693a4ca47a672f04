// The part of the guard that knows messages: finds the webmail, holds sends and pastes, judges along while a person writes.

import { hasSend } from '@/webmails/generic/controls.ts';
import { fieldsIn } from '@/webmails/generic/fields.ts';
import { lookIntoClosedTrees } from '@/webmails/page/composed-tree.ts';
import { editorsIn } from '@/webmails/page/editable.ts';
import type { RequestIn } from '@/webmails/requests/requests.ts';
import type { Compose, ComposePart, Webmail } from '@/webmails/webmail.ts';
import { readable, toAssessArrival } from './assess-draft.ts';
import { readAttachments } from './attachments.ts';
import { changeDraft } from './change-draft.ts';
import { clearances, peopleOf, textsOf } from './clearances.ts';
import { decideSends } from './decide-send.ts';
import type { Arriving, StartDrafts, Trigger } from './drafts.ts';
import { holdForms } from './hold-forms.ts';
import { holdRequests } from './hold-requests.ts';
import { type Commit, holdSend } from './hold-send.ts';
import { holdText } from './hold-text.ts';
import { judgeRequests } from './judge-requests.ts';
import { isMarker, marker } from './marker.ts';
import type { PageState } from './ports.ts';
import type { Steadfast } from './steadfast.ts';
import { editorWindows, watchComposes } from './watch-composes.ts';
import { writeAlong } from './write-along.ts';

/** Where it cannot even be said what is missing, nothing is as known. */
function missingIn(compose: Compose): readonly ComposePart[] {
  try {
    return compose.missing ?? [];
  } catch {
    return ['compose'];
  }
}

export const guardDrafts =
  (webmails: readonly Webmail[], requestIn: RequestIn): StartDrafts =>
  (grounds) => {
    const { view, ports, passage, listeners, inOrder, settled, tell, guardFiles, signal, own } = grounds;
    lookIntoClosedTrees((element) => (isMarker(element) ? undefined : ports.shadowRootOf(element)));
    const attachments = readAttachments();
    const show = marker(ports, signal);
    const cleared = clearances(() => Date.now());
    let told: PageState = { webmail: 'none', composes: 0, health: 'well', missing: [] };
    /** A commit of a draft that could not be found: said until the page goes. */
    let hasFailed = false;

    const watch = watchComposes(view.document, webmails, onLook, () => along.glance(), listeners, signal);
    const along = writeAlong(watch.composes, ports, attachments, show, signal);
    const guarded = new WeakMap<Document, Steadfast>();

    const decide = decideSends({
      ...grounds,
      attachments,
      async clear(draft) {
        cleared.add(textsOf(draft), peopleOf(draft));
        await ports.clear('send', draft.body.length);
      },
      show,
    });

    function onCommit(commit: Commit): void {
      const slow = setTimeout(() => show(commit.compose, 'checking'), 200);
      decide(commit)
        .catch(() => ports.notice('notice_not_checked'))
        .finally(() => clearTimeout(slow));
    }

    function mayEnter(compose: Compose, arriving: Arriving, trigger: Trigger) {
      return inOrder(async () => {
        const { approval, change } = await settled(toAssessArrival(compose.read(), arriving, trigger));
        await changeDraft(compose, { removeRecipients: change.removeRecipients }, grounds);
        // Let into the draft, it has not left yet: whether it was sent is said when the draft is.
        return approval;
      });
    }

    function guardSending(on: Steadfast): void {
      const onUnreadable = () => {
        hasFailed = true;
        tell({ health: 'degraded' });
        ports.notice('notice_not_checked');
      };
      holdSend(on, {
        ...watch,
        passage,
        innermost: (event) => own.innermost(event, ports.shadowRootOf),
        onCommit,
        onForm: holdForms(gatekeeper, passage),
        onUnreadable,
      });
      holdText(on, {
        ...watch,
        // Whose it is cannot be told: nobody may have seen it go.
        isPrivateMail(compose) {
          const draft = readable(compose);
          return !draft || ports.isPrivateMail(draft.account);
        },
        mayEnter: async (compose, text, isHtml) => Boolean(await mayEnter(compose, { text, isHtml }, 'paste')),
        onUnreadable: () => ports.notice('notice_arrival_not_checked'),
      });
      on.on('input', along.touch);
      on.on('change', along.touch);
    }

    function guardEditor(one: Window): void {
      // An editor writes its frame anew with `document.open()`, and the document stays the same.
      const known = guarded.get(one.document);
      known?.renew();
      if (known) return;
      const on = own.steadfast(one, signal);
      guarded.set(one.document, on);
      guardFiles(on);
      guardSending(on);
    }

    function onLook(): void {
      const composes = watch.composes();
      for (const compose of composes) for (const inner of editorWindows(compose)) guardEditor(inner);
      report();
      // Chips and attachment lists change without an event.
      if (composes[0]) along.glance();
    }

    function report(): void {
      const composes = watch.composes();
      const webmail = watch.webmail();
      const { activeElement } = view.document;
      // Somebody writes what can be sent, with a field of a message, and no compose window was ever found there.
      const isUnfound =
        webmail?.isHosted &&
        !watch.hasSeen() &&
        editorsIn(view.document).includes(activeElement as Element) &&
        hasSend(view.document) &&
        fieldsIn(view.document, 'all')[0];
      const missing = isUnfound ? (['compose'] as const) : [...new Set(composes.flatMap(missingIn))].sort();
      const now: PageState = {
        webmail: webmail?.id ?? 'none',
        composes: composes.length,
        missing,
        // Many pages show no account.
        health: missing.some((part) => part !== 'account') || hasFailed ? 'degraded' : 'well',
      };
      if (JSON.stringify(now) !== JSON.stringify(told)) tell(now);
      told = now;
    }

    const requests = judgeRequests({
      ...watch,
      grounds,
      attachments,
      clearances: cleared,
      requestIn,
      mayEnter,
      show,
    });
    const gatekeeper = holdRequests(view, listeners, requests);
    guardSending(listeners);
    return {
      ...watch,
      judgeAgain: along.again,
      mayEnter,
      report: () => told.composes === 0 && report(),
      stopped: requests.stopped,
    };
  };
