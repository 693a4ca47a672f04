// Files in, text and tables out. The format is told from the content; a name can only help to tell kinds of text apart.

import type { Part, Reason } from '../scan/part.ts';
import { type Archive, openArchive } from './archive.ts';
import { compoundMagic, openCompound } from './compound/compound-file.ts';
import { compound } from './compound.ts';
import type { Content } from './content.ts';
import { doc } from './doc.ts';
import { docx } from './docx.ts';
import { eml } from './eml.ts';
import type { Extractor, Source } from './extractor.ts';
import { gzip } from './gzip.ts';
import { html } from './html.ts';
import { icalendar } from './icalendar.ts';
import { json } from './json.ts';
import type { Limits } from './limits.ts';
import { mbox } from './mbox.ts';
import { msg } from './msg.ts';
import { opendocument } from './opendocument.ts';
import { pdf } from './pdf.ts';
import { ppt } from './ppt.ts';
import { pptx } from './pptx.ts';
import { createReading, type Progress, type Reading } from './reading.ts';
import { recognised } from './recognised.ts';
import { rtf } from './rtf.ts';
import { tar } from './tar.ts';
import { text } from './text.ts';
import { withTroubleInside } from './trouble.ts';
import { vcard } from './vcard.ts';
import { xls } from './xls.ts';
import { xlsb } from './xlsb.ts';
import { xlsx } from './xlsx.ts';
import { xmlFile } from './xml-file.ts';
import { zip } from './zip.ts';

/** The first that accepts a file reads it. Text accepts everything, so it is last. */
export const extractors: readonly Extractor[] = [
  recognised,
  msg,
  xls,
  doc,
  ppt,
  compound,
  xlsx,
  xlsb,
  docx,
  pptx,
  opendocument,
  zip,
  pdf,
  gzip,
  tar,
  rtf,
  html,
  xmlFile,
  json,
  vcard,
  icalendar,
  mbox,
  eml,
  text,
];

/**
 * Reads one file. Rejects only when `signal` aborts, with its reason; whatever is wrong with the file ends as a part with `unreadable`.
 * What could be read before the trouble is in the part beside it.
 */
export async function extract(
  file: Content,
  name: string,
  limits: Limits,
  signal: AbortSignal,
  progress: Progress,
): Promise<Part> {
  const reading = createReading(limits, signal, progress, readFile);
  const part = file.size > limits.bytes ? unread(name, 'unknown', 'too-large') : await readFile(file, name, reading);
  progress(1);
  return part;
}

async function readFile(file: Content, name: string, reading: Reading): Promise<Part> {
  let type = 'unknown';
  try {
    reading.check();
    if (file.size === 0) return unread(name, type, 'empty');
    const head = new Uint8Array(await file.slice(0, 4_096).arrayBuffer());
    const source: Source = { file, name, head };
    if (isArchive(head)) {
      type = 'zip';
      if (!recognised.accepts(source)) source.archive = await openArchive(file, reading);
    }
    if (compoundMagic.every((byte, index) => head[index] === byte)) {
      type = 'ole';
      source.compound = await openCompound(file, reading);
    }
    const extractor = extractors.find((one) => one.accepts(source))!;
    type = extractor.id;
    return withBytesOutside(withTroubleInside(await extractor.extract(source, reading)), source.archive);
  } catch (problem) {
    return unread(name, type, reading.reasonFor(problem));
  }
}

const unread = (name: string, type: string, reason: Reason): Part => ({ name, type, unreadable: reason });

/** `PK` and one of: local header, empty archive, split archive. */
const isArchive = ([p, k, third, fourth]: Uint8Array) =>
  p === 0x50 &&
  k === 0x4b &&
  ((third === 3 && fourth === 4) || (third === 5 && fourth === 6) || (third === 7 && fourth === 8));

/** Fillers between entries: data descriptors, alignment, a signing block's padding. */
const fillers = (archive: Archive) => 1_024 + archive.entries.length * 64;

/** Bytes outside of the archive's entries were not read. */
function withBytesOutside(part: Part, archive: Archive | undefined): Part {
  const hides = archive !== undefined && archive.unaccounted > fillers(archive);
  return hides && !part.unreadable ? { ...part, unreadable: 'unknown-format' } : part;
}
