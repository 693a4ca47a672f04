// A page of the extension above a web page: a frame in a <dialog> in a closed shadow root, where the page's script and styles do not
// reach. Measured in docs/adr/0002-desk-frame.md.
import { hear } from '../messages/channel.ts';
import { native } from '../native.ts';
import { keepOwn } from '../shadow-root.ts';
import type { DeskHello, FrameEvents } from './messages.ts';

export interface DeskFrame {
  host: HTMLElement;
  port: MessagePort;
  /** Aborted when the frame is gone. */
  gone: AbortSignal;
}

type Hears<Events> = { [Name in keyof Events]: (event: Events[Name]) => void };

const readyWithin = 10_000;
const watchEvery = 250;

/**
 * `stage`: where it stands. `asker`: whom it speaks for, and who gets the focus back. `hears`: what it may tell besides. Rejects when the
 * frame does not open.
 */
export async function openDeskFrame<Events>(
  stage: Document,
  asker: Document,
  url: string,
  hello: DeskHello,
  escaped: () => void,
  hears: Hears<Events>,
): Promise<DeskFrame> {
  const host = stage.createElement('div');
  host.style.cssText = 'all:initial!important;position:fixed!important;inset:0 auto auto 0!important';
  keepOwn(host);
  const shadow = host.attachShadow({ mode: 'closed' });
  const dialog = stage.createElement('dialog');
  dialog.style.cssText = dialogStyle;
  const frame = stage.createElement('iframe');
  frame.style.cssText = frameStyle;
  frame.src = url;
  dialog.append(frame);
  shadow.append(dialog);
  dialog.addEventListener('cancel', (event) => {
    event.preventDefault();
    escaped();
  });

  const { port1, port2 } = new MessageChannel();
  const gone = new AbortController();
  const over = () => gone.abort();
  const watch = setInterval(() => {
    // An extension that was updated leaves a frame that shows nothing and cannot be closed.
    if (!host.isConnected || !frame.contentWindow || !native().runtime?.id) over();
  }, watchEvery);
  // So does one whose process fell over. https://html.spec.whatwg.org/multipage/web-messaging.html#event-message-port-close
  port1.addEventListener('close', over);
  // The frame that asks may go before the page it stands in.
  asker.defaultView?.addEventListener('pagehide', over, { once: true, signal: gone.signal });
  gone.signal.addEventListener('abort', () => {
    clearInterval(watch);
    port1.close();
    host.remove();
  });

  let focused: Element | null = null;
  hear<FrameEvents & Events>(
    port1,
    {
      ...hears,
      show: () => {
        if (dialog.open) return;
        focused = asker.activeElement;
        dialog.style.display = 'block';
        dialog.showModal();
        frame.focus();
      },
      hide: () => {
        if (!dialog.open) return;
        dialog.close();
        dialog.style.display = 'none';
        if (focused instanceof HTMLElement) focused.focus();
      },
      size: ({ height }: FrameEvents['size']) => {
        frame.style.height = `${Math.ceil(height)}px`;
      },
    } as Hears<FrameEvents & Events>,
    gone.signal,
  );

  await new Promise<void>((resolve, reject) => {
    const failed = () => reject(new Error('no desk'));
    const late = setTimeout(failed, readyWithin);
    // A document that is written anew takes the frame with it while it loads.
    gone.signal.addEventListener('abort', failed);
    frame.addEventListener(
      'load',
      () => {
        clearTimeout(late);
        frame.contentWindow?.postMessage(hello, '*', [port2]);
        // A page that moves the host makes the frame load anew, and nobody in it holds the port any more.
        frame.addEventListener('load', over, { once: true });
        resolve();
      },
      { once: true },
    );
    (stage.documentElement ?? stage).append(host);
  }).catch((failed: unknown) => {
    gone.abort();
    throw failed;
  });
  return { host, port: port1, gone: gone.signal };
}

// Inline, property by property: a page's content security policy does not reach what script sets, and no sheet of the page
// reaches into a closed shadow root. The dialog is the dimmed page; the frame is the box in it.
const dialogStyle = 'all:initial;display:none;position:fixed;inset:0;width:100vw;height:100vh;background:#14182073';
const frameStyle =
  'position:absolute;inset:0;margin:auto;border:0;border-radius:12px;color-scheme:normal;width:min(560px,calc(100vw - 24px));height:320px;max-height:calc(100vh - 24px)';
