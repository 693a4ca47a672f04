// The time, anew each minute: what counts hours is not left standing.
import { useEffect, useState } from 'react';

export function useNow(now: () => number): number {
  const [at, setAt] = useState(now);
  useEffect(() => {
    const timer = setInterval(() => setAt(now()), 60_000);
    return () => clearInterval(timer);
  }, [now]);
  return at;
}
