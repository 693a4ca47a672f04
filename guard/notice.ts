// A plain notice in the page, for when the desk cannot be had: what happened and what to do. It has one button, which closes it.
// Styled through CSSOM alone, like the marker.

import type { Ports } from './ports.ts';

/**
 * Shows a sentence above whatever the page shows. A second notice replaces the first. It may stand in a page around this one, which stays
 * when this one is left, and nobody would hear its button any more: then it goes, and is not shown, for a page that is left runs no timer.
 */
export function createNotice(document: Document, t: Ports['t']): Ports['notice'] {
  let shown: HTMLElement | undefined;
  const show: Ports['notice'] = (key, substitutions) => {
    shown?.remove();
    const host = document.createElement('div');
    host.style.cssText = 'all:initial';
    const dialog = document.createElement('dialog');
    dialog.setAttribute('role', 'alertdialog');
    dialog.style.cssText = `all:initial;display:block;position:fixed;inset:0;margin:auto;width:min(440px,calc(100vw - 24px));height:fit-content;\
box-sizing:border-box;padding:20px;border-radius:12px;background:#fff;color:#1d2430;font:15px/22px system-ui,sans-serif`;
    const line = document.createElement('p');
    line.id = 'sentence';
    line.style.cssText = 'margin:0 0 16px';
    line.textContent = t(key, substitutions);
    dialog.setAttribute('aria-labelledby', line.id);
    const close = document.createElement('button');
    close.style.cssText =
      'font:inherit;padding:8px 16px;border:0;border-radius:8px;background:#1d2430;color:#fff;cursor:pointer';
    close.textContent = t('notice_close');
    const before = document.activeElement;
    const end = () => {
      host.remove();
      if (before instanceof HTMLElement) before.focus({ preventScroll: true });
    };
    close.addEventListener('click', end);
    dialog.addEventListener('close', end);
    addEventListener('pagehide', end);
    dialog.append(line, close);
    host.attachShadow({ mode: 'closed' }).append(dialog);
    document.documentElement.append(host);
    shown = host;
    dialog.showModal();
    close.focus();
  };
  return (...said) => void setTimeout(show, 0, ...said);
}
