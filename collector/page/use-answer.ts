// What a route says, asked for when a part opens and again on demand.
import { useCallback, useEffect, useState } from 'react';
import { get, type Said } from './ask.ts';

export function useAnswer<Body>(path: string): [Said<Body> | undefined, () => Promise<void>] {
  const [said, setSaid] = useState<Said<Body>>();
  const load = useCallback(async () => setSaid(await get<Body>(path)), [path]);
  useEffect(() => void load(), [load]);
  return [said, load];
}
