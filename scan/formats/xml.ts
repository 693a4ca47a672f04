// Elements and attributes of XML. https://www.w3.org/TR/xml/ (tags 3.1, comments 2.5, CDATA 2.7, references 4.1)
import type { Read, RecordTree } from './record-tree.ts';

const tag =
  /<(?:!\[CDATA\[|[?!][^<>]{0,2000}>|(\/?)([\p{L}_][\w.:-]{0,80})((?:[^<>"']|"[^"<]{0,4000}"|'[^'<]{0,4000}'){0,2000}?)(\/?)>)/uy;
const attribute = /([\p{L}_][\w.:-]{0,80})\s{0,4}=\s{0,4}(?:"([^"]{0,4000})"|'([^']{0,4000})')/gu;

/** Deeper things are not looked into. */
const deepest = 64;

/** Whether an element or a prolog begins at `at`. */
export const mayBeginXml = (text: string, at: number): boolean =>
  /^<(?:\?xml\s|[\p{L}_][\w.:-]{0,80}[\s>/])/iu.test(text.slice(at, at + 84));

/**
 * Reads the element at `at` into the tree, as far as it is XML: where it breaks off, what was complete until then is in the tree.
 */
export function readXml(text: string, at: number, tree: RecordTree): Read {
  const open: { name: string; hasElements: boolean; content: number }[] = [];
  let position = at;
  let complete = 0;
  const fail = () => {
    for (const _ of open) tree.close();
    return { end: position, isRead: complete > 1 };
  };
  const done = () => ({ end: position, isRead: complete > 0 });
  for (;;) {
    const next = text.indexOf('<', position);
    if (next < 0) return open.length === 0 ? done() : fail();
    if (open.length === 0 && position > at && /\S/.test(text.slice(position, Math.min(next, position + 400))))
      return done();
    if (text.startsWith('<!--', next)) {
      const end = text.indexOf('-->', next);
      position = end < 0 ? text.length : end + 3;
      continue;
    }
    tag.lastIndex = next;
    const found = tag.exec(text);
    if (!found) {
      position = next;
      return fail();
    }
    position = tag.lastIndex;
    const [whole, slash, name, attributes, isEmpty] = found;
    if (whole === '<![CDATA[') {
      const end = text.indexOf(']]>', position);
      if (end < 0) {
        position = text.length;
        return fail();
      }
      const last = open.at(-1);
      if (last && !last.hasElements) tree.value('', position, end);
      if (last) last.hasElements = true;
      position = end + 3;
      continue;
    }
    if (name === undefined) continue;
    if (slash === '/') {
      const last = open.pop();
      if (!last || last.name !== name) {
        if (last) tree.close();
        return fail();
      }
      if (!last.hasElements) tree.value('', ...trimmed(text, last.content, next));
      tree.close();
      complete++;
      if (open.length === 0) return done();
      continue;
    }
    if (open.length >= deepest) return fail();
    const above = open.at(-1);
    if (above) above.hasElements = true;
    tree.open(localName(name), false);
    for (const one of (attributes ?? '').matchAll(attribute)) {
      const value = one[2] ?? one[3] ?? '';
      const start = next + 1 + name.length + one.index + one[0].length - 1 - value.length;
      if (!one[1]!.startsWith('xmlns')) tree.value(localName(one[1]!), start, start + value.length);
    }
    if (isEmpty === '/') {
      tree.close();
      complete++;
      if (open.length === 0) return done();
    } else open.push({ name, hasElements: false, content: position });
  }
}

const localName = (name: string) => name.slice(name.lastIndexOf(':') + 1);

function trimmed(text: string, start: number, end: number): [start: number, end: number] {
  let from = start;
  let to = end;
  while (from < to && text.charCodeAt(from) <= 32) from++;
  while (to > from && text.charCodeAt(to - 1) <= 32) to--;
  return [from, to];
}

const named: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/** `&amp;`, `&#233;` as they read. */
export const unescapeXml = (written: string): string =>
  written.includes('&')
    ? written.replace(/&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|(amp|lt|gt|quot|apos));/gi, (whole, decimal, hex, name) => {
        if (name) return named[(name as string).toLowerCase()]!;
        const code = decimal ? Number(decimal) : Number.parseInt(hex as string, 16);
        return code <= 0x10ffff ? String.fromCodePoint(code) : (whole as string);
      })
    : written;
