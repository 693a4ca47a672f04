// Which part of a long table the window shows. It is said anew when a line more or less is in sight, not for every pixel.
import { type RefObject, useCallback, useEffect, useState } from 'react';
import { lineHeight } from './lines.ts';

/** Pixels from the top of the table's lines. */
export interface Sight {
  from: number;
  to: number;
}

/** `look` takes it in at once, as it will be when the page has been scrolled by so many pixels. */
export function useSight(body: RefObject<HTMLElement | null>): [Sight, look: (by: number) => void] {
  const [sight, setSight] = useState<Sight>({ from: 0, to: innerHeight });
  const look = useCallback(
    (by: number) => {
      const above = by - (body.current?.getBoundingClientRect().top ?? 0);
      const from = Math.floor(above / lineHeight) * lineHeight;
      const to = from + innerHeight + lineHeight;
      setSight((known) => (known.from === from && known.to === to ? known : { from, to }));
    },
    [body],
  );
  useEffect(() => {
    const onMove = () => look(0);
    onMove();
    addEventListener('scroll', onMove, { passive: true });
    addEventListener('resize', onMove);
    return () => {
      removeEventListener('scroll', onMove);
      removeEventListener('resize', onMove);
    };
  }, [look]);
  return [sight, look];
}
