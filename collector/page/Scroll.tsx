// A table wider than a narrow window: it scrolls by itself, by keyboard too.
import type { ReactNode } from 'react';

export function Scroll({ label, children }: { label: string; children: ReactNode }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard, https://dequeuniversity.com/rules/axe/4.11/scrollable-region-focusable
    <section className="scroll" aria-label={label} tabIndex={0}>
      {children}
    </section>
  );
}
