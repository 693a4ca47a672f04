// The line between a stage and its desk where only the background can call the desk, with ports that are stand-ins.
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { browser } from 'wxt/browser';
import { bridgeStages } from '@/platform/desk/stage-bridge.ts';

interface Heard<Said extends unknown[]> {
  addListener(listener: (...said: Said) => void): void;
  emit(...said: Said): void;
}

function heard<Said extends unknown[]>(): Heard<Said> {
  const listeners: ((...said: Said) => void)[] = [];
  return {
    addListener: (listener) => void listeners.push(listener),
    emit: (...said) => {
      for (const listener of listeners) listener(...said);
    },
  };
}

const portNamed = (name: string, sender: object = {}) => ({
  name,
  sender,
  postMessage: vi.fn(),
  disconnect: vi.fn(),
  onMessage: heard<[unknown]>(),
  onDisconnect: heard<[]>(),
});
type Port = ReturnType<typeof portNamed>;

const nonce = '1-2-3-4';
const desk = { tab: 3, frame: 7 };
const stagePage = () => ({
  id: browser.runtime.id,
  url: `${browser.runtime.getURL('' as '/')}desk.html`,
  tab: { id: 3 },
  frameId: 9,
});

let calls: Heard<[Port]>;
let called: Port;
let connect: ReturnType<typeof vi.fn>;

beforeEach(() => {
  calls = heard();
  called = portNamed('desk');
  connect = vi.fn(() => called);
  vi.spyOn(browser.runtime.onConnect, 'addListener').mockImplementation(calls.addListener as never);
  Object.assign(browser.tabs, { connect, get: vi.fn(async () => ({})) });
  bridgeStages().expect(nonce, desk);
});

describe('a stage that calls', () => {
  it('is joined to the desk that wanted it, both ways, until one of them is gone', () => {
    const stage = portNamed(`stage/${nonce}`, stagePage());
    calls.emit(stage);
    expect(connect).toHaveBeenCalledExactlyOnceWith(3, { frameId: 7, name: `stage/${nonce}` });
    called.onMessage.emit('view');
    stage.onMessage.emit('answer');
    expect([stage.postMessage.mock.calls, called.postMessage.mock.calls]).toEqual([[['view']], [['answer']]]);
    stage.onDisconnect.emit();
    expect(called.disconnect).toHaveBeenCalledOnce();
  });

  it('is told when the desk goes', () => {
    const stage = portNamed(`stage/${nonce}`, stagePage());
    calls.emit(stage);
    called.onDisconnect.emit();
    expect(stage.disconnect).toHaveBeenCalledOnce();
  });

  it('is joined once', () => {
    calls.emit(portNamed(`stage/${nonce}`, stagePage()));
    calls.emit(portNamed(`stage/${nonce}`, stagePage()));
    expect(connect).toHaveBeenCalledOnce();
  });

  it.each<[string, string, () => object]>([
    ['by a name nobody waits for', 'stage/5-6-7-8', stagePage],
    ['from a content script', `stage/${nonce}`, () => ({ ...stagePage(), url: 'https://site.test/' })],
    ['from another extension', `stage/${nonce}`, () => ({ ...stagePage(), id: 'another' })],
    ['from another tab', `stage/${nonce}`, () => ({ ...stagePage(), tab: { id: 4 } })],
  ])('is not joined %s', (_, name, sender) => {
    calls.emit(portNamed(name, sender()));
    expect(connect).not.toHaveBeenCalled();
  });

  it('keeps the background from being stopped while the question stands, and no longer', () => {
    vi.useFakeTimers();
    const stage = portNamed(`stage/${nonce}`, stagePage());
    calls.emit(stage);
    vi.advanceTimersByTime(60_000);
    expect(browser.tabs.get).toHaveBeenCalledTimes(3);
    stage.onDisconnect.emit();
    vi.advanceTimersByTime(60_000);
    expect(browser.tabs.get).toHaveBeenCalledTimes(3);
    vi.useRealTimers();
  });
});
