// Before the first suite the practice webmail is up; after the last it is stopped, if it was started here.
import { canRunRoundcube } from './machine.ts';
import { isRoundcubeRunning, startRoundcube } from './roundcube.ts';

export default function ready(): (() => void) | undefined {
  if (!canRunRoundcube) return undefined;
  const wasRunning = isRoundcubeRunning();
  const roundcube = startRoundcube();
  return wasRunning ? undefined : () => roundcube.stop();
}
