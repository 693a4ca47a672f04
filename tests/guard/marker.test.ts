import { beforeEach, describe, expect, it, vi } from 'vitest';
import { type MarkerState, marker } from '@/guard/marker.ts';
import type { Compose } from '@/webmails/webmail.ts';
import { allow, block, portsFor } from './fake-ports.ts';

/** The marker's shadow root is closed to everybody: the test catches it as it is made. */
function build() {
  document.body.innerHTML = '<div id="compose"><input id="subject"><p id="after"></p></div>';
  const attach = vi.spyOn(Element.prototype, 'attachShadow');
  const compose = { root: document.getElementById('compose')! } as unknown as Compose;
  compose.markerPlace = () => document.getElementById('subject')!;
  const show = marker(portsFor({}));
  const status = () => (attach.mock.results[0]?.value as ShadowRoot | undefined)?.querySelector('[role="status"]');
  return { compose, attach, show: (state: MarkerState) => show(compose, state), status };
}

beforeEach(() => {
  vi.restoreAllMocks();
});

describe('the marker', () => {
  it('tells how many people, and where they are going', () => {
    const { show, status } = build();
    show(block);
    expect(status()?.textContent).toBe('marker_people 957 destination_own');
  });

  it('speaks of one person in the singular', () => {
    const { show, status } = build();
    show({ ...block, people: { min: 1, estimate: 1, max: 1 } });
    expect(status()?.textContent).toBe('marker_person destination_own');
  });

  it('stands in a line of its own: in one beside what floats, Chromium lets no press through to the buttons before it', () => {
    const { show, attach } = build();
    show(block);
    expect((attach.mock.contexts[0] as HTMLElement).style.display).toBe('table');
  });

  it('is not there while there is nothing to tell', () => {
    const { show, attach } = build();
    show(allow);
    expect(attach).not.toHaveBeenCalled();
  });

  it('goes when there is nothing left to tell', () => {
    const { show, compose } = build();
    show(block);
    const host = compose.root.children[1] as HTMLElement;
    expect(host.style.display).not.toBe('none');
    show(allow);
    expect(host.style.display).toBe('none');
  });

  it('stands where the webmail has room, in a closed shadow root', () => {
    const { show, attach, compose } = build();
    show('checking');
    expect(attach).toHaveBeenCalledExactlyOnceWith({ mode: 'closed' });
    expect(compose.root.children[1]!.shadowRoot).toBeNull();
    expect(compose.root.children[1]!.nextElementSibling!.id).toBe('after');
  });

  it.each(['table', 'tbody', 'tr'])('is no cell of a form that is a table: %s', (name) => {
    document.body.innerHTML = '<form><table><tbody><tr><td><input></td></tr></tbody></table><p id="after"></p></form>';
    const compose = { root: document.querySelector(name)! } as unknown as Compose;
    marker(portsFor({}))(compose, 'checking');
    expect(document.querySelector('table')!.nextElementSibling!.nextElementSibling!.id).toBe('after');
    expect(document.querySelector('table')!.querySelectorAll('div').length).toBe(0);
  });

  it('comes back when the page removes it', () => {
    const { show, compose } = build();
    show('checking');
    compose.root.children[1]!.remove();
    show('unchecked');
    expect(compose.root.children[1]!.nextElementSibling!.id).toBe('after');
  });

  it('is dark on a dark page', () => {
    const { show, status, compose } = build();
    (compose.root as HTMLElement).style.backgroundColor = 'rgb(20, 20, 20)';
    show('checking');
    const dark = (status() as HTMLElement).style.backgroundColor;
    (compose.root as HTMLElement).style.backgroundColor = 'rgb(250, 250, 250)';
    show('unchecked');
    expect((status() as HTMLElement).style.backgroundColor).not.toBe(dark);
  });
});
