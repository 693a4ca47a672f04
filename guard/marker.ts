// The quiet marker in a compose window: how many people the draft is about and where it is going. It tells; it decides
// nothing, and removing it releases nothing. Styled through CSSOM alone, which no content security policy forbids.
import { append, documentWith, viewOf } from '@/webmails/page/unclobbered.ts';
import type { Compose } from '@/webmails/webmail.ts';
import type { Ports, Ruling } from './ports.ts';

/** How far it has come with a draft, or what it found. */
export type MarkerState = 'checking' | 'unchecked' | 'unconfirmed' | 'unsaved' | Ruling;

export type Show = (compose: Compose, state: MarkerState) => void;

const markers = new WeakSet<Element>();

/** The marker is no part of the page. */
export const isMarker = (element: Element) => markers.has(element);

/** Shows nothing any more once `signal` aborts. */
export function marker(ports: Pick<Ports, 't'>, signal?: AbortSignal): Show {
  const shown = new WeakMap<Element, { host: HTMLElement; line: HTMLElement }>();
  return (compose, state) => {
    if (signal?.aborted) return;
    const text = [textFor(state, ports), driftIn(compose, ports)].filter((line) => line !== '').join(' · ');
    const known = shown.get(compose.root);
    if (!text && !known) return;
    const { host, line } = known ?? build(documentWith(compose.root));
    if (!known) shown.set(compose.root, { host, line });
    if (!host.isConnected) place(host, compose);
    // In a line of its own: a button in the one before it, with others floating beside, could not be pressed any more in Chromium.
    host.style.display = text === '' ? 'none' : 'table';
    // Set only when it changes: a status that is written again is read out again.
    if (line.textContent !== text) line.textContent = text;
    paint(line, host);
  };
}

function textFor(state: MarkerState, { t }: Pick<Ports, 't'>): string {
  if (typeof state === 'string') return t(`marker_${state}`);
  const { people, destination } = state;
  if (people.estimate === 0) return '';
  const where = t(`destination_${destination}`);
  return people.estimate === 1 ? t('marker_person', [where]) : t('marker_people', [String(people.estimate), where]);
}

/** The page is not as it was when this webmail was described. An account that is not shown is nothing to tell about. */
function driftIn({ missing = [] }: Compose, { t }: Pick<Ports, 't'>): string {
  return missing.some((part) => part !== 'account') ? t('marker_degraded') : '';
}

function build(document: Document): { host: HTMLElement; line: HTMLElement } {
  const host = document.createElement('div');
  host.style.cssText = 'all:initial;display:none;max-width:100%;margin:4px 0 0';
  const line = document.createElement('div');
  line.setAttribute('role', 'status');
  line.style.cssText =
    'display:inline-block;box-sizing:border-box;max-width:100%;padding:2px 8px;border:1px solid;border-radius:4px;font:12px/16px system-ui,sans-serif;overflow-wrap:anywhere';
  markers.add(host);
  host.attachShadow({ mode: 'closed' }).append(line);
  return { host, line };
}

function place(host: HTMLElement, compose: Compose): void {
  const { root } = compose;
  // Between the rows of a table it would be a cell, and push the others aside.
  const table = /^t(r|able|body)$/.test(root.localName) ? root.closest('table') : undefined;
  const after = compose.markerPlace?.() ?? table;
  if (after) after.after(host);
  else append(root, host);
}

/** Follows the page: a webmail's dark theme is its own setting, not the system's. */
function paint(line: HTMLElement, host: HTMLElement): void {
  const [color, backgroundColor, borderColor] = (
    isDarkBehind(host) ? '#e6e6e6 #2b2f33 #5c6268' : '#333 #f4f5f6 #c3c8cd'
  ).split(' ');
  Object.assign(line.style, { color, backgroundColor, borderColor });
}

function isDarkBehind(element: Element): boolean {
  const view = viewOf(element);
  for (let behind: Element | null = element.parentElement; behind; behind = behind.parentElement) {
    const [red = 0, green = 0, blue = 0, alpha = 1] = (
      view.getComputedStyle(behind).backgroundColor.match(/[\d.]+/g) ?? ['0', '0', '0', '0']
    ).map(Number);
    if (alpha > 0.5) return red * 0.299 + green * 0.587 + blue * 0.114 < 128;
  }
  return false;
}
