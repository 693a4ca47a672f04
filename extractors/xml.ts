// A streaming scanner for the XML inside Office files: tags and text as they come, no tree, no entities but the five built in and
// numbers, so that nothing can grow. Why not a library: docs/adr/0011. https://www.w3.org/TR/xml/
import { unreadable } from './reading.ts';

export interface XmlHandler {
  /** A start tag: name without its namespace prefix, attributes as written (see `attribute`). Empty tags are closed at once. */
  open(name: string, attributes: string): void;
  close(name: string): void;
  /** Character data, entities resolved. May come in several pieces. */
  text(text: string): void;
  /**
   * Elements that are passed over with all in them, unless `unless` is found between their tags. Their ends may still come where one lies
   * in another of the same name.
   */
  skips?: { names: ReadonlySet<string>; unless: RegExp };
}

export interface XmlScanner {
  write(chunk: string): void;
  end(): void;
}

/** Longest tag, comment or CDATA section that is waited for; a longer one is taken for damage. */
const longestToken = 4 << 20;

/** Feed it a document in pieces. Throws `unreadable('broken')` where it ends inside a tag. Mismatched tags pass. */
export function createXmlScanner(handler: XmlHandler): XmlScanner {
  let rest = '';
  const nameIn = nameReader();

  /** Scans as far as whole tokens go and returns how far that was. */
  const scan = (xml: string, isLast: boolean): number => {
    let at = 0;
    while (at < xml.length) {
      if (xml.charCodeAt(at) !== lessThan) {
        let tag = at;
        let hasEntity = false;
        // Most texts are a few characters: a loop is faster than asking twice for where one stands.
        for (; tag < xml.length; tag++) {
          const code = xml.charCodeAt(tag);
          if (code === lessThan) break;
          if (code === ampersand) hasEntity = true;
        }
        const end = tag < xml.length || isLast ? tag : endOfWholeText(xml, at);
        const text = xml.slice(at, end);
        if (end > at) handler.text(hasEntity ? decodeEntities(text) : text);
        if (tag === xml.length) return end;
        at = tag;
      }
      const end = scanTag(xml, at, handler, nameIn);
      if (end < 0) return at;
      at = end;
    }
    return at;
  };

  return {
    write(chunk) {
      const xml = rest + chunk;
      rest = xml.slice(scan(xml, false));
      if (rest.length > longestToken) throw unreadable('broken');
    },
    end() {
      if (scan(rest, true) < rest.length) throw unreadable('broken');
      rest = '';
    },
  };
}

const lessThan = 0x3c;
const ampersand = 0x26;
const greaterThan = 0x3e;
const exclamation = 0x21;
const question = 0x3f;
const slash = 0x2f;
const colon = 0x3a;

/** Text may be handed on in pieces, but never in the middle of an entity. */
function endOfWholeText(xml: string, from: number): number {
  const entity = xml.lastIndexOf('&');
  return entity >= from && xml.length - entity < 12 && !xml.includes(';', entity) ? entity : xml.length;
}

/** One tag that starts at `start`. Returns the index behind it, -1 when it is not whole. */
function scanTag(xml: string, start: number, handler: XmlHandler, nameIn: NameReader): number {
  const first = xml.charCodeAt(start + 1);
  if (first === exclamation) return scanDeclaration(xml, start, handler);
  if (first === question) return after(xml, '?>', start);
  let nameStart = first === slash ? start + 2 : start + 1;
  let nameEnd = nameStart;
  for (; nameEnd < xml.length; nameEnd++) {
    const code = xml.charCodeAt(nameEnd);
    if (code === colon) nameStart = nameEnd + 1;
    else if (code <= 0x20 || code === greaterThan || code === slash) break;
  }
  const end = xml.charCodeAt(nameEnd) === greaterThan ? nameEnd + 1 : endOfTag(xml, nameEnd);
  if (end < 0) return -1;
  const name = nameIn(xml, nameStart, nameEnd);
  if (first === slash) {
    handler.close(name);
    return end;
  }
  const isEmpty = xml.charCodeAt(end - 2) === slash;
  const last = isEmpty ? end - 2 : end - 1;
  if (!isEmpty && handler.skips?.names.has(name)) {
    const close = `</${xml.slice(start + 1, nameEnd)}>`;
    const stop = xml.indexOf(close, end);
    if (stop < 0 && xml.length - start < longestSkip) return -1;
    if (stop >= 0 && !handler.skips.unless.test(xml.slice(end - 1, stop))) return stop + close.length;
  }
  handler.open(name, nameEnd < last ? xml.slice(nameEnd, last) : '');
  if (isEmpty) handler.close(name);
  return end;
}

/** What is longer than this is read, not passed over. */
const longestSkip = 1 << 16;

type NameReader = (xml: string, start: number, end: number) => string;

/** A document has few names and many tags: each name is one string, made once, and one that is compared by where it lies. */
function nameReader(): NameReader {
  const known: (string | undefined)[] = Array.from({ length: 512 }, () => undefined);
  return (xml, start, end) => {
    const length = end - start;
    // A longer piece would keep all that it was cut from.
    if (length > 12) return xml.slice(start, end);
    const place = (xml.charCodeAt(start) * 31 + xml.charCodeAt(end - 1) * 7 + length) & 511;
    const before = known[place];
    if (before?.length === length && standsAt(xml, start, before)) return before;
    const [name = ''] = Object.keys({ [xml.slice(start, end)]: 0 });
    known[place] = name;
    return name;
  };
}

/** `startsWith` for a few characters. */
function standsAt(xml: string, start: number, name: string): boolean {
  for (let at = 0; at < name.length; at++) if (xml.charCodeAt(start + at) !== name.charCodeAt(at)) return false;
  return true;
}

/** Index behind `>`; a `>` inside a quoted attribute does not count. */
function endOfTag(xml: string, from: number): number {
  let quote = 0;
  for (let at = from; at < xml.length; at++) {
    const code = xml.charCodeAt(at);
    if (quote) {
      if (code === quote) quote = 0;
    } else if (code === greaterThan) return at + 1;
    else if (code === 0x22 || code === 0x27) quote = code;
  }
  return -1;
}

/** Comments and document types are passed over, CDATA is text. */
function scanDeclaration(xml: string, start: number, handler: XmlHandler): number {
  if (xml.startsWith('<!--', start)) return after(xml, '-->', start);
  if (xml.startsWith('<![CDATA[', start)) {
    const end = after(xml, ']]>', start);
    if (end > 0) handler.text(xml.slice(start + 9, end - 3));
    return end;
  }
  if (xml.length - start < 9) return -1;
  const close = xml.indexOf('>', start);
  const subset = xml.indexOf('[', start);
  return subset > 0 && subset < close ? after(xml, ']>', start) : close + 1 || -1;
}

function after(xml: string, mark: string, from: number): number {
  const found = xml.indexOf(mark, from);
  return found < 0 ? -1 : found + mark.length;
}

/** The value of an attribute by its local name, entities resolved, from the attributes of a start tag. */
export function attribute(attributes: string, name: string): string | undefined {
  for (let from = 0; ; ) {
    const at = attributes.indexOf(name, from);
    if (at < 0) return undefined;
    from = at + name.length;
    const before = attributes.charCodeAt(at - 1);
    if (before > 0x20 && before !== colon) continue;
    const equals = /^\s*=\s*(["'])/.exec(attributes.slice(from, from + 16));
    if (!equals) continue;
    const start = from + equals[0].length;
    const end = attributes.indexOf(equals[1]!, start);
    return decodeEntities(attributes.slice(start, end < 0 ? undefined : end));
  }
}

const named: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

export function decodeEntities(text: string): string {
  if (!text.includes('&')) return text;
  return text.replace(/&(?:#(\d{1,7})|#[xX]([\da-fA-F]{1,6})|(amp|lt|gt|quot|apos));/g, (whole, decimal, hex, name) => {
    if (name) return named[name]!;
    const code = decimal ? Number(decimal) : Number.parseInt(hex, 16);
    return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
  });
}
