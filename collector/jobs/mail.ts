// The mails to the breach contact: at once when something new came, and once a day how things stand. Counts and nothing else: whoever
// reads the mail on the way learns that there is something to look at.
import { createTransport } from 'nodemailer';
import { readLocale } from '../../cli/locale.ts';
import type { Entry } from '../../incidents/incident.ts';
import { coverage } from '../coverage.ts';
import type { Statements } from '../database.ts';
import { deadlines } from '../deadlines.ts';
import { aDay } from '../durations.ts';
import type { World } from '../route.ts';
import { hashOf } from '../secrets.ts';
import { readEnds } from '../signed-ends.ts';
import { settling } from './clock.ts';
import type { Job } from './job.ts';

/** Sends a mail and resolves once the server has it. */
type Send = (mail: { subject: string; text: string; messageId: string }) => Promise<void>;

/** At most one mail in this time: what comes meanwhile goes together. */
const pause = 60_000;
const atOnce = 5_000;

export const mailAtOnce = (send: Send): Job => ({
  name: 'mail',
  isDue: (doneAt, { now }) => now() - doneAt >= pause,
  async run(world) {
    const waiting = await world.store.all<{ id: string; type: Entry['type']; envelope: string | null }>(
      `SELECT entries.id AS id, entries.type AS type, entries.envelope AS envelope FROM outgoing
       JOIN entries ON entries.id = outgoing.entry WHERE outgoing.target = 'mail' ORDER BY entries.position LIMIT ${atOnce}`,
    );
    const told = waiting.filter(({ type }) => type === 'incident' || type === 'report');
    if (told.length > 0) {
      const counts = countsOf(told);
      const t = readLocale(world.config.language);
      const subject = t('collector_mail_subject', [told.length]);
      await send({
        subject,
        text: textOf(world, [t('collector_mail_new'), ...lines(t, counts)]),
        messageId: nameOf(told),
      });
    }
    await world.store.transaction(async (inside) => {
      for (const { id } of waiting) await inside.run("DELETE FROM outgoing WHERE target = 'mail' AND entry = ?", id);
    });
    return told.length > 0;
  },
});

/** The same for the same entries alone: a mailbox drops what it has by that name. So short that its line is not folded. */
const nameOf = (told: readonly { id: string }[]): string => hashOf(told.map(({ id }) => id).join()).slice(0, 32);

export const mailDaily = (send: Send): Job => ({
  name: 'digest',
  isDue: (doneAt, { now, config }) => {
    const due = new Date(now());
    due.setHours(config.mail?.digestHour ?? 0, 0, 0, 0);
    const last = due.getTime() <= now() ? due.getTime() : due.getTime() - aDay;
    return doneAt < last;
  },
  async run(world, { at: now, doneAt }) {
    const { store, config, signer } = world;
    const t = readLocale(config.language);
    const from = doneAt > 0 ? doneAt : now - aDay;
    const counts = countsOf(await between(store, from, now));
    const { running, over } = await deadlines(store, now);
    const { devices, refusals, clock, jobs } = await coverage(store, config, now);
    const known = devices.filter(({ device }) => device !== '');
    const state = [
      t('collector_mail_devices', [known.length]),
      t('collector_mail_silent', [known.filter(({ isSilent }) => isSilent).length, config.silenceDays]),
      t('collector_mail_missing', [known.filter(({ missing }) => missing > 0).length]),
      t('collector_mail_odd', [known.filter(({ odd }) => odd.length > 0).length]),
      t('collector_mail_refused', [
        refusals.reduce((sum, { day, times }) => sum + (isRecent(day, now) ? times : 0), 0),
      ]),
      ...(clock.some(({ day }) => Math.abs(now - day) < settling) ? [t('collector_mail_clock')] : []),
      ...jobs
        .filter(({ failures, refused }) => failures > 0 || refused > 0)
        .map(({ name }) => t('collector_mail_failing', [name])),
      ...(jobs.some(({ failures, lastFailure }) => failures === 0 && lastFailure !== '')
        ? [t('collector_mail_found')]
        : []),
    ];
    const { root, isSigned } = await store.snapshot((inside) => readEnds(inside, signer.key));
    if (root) state.push(isSigned ? t('collector_mail_ends', [root.number, root.ends]) : t('collector_mail_altered'));
    const clocks = [
      ...(over.length > 0 ? [t('collector_mail_over', [over.length, over.join(', ')])] : []),
      ...(running.length > 0 ? [t('collector_mail_running', [running.length, running.join(', ')])] : []),
    ];
    const began = `${new Date(from).toISOString().slice(0, 16).replace('T', ' ')} UTC`;
    const text = textOf(world, [t('collector_mail_day', [began]), ...lines(t, counts), '', ...clocks, ...state]);
    await send({ subject: t('collector_mail_day_subject'), text, messageId: `day-${Math.floor(now / aDay)}` });
    return true;
  },
});

const isRecent = (day: number, now: number) => day >= now - 2 * aDay && day <= now;

interface Counts {
  left: number;
  kept: number;
  reports: number;
}

function countsOf(rows: readonly { type: Entry['type']; envelope: string | null }[]): Counts {
  const counts: Counts = { left: 0, kept: 0, reports: 0 };
  for (const { type, envelope } of rows) {
    if (type === 'report') counts.reports += 1;
    if (type !== 'incident' || envelope === null) continue;
    const { entry } = JSON.parse(envelope);
    counts[entry.incident.outcome === 'left' ? 'left' : 'kept'] += 1;
  }
  return counts;
}

const between = (store: Statements, from: number, until: number) =>
  store.all<{ type: Entry['type']; envelope: string | null }>(
    `SELECT type, envelope FROM entries
     WHERE envelope IS NOT NULL AND received_at > ? AND received_at <= ? AND type IN ('incident', 'report')`,
    ...[from, until],
  );

function lines(t: ReturnType<typeof readLocale>, { left, kept, reports }: Counts): string[] {
  return [t('collector_mail_left', [left]), t('collector_mail_kept', [kept]), t('collector_mail_reports', [reports])];
}

function textOf({ config }: World, content: readonly string[]): string {
  return [...(config.firm ? [config.firm, ''] : []), ...content, '', config.url, ''].join('\n');
}

/** Over SMTP, with a name that stays the same when the answer to it is lost and it goes again. */
export function smtpSender({ config }: Pick<World, 'config'>): Send {
  const { smtp, from, to } = config.mail!;
  const transport = createTransport({ url: smtp, connectionTimeout: 15_000, socketTimeout: 30_000 });
  const host = from.split('@')[1];
  return async ({ subject, text, messageId }) => {
    await transport.sendMail({ from, to, subject, text, messageId: `<${messageId}@${host}>` });
  };
}
