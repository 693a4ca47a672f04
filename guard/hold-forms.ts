// A form that is submitted past the controls that send, as some webmails save their drafts and as a script of the page can: what it carries
// is a request like any other. https://html.spec.whatwg.org/multipage/form-control-infrastructure.html#form-submission-algorithm
import { isOtherLabel } from '@/webmails/control-words.ts';
import { drawnInPart } from '@/webmails/editors.ts';
import { controlLabel } from '@/webmails/element-labels.ts';
import type { PageRequest } from '@/webmails/requests.ts';
import { attributeOf, documentWith, queryAll, requestSubmit, submitForm } from '@/webmails/unclobbered.ts';
import type { RequestHold } from './hold-requests.ts';
import type { Passage } from './passage.ts';

export type HoldForm = (event: Event, form: HTMLFormElement, submitter: HTMLElement | undefined) => void;

export function holdForms(requests: RequestHold, passage: Passage): HoldForm {
  /** Judged by what it carries. */
  let going: HTMLFormElement | undefined;
  return (event, form, submitter) => {
    if (form === going || !requests.isGuarding()) return;
    // It was judged, but for what such an editor does not draw.
    if (passage.isOpenTo(form) && !queryAll(form, drawnInPart)[0]) return;
    const shown = read(form, submitter);
    if (!shown || !requests.isHeld(shown.request, true)) return;
    event.stopImmediatePropagation();
    event.preventDefault();
    const isScript = event.type !== 'submit';
    const { document, frame } = frameOf(form);
    // Firefox fills the new frame with nothing meanwhile, and the page would take that for an answer.
    const quiet = (loaded: Event) => loaded.target === frame && loaded.stopImmediatePropagation();
    document.addEventListener('load', quiet, true);
    requests
      .mayGo({ ...shown.request, files: shown.files })
      .catch(() => false)
      .then((mayGo) => {
        document.removeEventListener('load', quiet, true);
        if (!mayGo) {
          // As where the server is not to be had: the page goes on.
          if (frame) frame.src = 'about:blank';
          return;
        }
        going = form;
        if (isScript) submitForm(form);
        else requestSubmit(form, submitter);
        going = undefined;
      });
  };
}

/** Undefined: it sends nothing. */
function read(
  form: HTMLFormElement,
  submitter: HTMLElement | undefined,
): { request: PageRequest; files: File[] } | undefined {
  const say = (name: string) => (submitter && attributeOf(submitter, `form${name}`)) ?? attributeOf(form, name) ?? '';
  if (say('method').toLowerCase() !== 'post') return undefined;
  const { baseURI } = documentWith(form);
  const url = URL.parse(say('action'), baseURI)?.href ?? baseURI;
  const fields = [...new FormData(form, submitter)];
  return {
    request: {
      method: 'POST',
      url,
      body: fields.map(([name, value]) => [name, typeof value === 'string' ? value : undefined]),
      ...(submitter && isOtherLabel(controlLabel(submitter)) ? { saysItSaves: true } : {}),
    },
    files: fields.flatMap(([, value]) => (typeof value === 'string' ? [] : value)),
  };
}

/** The frame that waits for the answer. */
function frameOf(form: HTMLFormElement): { document: Document; frame: HTMLIFrameElement | null } {
  const document = documentWith(form);
  const name = attributeOf(form, 'target');
  const frame = name ? document.querySelector<HTMLIFrameElement>(`iframe[name="${CSS.escape(name)}"]`) : null;
  return { document, frame };
}
