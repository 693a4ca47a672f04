// What an element is called: by its attributes, by the label that names it, by the text it shows.

import { plainSpaces } from '../page/plain-spaces.ts';
import { attributeOf, closest, queryAll, rootOf, textNodesIn } from '../page/unclobbered.ts';
import { isCommitLabel, isOtherLabel, spaced } from './control-words.ts';

/** Attributes that say to a person what an element is. */
export const told =
  'aria-label label placeholder data-placeholder title alt data-tooltip data-title data-original-title data-tip'.split(
    ' ',
  );
const byTest = 'data-testid data-test-id data-test data-cy data-qa';
const namedBy =
  `name id data-field data-name ${byTest} data-role data-type data-target formcontrolname ng-model v-model x-model ng-reflect-name data-bind controlname field property`.split(
    ' ',
  );
const identifiedBy = `id name data-action data-command data-cmd data-event data-icon icon ${byTest} alt`.split(' ');
const actedBy = 'onclick ng-click x-on:click @click v-on:click data-bind data-on-click jsaction formaction'.split(' ');
const pictures = 'i,span,svg,use,img,path';

/** By its attributes: the one a screen reader says first. */
function attributeLabels(element: Element): string[] {
  const ids = (attributeOf(element, 'aria-labelledby') ?? '').split(/\s+/);
  const root = element.getRootNode() as Document | ShadowRoot;
  const named = ids.map((id) => shortText(root.getElementById?.(id))).join(' ');
  return [named, ...attributesOf(element, told)].map((text) => text.trim()).filter(Boolean);
}

export function attributeLabel(element: Element): string {
  return attributeLabels(element)[0] ?? '';
}

/** What the programmer calls a field. */
export function nameOf(element: Element): string {
  return attributesOf(element, namedBy).join(' ');
}

/** What the programmer calls a control, and the picture in it: each name by itself. */
export function identifiersOf(control: Element): string[] {
  const inside = queryAll(control, pictures).slice(0, 6);
  const component = componentOf(control);
  return [
    ...(component ? identifiersOf(component) : []),
    ...[control, ...inside].flatMap(namesOf),
    ...attributesOf(control, actedBy).flatMap(calledIn),
  ];
}

function namesOf(element: Element): string[] {
  const classes = (attributeOf(element, 'class') ?? '').split(/\s+/);
  return [...attributesOf(element, identifiedBy), ...linkedBy(element), ...classes].filter(Boolean);
}

/** What a link calls; of a picture, the name of its file. */
function linkedBy(element: Element): string[] {
  const link = attributeOf(element, 'href') ?? attributeOf(element, 'xlink:href') ?? attributeOf(element, 'src') ?? '';
  if (element.localName !== 'a') return [/([^/#?]+?)(\.\w+)?(\?.*)?$/.exec(link.slice(-200))?.[1] ?? ''];
  return link.startsWith('javascript:') ? calledIn(link) : [];
}

/** What each is; empty where the element has none. */
export function attributesOf(element: Element, names: readonly string[]): string[] {
  return names.map((name) => attributeOf(element, name) ?? '');
}

/** `editor.send()`, `command('send')`, `click: sendCommand`. */
function calledIn(script: string): string[] {
  return script.slice(0, 400).match(/[\p{L}_$][\p{L}\d_$-]*/gu) ?? [];
}

/** What a control says it does: its label, its text, the picture's, what it is in a component, or at least its name. */
export function controlLabel(control: Element): string {
  const text = control.localName === 'input' ? (control as HTMLInputElement).value : shortText(control);
  const component = componentOf(control);
  const labels = [...attributeLabels(control), ...(text.trim() ? [text.trim()] : [])];
  return (
    // A tooltip may name a key alone.
    (labels[1] && labels.find((one) => isCommitLabel(one) || isOtherLabel(one))) ||
    labels[0] ||
    pictureLabel(control) ||
    (component && controlLabel(component)) ||
    spaced(`${attributeOf(control, 'name') ?? ''} ${control.id}`)
  );
}

/** The custom element that stands for this control, and is called what it does. */
function componentOf(control: Element): Element | undefined {
  const root = rootOf(control);
  if (!('host' in root)) return undefined;
  const [only, ...more] = (root as ShadowRoot).querySelectorAll('button,[role=button],a,input');
  return only === control && more.length === 0 ? (root.host as Element) : undefined;
}

function pictureLabel(control: Element): string {
  const picture = control.querySelector('img[alt],svg[aria-label],[title],svg title,[aria-label]');
  return picture ? attributeLabel(picture) || shortText(picture) : '';
}

/** The text of an element; empty where it is too long to be a label, for which it is not read to its end. */
export function shortText(element: Element | null | undefined, longest = 200): string {
  if (!element) return '';
  let text = '';
  for (const { parentNode, data } of textNodesIn(element)) {
    if (/^(style|script|title)$/i.test(parentNode?.nodeName ?? '')) continue;
    text += ` ${data}`;
    if (text.length > longest * 2) return '';
  }
  return plainSpaces(text).length > longest ? '' : plainSpaces(text);
}

/** All that a field is called. Labels by the id of the field they are for are asked for once for many fields. */
export function labelReader(): (field: Element) => string[] {
  const known = new Map<Node, Map<string, string>>();
  return (field) => {
    const root = field.getRootNode() as Document | ShadowRoot;
    let byId = known.get(root);
    if (!byId) {
      byId = new Map(queryAll<HTMLLabelElement>(root, 'label[for]').map((label) => [label.htmlFor, shortText(label)]));
      known.set(root, byId);
    }
    return [...attributeLabels(field), (field.id && byId.get(field.id)) || '', shortText(closest(field, 'label'))];
  };
}
