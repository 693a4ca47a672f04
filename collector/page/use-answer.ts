// What a route says, asked for when a part opens, or later once there is a path, and again on demand.
import { useCallback, useEffect, useState } from 'react';
import { get, type Said } from './ask.ts';

export function useAnswer<Body>(path: string | undefined): [Said<Body> | undefined, () => Promise<void>] {
  const [said, setSaid] = useState<Said<Body>>();
  const load = useCallback(async () => setSaid(path === undefined ? undefined : await get<Body>(path)), [path]);
  useEffect(() => void load(), [load]);
  return [said, load];
}
