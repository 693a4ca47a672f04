// Writes Outlook messages from a few properties. https://learn.microsoft.com/openspecs/exchange_server_protocols/ms-oxmsg
import { joined } from './archive-writer.ts';
import { type StorageToWrite, writeCompound } from './compound-writer.ts';

/** Text, or bytes, by property id. */
export type PropertiesToWrite = Record<number, string | Uint8Array>;

export interface MessageToWrite {
  properties: PropertiesToWrite;
  recipients?: PropertiesToWrite[];
  attachments?: { properties: PropertiesToWrite; message?: MessageToWrite }[];
  /** Texts in this code page instead of UTF-16. Latin letters only. */
  codePage?: number;
  /** The page it would be sent in, where that alone is told. */
  internetPage?: number;
}

const numbered = (prefix: string, index: number) => `${prefix}#${index.toString(16).toUpperCase().padStart(8, '0')}`;

export const writeMessage = (message: MessageToWrite) => writeCompound(storage(message, 32));

function storage(message: MessageToWrite, header: number): StorageToWrite {
  const { properties, recipients = [], attachments = [], codePage, internetPage } = message;
  const own = propertyStreams(properties, header, codePage, internetPage);
  for (const [index, one] of recipients.entries())
    own[numbered('__recip_version1.0_', index)] = propertyStreams(one, 8, codePage);
  for (const [index, one] of attachments.entries())
    own[numbered('__attach_version1.0_', index)] = {
      ...propertyStreams(one.properties, 8, codePage),
      ...(one.message ? { '__substg1.0_3701000D': storage(one.message, 24) } : {}),
    };
  return own;
}

function propertyStreams(
  properties: PropertiesToWrite,
  header: number,
  codePage?: number,
  internetPage?: number,
): StorageToWrite {
  const isWide = codePage === undefined && internetPage === undefined;
  const streams: StorageToWrite = {};
  const table: Uint8Array[] = [new Uint8Array(header)];
  const row = (id: number, type: number, value: number) => {
    const view = new DataView(new ArrayBuffer(16));
    view.setUint32(0, (id << 16) | type, true);
    view.setUint32(4, 6, true);
    view.setUint32(8, value, true);
    table.push(new Uint8Array(view.buffer));
  };
  if (codePage !== undefined) row(0x3ffd, 3, codePage);
  if (internetPage !== undefined) row(0x3fde, 3, internetPage);
  for (const [key, value] of Object.entries(properties)) {
    const id = Number(key);
    const type = typeof value !== 'string' ? 0x102 : isWide ? 0x1f : 0x1e;
    const bytes = typeof value !== 'string' ? value : new Uint8Array(Buffer.from(value, isWide ? 'utf16le' : 'latin1'));
    row(id, type, bytes.length);
    streams[`__substg1.0_${hex(id)}${hex(type)}`] = bytes;
  }
  streams['__properties_version1.0'] = joined(table);
  return streams;
}

const hex = (value: number) => value.toString(16).toUpperCase().padStart(4, '0');
