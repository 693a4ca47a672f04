// Files that cannot be read, or should not be: a clear line in the dialog, a page that stays responsive, nothing sent silently.
import { readFileSync } from 'node:fs';
import { afterEach, expect, it } from 'vitest';
import { dialogOn } from './dialog.ts';
import { describeOffice, expectNothingArrived } from './office.ts';
import { longestStall, watchThread } from './page-thread.ts';
import { chooseFile, openCompose, pressSend, write } from './roundcube-page.ts';
import { clients957, externalAddress, fileNamed } from './samples.ts';
import { zipOfZeros } from './zip-of-zeros.ts';

const csv = readFileSync(clients957.csv, 'utf8');
const line = 'The weather was mild and the road to the coast was dry all week.\n';

/** What is attached, and what the dialog must say about it. */
const files: [string, () => string, RegExp][] = [
  [
    'a broken XLSX',
    () => fileNamed('broken.xlsx', readFileSync(clients957.xlsx).subarray(0, 20_000)),
    /Not checked: broken\.xlsx/,
  ],
  ['a file of 0 bytes', () => fileNamed('empty.csv', ''), /Not checked: empty\.csv/],
  ['a ZIP bomb', () => fileNamed('bomb.zip', zipOfZeros(300 << 20)), /Not checked: bomb\.zip/],
  ['a CSV in UTF-16', () => fileNamed('utf16.csv', Buffer.from(`\ufeff${csv}`, 'utf16le')), /957 people/],
  [
    'a text of 50 MB with 957 people at its end',
    () => fileNamed('long.txt', line.repeat(Math.ceil(5e7 / line.length)) + csv),
    /957 people|Not checked: long\.txt/,
  ],
];

describeOffice('a difficult file', (office) => {
  afterEach(() => expectNothingArrived(office.roundcube));

  it.each(files)('%s is named in the dialog, and the page stays responsive', async (_, make, says) => {
    const { page } = office;
    await openCompose(page);
    await write(page, { to: [externalAddress], subject: 'A file' });
    await watchThread(page);
    await chooseFile(page, make());
    // What would be blocked is asked about at once; the rest when it is to be sent.
    const uploaded = page.locator('#attachment-list li:not(.uploading)').first().waitFor({ timeout: 60_000 });
    const asked = dialogOn(page, 60_000);
    await Promise.race([uploaded.then(() => pressSend(page)).catch(() => undefined), asked.catch(() => undefined)]);
    const dialog = await asked;
    expect(await dialog.text()).toMatch(says);
    await page.keyboard.press('Escape');
    await dialog.isGone();
    expect(await longestStall(page), 'milliseconds for which the page did not answer').toBeLessThan(500);
  });
});
