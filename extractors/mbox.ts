// A mailbox in one file: messages behind lines that begin with `From `. Which of several quoting rules it follows cannot be told, so it
// counts as read in part. https://www.rfc-editor.org/rfc/rfc4155

import type { Part } from '../scan/part.ts';
import type { Content } from './content.ts';
import type { Extractor } from './extractor.ts';
import type { Reading } from './reading.ts';

export const mbox: Extractor = {
  id: 'mbox',
  accepts: ({ head }) => /^From \S.{0,200}\d{2}:\d{2}.{0,40}\r?\n[!-9;-~]+:/.test(new TextDecoder().decode(head)),
  async extract({ file, name }, reading) {
    const children: Part[] = [];
    const part: Part = { name, type: 'mbox', children, unreadable: 'unknown-format' };
    try {
      for await (const { start, end } of messages(file, reading)) {
        reading.enter(1);
        const share = end / file.size;
        children.push(await reading.child(file.slice(start, end), `message ${children.length + 1}`, share, share));
        reading.progress(share);
      }
    } catch (problem) {
      part.unreadable = reading.reasonFor(problem);
    }
    return part;
  },
};

const slice = 1 << 20;
/** Longest line that parts two messages. */
const longestLine = 1_024;

/** Where each message stands, without the line that parts it from the one before. */
async function* messages(file: Content, reading: Reading): AsyncGenerator<{ start: number; end: number }> {
  let start = -1;
  for (let at = 0; at < file.size; at += slice) {
    reading.check();
    // Latin-1: one character a byte, so that places in the text are places in the file.
    const bytes = new Uint8Array(await file.slice(at, at + slice + longestLine).arrayBuffer());
    const text = new TextDecoder('latin1').decode(bytes);
    for (const found of text.matchAll(/(?<=^|\n\r?\n)From \S[^\n]{0,900}\d{2}:\d{2}[^\n]{0,100}\n/g)) {
      if (found.index >= slice || (found.index === 0 && at > 0)) continue;
      if (start >= 0) yield { start, end: at + found.index };
      start = at + found.index + found[0].length;
    }
  }
  if (start >= 0) yield { start, end: file.size };
}
