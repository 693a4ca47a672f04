// Before the first suite the practice webmail of every lane is up; after the last those are stopped that were started here.
import { laneEnvironment, lanes } from './lanes.ts';
import { canRunRoundcube } from './machine.ts';
import { isRoundcubeRunning, startRoundcube } from './roundcube.ts';

export default function ready(): (() => void) | undefined {
  if (!canRunRoundcube) return undefined;
  const environments = Array.from({ length: lanes }, (_, index) => laneEnvironment(index + 1));
  const started = environments.filter((env) => !isRoundcubeRunning(env)).map((env) => startRoundcube(env));
  return () => {
    for (const roundcube of started) roundcube.stop();
  };
}
