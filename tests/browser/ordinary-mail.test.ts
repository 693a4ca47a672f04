// Ordinary work does not notice the extension: no prompt, and the message arrives as it was written.
import { expect, it } from 'vitest';
import { ordinaryMails } from '../../benchmarks/corpus/mails.ts';
import { hasDialog } from './dialog.ts';
import { describeOffice } from './office.ts';
import { entriesOf, recordedSoFar } from './record.ts';
import { openCompose, pressSend, waitUntilSent, write } from './roundcube-page.ts';

const sentByStaff = ['signatureMail', 'reply', 'orderConfirmation', 'invoice', 'quote'];

describeOffice('an ordinary mail', (office) => {
  it.each(sentByStaff)('goes without a prompt and without a record: %s', async (name) => {
    const { chromium, page, roundcube } = office;
    const mail = ordinaryMails[name]!;
    const before = await recordedSoFar(chromium);
    await openCompose(page);
    await write(page, { to: mail.to, subject: mail.subject, body: mail.body });
    await pressSend(page);
    await waitUntilSent(page);
    expect(await hasDialog(page)).toBe(false);
    const arrived = await roundcube.waitForArrivals(1);
    expect(arrived.map(({ to }) => to)).toEqual(mail.to);
    expect(withoutBreaks(arrived[0]?.mail.text)).toBe(withoutBreaks(mail.body));
    expect(await entriesOf(chromium, before)).toEqual([]);
  });
});

/** Roundcube wraps long lines and trims line ends. */
const withoutBreaks = (text = '') => text.replace(/\s+/g, ' ').trim();
