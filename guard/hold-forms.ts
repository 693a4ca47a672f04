// A form that is submitted past the controls that send, as some webmails save their drafts and as a script of the page can: what it carries
// is a request like any other. https://html.spec.whatwg.org/multipage/form-control-infrastructure.html#form-submission-algorithm
import { isOtherLabel } from '@/webmails/labels/control-words.ts';
import { controlLabel } from '@/webmails/labels/element-labels.ts';
import { drawnInPart } from '@/webmails/page/editors.ts';
import { attributeOf, documentWith, queryAll, requestSubmit, submitForm } from '@/webmails/page/unclobbered.ts';
import { cancel } from './cancel.ts';
import type { Gatekeeper } from './hold-requests.ts';
import type { Passage } from './passage.ts';

export type HoldForm = (event: Event, form: HTMLFormElement, submitter: HTMLElement | undefined) => void;

export function holdForms({ isHeld, mayGo }: Gatekeeper, passage: Passage): HoldForm {
  /** Judged by what it carries. */
  let going: HTMLFormElement | undefined;
  return (event, form, submitter) => {
    if (form === going || !isHeld()) return;
    // It was judged, but for what such an editor does not draw.
    if (passage.isOpenTo(form) && !queryAll(form, drawnInPart)[0]) return;
    const shown = read(form, submitter);
    if (!shown) return;
    const { url, fields, saysItSaves } = shown;
    const texts = fields.map(([name, value]) => [name, typeof value === 'string' ? value : undefined] as const);
    if (!isHeld('POST', url, texts, false, saysItSaves)) return;
    cancel(event);
    const isScript = event.type !== 'submit';
    const { document, frame } = frameOf(form);
    // Firefox fills the new frame with nothing meanwhile, and the page would take that for an answer.
    const quiet = (loaded: Event) => loaded.target === frame && loaded.stopImmediatePropagation();
    document.addEventListener('load', quiet, true);
    mayGo('POST', url, fields, saysItSaves)
      .catch(() => false)
      .then((isFree) => {
        document.removeEventListener('load', quiet, true);
        if (!isFree) {
          // As where the server is not to be had: the page goes on.
          if (frame) frame.src = 'about:blank';
          return;
        }
        going = form;
        try {
          if (isScript) submitForm(form);
          else requestSubmit(form, submitter);
        } finally {
          going = undefined;
        }
      })
      // The page took away what it was submitted by.
      .catch(() => {});
  };
}

interface Shown {
  url: string;
  fields: [name: string, value: FormDataEntryValue][];
  saysItSaves: boolean;
}

/** Undefined: it sends nothing. */
function read(form: HTMLFormElement, submitter: HTMLElement | undefined): Shown | undefined {
  const say = (name: string) => (submitter && attributeOf(submitter, `form${name}`)) ?? attributeOf(form, name) ?? '';
  if (say('method').toLowerCase() !== 'post') return undefined;
  const { baseURI, URL: own } = documentWith(form);
  // https://html.spec.whatwg.org/multipage/form-control-infrastructure.html#form-submission-algorithm
  const url = URL.parse(say('action') || own, baseURI)?.href ?? own;
  const saysItSaves = Boolean(submitter && isOtherLabel(controlLabel(submitter)));
  return { url, fields: [...new FormData(form, submitter)], saysItSaves };
}

/** The frame that waits for the answer. */
function frameOf(form: HTMLFormElement): { document: Document; frame: HTMLIFrameElement | null } {
  const document = documentWith(form);
  const name = attributeOf(form, 'target');
  const frame = name ? document.querySelector<HTMLIFrameElement>(`iframe[name="${CSS.escape(name)}"]`) : null;
  return { document, frame };
}
