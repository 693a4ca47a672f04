// A mail saved as a file. Its text is handed on as it stands; bodies and attachments in base64 are not unpacked, so it counts as
// read in part. https://www.rfc-editor.org/rfc/rfc5322
import { readText } from './charset.ts';
import type { Extractor } from './extractor.ts';

export const message: Extractor = {
  id: 'eml',
  accepts({ head }) {
    const start = new TextDecoder('windows-1252').decode(head);
    const headers = start.split(/\r?\n\r?\n/, 1)[0]!;
    return /^[!-9;-~]+:|^From /.test(headers) && /^(?:mime-version|message-id|received|return-path):/im.test(headers);
  },
  async extract({ file, name }, reading) {
    const { text } = await readText(file, reading);
    return { name, type: 'eml', text, unreadable: 'unknown-format' };
  },
};
