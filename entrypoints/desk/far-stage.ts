// The stage in the tab's top document, for a desk in a frame of another origin. Where it cannot be had the near one is used: in a frame
// that is too small nobody can answer there, and what is held stays held.

import { send } from '@/platform/messages/bus.ts';
import { ask, type Endpoint, tell } from '@/platform/messages/channel.ts';
import { called, type Line, stageName } from '@/platform/messages/page-port.ts';
import { randomName } from '@/platform/random-name.ts';
import { back, type Stage, type StageAsks, type StageEvents } from './stage.tsx';

/** How often one question is put again when the page removes the frame under it. */
const attempts = 3;
const calledWithin = 10_000;

export function createFarStage(near: Stage): Stage {
  let line: Promise<Line | undefined> | undefined;
  /** Where the question stands. */
  let asking: Endpoint | undefined;

  const current = async (): Promise<Line | undefined> => {
    const known = await line;
    if (known && !known.gone.aborted) return known;
    line = lent();
    return line;
  };

  return {
    async present(view, signal) {
      for (let attempt = 1; attempt <= attempts && !signal.aborted; attempt += 1) {
        const there = await current();
        if (!there) break;
        asking = there.endpoint;
        const reply = await ask<StageAsks, 'present'>(
          there.endpoint,
          'present',
          { view },
          { signal: AbortSignal.any([signal, there.gone]) },
        );
        asking = undefined;
        if (reply.ok) return reply.answer;
      }
      return signal.aborted ? back : near.present(view, signal);
    },
    update(view) {
      if (asking) tell<StageEvents, 'update'>(asking, 'update', { view });
      else near.update(view);
    },
    leave: near.leave,
  };
}

async function lent(): Promise<Line | undefined> {
  const nonce = randomName();
  const late = new AbortController();
  const timer = setTimeout(() => late.abort(), calledWithin);
  const waited = called(stageName(nonce), late.signal);
  const said = await send('stage/want', { nonce });
  if (!said.ok) late.abort();
  return waited.finally(() => clearTimeout(timer));
}
