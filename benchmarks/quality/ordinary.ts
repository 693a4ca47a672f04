// How often ordinary business mail to somebody outside would be held, under the strict default.
import { assess } from '../../assessment/assess.ts';
import { strictDefault } from '../../policy/default.ts';
import { ordinaryMails } from '../corpus/ordinary/index.ts';
import { table } from '../report.ts';

const count = 2400;

export async function measureOrdinary(): Promise<{ section: string; summary: string; held: Record<string, number> }> {
  const mails = ordinaryMails(count, 8);
  const held: Record<string, number> = { warn: 0, justify: 0, block: 0 };
  const byKind = new Map<string, number>();
  let counted = 0;
  for (const { kind, from, to, subject, body } of mails) {
    const draft = {
      account: from,
      to,
      cc: [],
      bcc: [],
      subject,
      body,
      isHtml: false,
      files: [],
      trigger: 'send' as const,
    };
    const { verdict, facts } = await assess(draft, strictDefault, { session: 1, now: () => 0 });
    counted += facts.people.estimate;
    if (verdict.action === 'allow') continue;
    held[verdict.action]!++;
    byKind.set(kind, (byKind.get(kind) ?? 0) + 1);
  }
  const per1000 = (number: number) => ((number * 1000) / count).toFixed(1);
  const kinds = new Set(mails.map(({ kind }) => kind)).size;
  return {
    held,
    section: `### Ordinary mail

${count.toLocaleString('en-GB')} generated mails of ${kinds} kinds (invoices, quotes, deliveries, minutes, invitations, tickets, notices, contracts, price lists, threads, in six
languages) to somebody outside, judged by the strict default. Per 1,000 mails; the aim is no block and at most one warning.

${table(['blocked', 'reason asked', 'warned', 'people counted per mail'], [[per1000(held.block!), per1000(held.justify!), per1000(held.warn!), (counted / count).toFixed(2)]])}
${byKind.size > 0 ? `\nHeld: ${[...byKind].map(([kind, number]) => `${kind} ${number}`).join(', ')}.` : ''}`,
    summary: `ordinary mail, per 1,000: ${per1000(held.block!)} blocked, ${per1000(held.justify!)} reasons asked, ${per1000(held.warn!)} warned`,
  };
}
