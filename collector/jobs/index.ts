// Which jobs an instance looks after, by what it was told at its start.
import type { World } from '../route.ts';
import { check } from './check.ts';
import { clock } from './clock.ts';
import { forward } from './forward.ts';
import type { Job } from './job.ts';
import { mailAtOnce, mailDaily, smtpSender } from './mail.ts';
import { retention } from './retention.ts';
import { signing } from './signing.ts';

export function jobsOf(world: World): Job[] {
  const { mail, forward: to } = world.config;
  const send = mail && smtpSender(world);
  return [
    clock(),
    signing,
    retention,
    ...(send ? [mailAtOnce(send), mailDaily(send)] : []),
    ...(to ? [forward({ kind: 'otlp', ...to })] : []),
    check,
  ];
}
