// Writes tests/fixtures/files: what real programs make of generated clients. `npm run fixtures`; needs LibreOffice (Writer, Calc, Impress), zip,
// unzip, tar, gzip, 7z, exiftool, poppler's tools, qpdf, ffmpeg and Python.
// The files are committed, so that tests need neither.
import { execFileSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { allClients, clientRows, fewClients, header } from '../tests/extractors/client-rows.ts';
import { slideDocument, storyDocument, tableDocument, unseenWorkbook, workbook } from './fixture-documents.ts';

const target = resolve(import.meta.dirname, '../tests/fixtures/files');
const work = mkdtempSync(join(tmpdir(), 'gatehouse-fixtures-'));
const profile = join(work, 'profile');
const inWork = (name: string) => join(work, name);
const inTarget = (name: string) => join(target, name);

const all = [header, ...clientRows(allClients())];
const few = [header, ...clientRows(fewClients())];

const hiddenWorkbook = workbook({
  sheets: [
    {
      name: 'Cover',
      rows: [['Newsletter plan'], ['Nothing to see here']],
      comment: 'Comment to comment.person@example.com',
    },
    { name: 'Archive', rows: few, isHidden: true },
    { name: 'Folded', rows: few.slice(0, 11), hidesCells: true },
  ],
  header: 'Header to header.person@example.com',
  subject: 'Subject to subject.person@example.com',
});

const story = {
  body: 'Body to body.person@example.com',
  header: 'Header to header.person@example.com',
  footer: 'Footer to footer.person@example.com',
  comment: 'Comment to comment.person@example.com',
  footnote: 'Footnote to footnote.person@example.com',
  textBox: 'Box to box.person@example.com',
  deleted: 'Deleted to deleted.person@example.com',
  link: ['a colleague', 'linked.person@example.com'] as [string, string],
};

/** Files belong to groups, so that one can be made again without touching the others: `npm run fixtures -- mail slides`. */
const groups = {
  texts: writeTexts,
  workbooks: writeWorkbooks,
  documents: writeDocuments,
  archives: writeArchives,
  open: writeOpenDocuments,
  slides: writeSlides,
  tars: writeTars,
  mail: writeMails,
  pdf: writePdfs,
  records: writeRecords,
  old: writeOldFormats,
  unseen: writeUnseen,
  seven: writeSevenZips,
  described: writeDescribed,
  recordings: writeRecordings,
};

function main() {
  const wanted = process.argv.slice(2);
  mkdirSync(target, { recursive: true });
  for (const [name, write] of Object.entries(groups)) if (wanted.length === 0 || wanted.includes(name)) write();
  rmSync(work, { recursive: true });
}

function writeTexts(): void {
  const csv = (rows: string[][]) => rows.map((row) => row.map(csvField).join(',')).join('\r\n');
  writeFileSync(inTarget('clients-957.csv'), csv(all));
  writeFileSync(inTarget('utf-16.csv'), `\ufeff${csv(few)}`, 'utf16le');
  writeFileSync(inTarget('utf-16-no-mark.csv'), csv(few), 'utf16le');
  const western = few.map((row, index) =>
    index === 0 ? row : [...row.slice(0, 6), `Café ${row[6]}`, ...row.slice(7)],
  );
  // Names with letters windows-1252 does not have are written without accents.
  const inCharset = csv(western)
    .normalize('NFD')
    .replace(/(?<!e)\p{M}/gu, '')
    .normalize('NFC')
    .replace(/[^\0-\xff]/g, '?');
  writeFileSync(inTarget('windows-1252.csv'), inCharset, 'latin1');
  writeFileSync(inTarget('empty.csv'), '');
}

const csvField = (value: string) => (/[",\r\n]/.test(value) ? `"${value.replaceAll('"', '""')}"` : value);

function writeWorkbooks(): void {
  convert('clients-957.xlsx', 'fods', workbook({ sheets: [{ name: 'Clients', rows: all }] }));
  // With macros allowed, which the extension of the name alone does not ask for.
  convert(
    'clients-957.xlsm',
    'fods',
    workbook({ sheets: [{ name: 'Clients', rows: all }] }),
    'Calc MS Excel 2007 VBA XML',
  );
  convert('hidden.xlsx', 'fods', hiddenWorkbook);
  const births = [
    header,
    ...clientRows(fewClients()).map((row) => row.map((value, column) => (column === 4 ? '07700900123' : value))),
  ];
  convert('serials.xlsx', 'fods', workbook({ sheets: [{ name: 'Births', rows: births }] }));
  convert('serials-1904.xlsx', 'fods', workbook({ sheets: [{ name: 'Births', rows: births }], dateSystem: 1904 }));
  const whole = readFileSync(inTarget('clients-957.xlsx'));
  writeFileSync(inTarget('truncated.xlsx'), whole.subarray(0, 20_000));
  writePasswordWorkbook();
}

function writeDocuments(): void {
  convert('clients-957.docx', 'fodt', tableDocument('All clients, as promised.', all));
  convert('story.docx', 'fodt', storyDocument(story));
  // LibreOffice draws a picture of the first page into every file of its own.
  writeFileSync(
    inTarget('picture.png'),
    execFileSync('unzip', ['-p', inTarget('open.ods'), 'Thumbnails/thumbnail.png']),
  );
}

function writeOpenDocuments(): void {
  convert('open.ods', 'fods', workbook({ sheets: [{ name: 'Open', rows: few }] }));
  convert('clients-957.ods', 'fods', workbook({ sheets: [{ name: 'Clients', rows: all }] }));
  convert('hidden.ods', 'fods', hiddenWorkbook);
  convert('clients-957.odt', 'fodt', tableDocument('All clients, as promised.', all));
  convert('story.odt', 'fodt', storyDocument(story));
}

function writeSlides(): void {
  const plain = { notes: '', hidden: '' };
  const told = { notes: 'Notes to notes.person@example.com', hidden: 'Slide to slide.person@example.com' };
  convert('clients-957.pptx', 'fodp', slideDocument(slidesOf(all, 20), { ...plain, asTable: true }));
  for (const extension of ['pptx', 'odp', 'ppt'])
    convert(`story.${extension}`, 'fodp', slideDocument(slidesOf(few.slice(0, 5), 2), { ...told, asTable: true }));
  // Tables on slides are drawn cell by cell in the older formats, megabytes of it; lines with tabs say the same.
  for (const extension of ['odp', 'ppt'])
    convert(`clients-957.${extension}`, 'fodp', slideDocument(slidesOf(all, 320), { ...plain, asTable: false }));
}

/** So many clients a slide, each slide with the header. */
function slidesOf([first, ...rest]: string[][], size: number): string[][][] {
  const slides: string[][][] = [];
  for (let at = 0; at < rest.length; at += size) slides.push([first!, ...rest.slice(at, at + size)]);
  return slides;
}

/** GNU tar's own format with a long name, POSIX tar inside gzip, and gzip of one file. */
function writeTars(): void {
  for (const name of ['clients-957.csv', 'story.docx', 'nested.zip']) copyFileSync(inTarget(name), inWork(name));
  const long = `${'folder-with-a-long-name/'.repeat(6)}clients.csv`;
  mkdirSync(join(work, long, '..'), { recursive: true });
  copyFileSync(inTarget('clients-957.csv'), join(work, long));
  const tar = (name: string, format: string, files: string[], ...options: string[]) =>
    execFileSync('tar', [`--format=${format}`, ...options, '-cf', inTarget(name), ...files], { cwd: work });
  tar('clients-957.tar', 'gnu', [long]);
  tar('nested.tar.gz', 'posix', ['nested.zip', 'story.docx'], '-z');
  writeFileSync(inTarget('clients-957.csv.gz'), execFileSync('gzip', ['-nc', inTarget('clients-957.csv')]));
}

/** Printed from a text and from a sheet; with an attached file, under a password, and as a picture of itself. */
function writePdfs(): void {
  convert('document.pdf', 'fodt', tableDocument('Printed.', few));
  convert('clients-957.pdf', 'fodt', tableDocument('All clients, as promised.', all, true));
  convert(
    'sheet.pdf',
    'fods',
    workbook({ sheets: [{ name: 'Clients', rows: few.map((row) => row.slice(0, 6)), isWide: true }] }),
  );
  convert('story.pdf', 'fodt', storyDocument(story));
  execFileSync('pdfattach', ['-replace', inTarget('story.pdf'), inTarget('clients-957.csv'), inTarget('attached.pdf')]);
  execFileSync('qpdf', [
    '--encrypt',
    'correct horse',
    'owner',
    '256',
    '--',
    inTarget('story.pdf'),
    inTarget('password.pdf'),
  ]);
  execFileSync('pdftoppm', ['-jpeg', '-r', '40', '-f', '1', '-l', '1', inTarget('story.pdf'), inWork('page')]);
  office(['--convert-to', 'pdf', '--outdir', work, inWork('page-1.jpg')]);
  copyFileSync(inWork('page-1.pdf'), inTarget('scanned.pdf'));
}

function writeRecords(): void {
  execFileSync('python3', [join(import.meta.dirname, 'fixture-records.py'), target]);
}

/** The formats of Office before 2007, and Rich Text. */
function writeOldFormats(): void {
  convert('old.xls', 'fods', workbook({ sheets: [{ name: 'Old', rows: few }] }));
  convert('clients-957.xls', 'fods', workbook({ sheets: [{ name: 'Clients', rows: all }] }));
  convert('hidden.xls', 'fods', hiddenWorkbook);
  for (const extension of ['doc', 'rtf']) {
    convert(`clients-957.${extension}`, 'fodt', tableDocument('All clients, as promised.', all));
    convert(`story.${extension}`, 'fodt', storyDocument(story));
  }
}

/** What shows in no cell of a workbook. */
function writeUnseen(): void {
  const person = (who: string) => `${who}.person@example.com`;
  const xml = unseenWorkbook({
    textBox: person('box'),
    formula: person('formula'),
    name: person('named'),
    choice: person('choice'),
  });
  for (const extension of ['xlsx', 'ods']) convert(`unseen.${extension}`, 'fods', xml);
}

/** Mails made by Python's standard library, whose writer and reader follow the RFCs: scripts/fixture-mails.py. */
function writeMails(): void {
  execFileSync('python3', [join(import.meta.dirname, 'fixture-mails.py'), target]);
}

function writeArchives(): void {
  for (const name of ['clients-957.csv', 'hidden.xlsx', 'story.docx', 'picture.png'])
    copyFileSync(inTarget(name), inWork(name));
  zip('clients-957.zip', ['clients-957.csv', 'story.docx']);
  zip('inner.zip', ['hidden.xlsx', 'picture.png']);
  copyFileSync(inTarget('inner.zip'), inWork('inner.zip'));
  rmSync(inTarget('inner.zip'));
  zip('nested.zip', ['inner.zip', 'story.docx']);
  zip('encrypted.zip', ['story.docx'], ['-P', 'correct horse']);
}

/** What 7-Zip writes: its own format, with and without a password and with the names hidden too, and a ZIP as it encrypts one. */
function writeSevenZips(): void {
  copyFileSync(inTarget('clients-957.csv'), inWork('clients-957.csv'));
  const pack = (name: string, ...options: string[]) => {
    rmSync(inTarget(name), { force: true });
    execFileSync('7z', ['a', '-bso0', '-bsp0', ...options, inTarget(name), 'clients-957.csv'], { cwd: work });
  };
  pack('clients-957.7z');
  pack('password.7z', '-pcorrect horse');
  pack('hidden-names.7z', '-pcorrect horse', '-mhe=on');
  pack('aes.zip', '-tzip', '-mem=AES256', '-pcorrect horse');
}

/** Properties that exiftool writes where no page shows them. */
function writeDescribed(): void {
  const describe = (from: string, name: string, ...tags: string[]) => {
    rmSync(inTarget(name), { force: true });
    execFileSync('exiftool', ['-q', '-o', inTarget(name), ...tags, inTarget(from)]);
  };
  describe(
    'story.pdf',
    'described.pdf',
    '-PDF:Author=Author author.person@example.com',
    '-XMP-dc:Creator=xmp.person@example.com',
  );
  describe('picture.png', 'described.png', '-PNG:Comment=comment.person@example.com');
}

/** A second of a tone and of a test picture, as ffmpeg writes them: calls and screens are recorded in these. */
function writeRecordings(): void {
  const tone = ['-f', 'lavfi', '-i', 'sine=duration=1:sample_rate=8000'];
  const screen = ['-f', 'lavfi', '-i', 'testsrc=duration=1:size=64x48:rate=2'];
  const record = (name: string, ...options: string[]) =>
    execFileSync('ffmpeg', [
      '-v',
      'error',
      '-y',
      ...options,
      '-map_metadata',
      '-1',
      '-fflags',
      '+bitexact',
      inTarget(name),
    ]);
  for (const extension of ['wav', 'mp3', 'm4a', 'ogg', 'flac', 'aiff'])
    record(`call.${extension}`, ...tone, '-ac', '1', '-b:a', '8k');
  record('call.wma', ...tone, '-b:a', '24k');
  for (const extension of ['mp4', 'mov', 'mkv', 'webm', 'avi']) record(`screen.${extension}`, ...screen, '-b:v', '8k');
}

function zip(name: string, files: string[], options: string[] = []): void {
  rmSync(inTarget(name), { force: true });
  execFileSync('zip', ['-X', '-q', ...options, inTarget(name), ...files], { cwd: work });
}

/** Converts a flat document to the format the target's extension names, by the `filter` where it has several. */
function convert(name: string, flat: 'fods' | 'fodt' | 'fodp', xml: string, filter?: string): void {
  const [stem, extension] = name.split('.') as [string, string];
  writeFileSync(inWork(`${stem}.${flat}`), xml);
  office([
    '--convert-to',
    filter ? `${extension}:${filter}` : extension,
    '--outdir',
    target,
    inWork(`${stem}.${flat}`),
  ]);
}

function office(args: string[]): void {
  console.log('soffice', args.slice(0, 2).join(' '));
  execFileSync('soffice', [`-env:UserInstallation=${pathToFileURL(profile)}`, '--headless', ...args], {
    stdio: 'ignore',
  });
}

/** A password can be set by a macro only, so a throw-away profile gets one. */
function writePasswordWorkbook(): void {
  const basic = join(profile, 'user/basic/Standard');
  const library = 'http://openoffice.org/2000/library';
  writeFileSync(
    join(basic, 'Module1.xba'),
    `<?xml version="1.0" encoding="UTF-8"?>
<script:module xmlns:script="http://openoffice.org/2000/script" script:name="Module1" script:language="StarBasic">
Function Pair(kind, name, value)
  one = CreateUnoStruct("com.sun.star.beans." &amp; kind)
  one.Name = name
  one.Value = value
  Pair = one
End Function
Sub Protect(source, target)
  file = StarDesktop.loadComponentFromURL(ConvertToURL(source), "_blank", 0, Array(Pair("PropertyValue", "Hidden", True)))
  secret = Array(Pair("NamedValue", "CryptoType", "Standard"), Pair("NamedValue", "OOXPassword", "correct horse"))
  file.storeToURL(ConvertToURL(target), Array(Pair("PropertyValue", "FilterName", "Calc MS Excel 2007 XML"), Pair("PropertyValue", "EncryptionData", secret)))
  file.close(True)
End Sub
</script:module>`,
  );
  writeFileSync(
    join(basic, 'script.xlb'),
    `<?xml version="1.0" encoding="UTF-8"?>
<library:library xmlns:library="${library}" library:name="Standard" library:readonly="false" library:passwordprotected="false"><library:element library:name="Module1"/></library:library>`,
  );
  office([`macro:///Standard.Module1.Protect("${inTarget('hidden.xlsx')}","${inTarget('password.xlsx')}")`]);
}

main();
