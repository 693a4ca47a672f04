// Rich Text as the lines a reader sees, table rows with tabs; fields, comments, notes, properties and deleted text with it. HTML that
// Outlook wrapped in RTF comes out as HTML. Rich Text Format Specification 1.9.1;
// https://learn.microsoft.com/openspecs/exchange_server_protocols/ms-oxrtfex (HTML in RTF)
import { decoderOfCodePage } from '../code-pages.ts';
import { unreadable } from '../reading.ts';
import { type RtfToken, readTokens } from './tokens.ts';

export interface RtfDocument {
  text: string;
  /** Set where the RTF wraps HTML. */
  html?: string;
  hasPictures: boolean;
  /** Hexadecimal data of embedded objects. */
  hasObjects: boolean;
}

interface Group {
  isSkipped: boolean;
  isFontTable: boolean;
  /** Read, but not where it stands: field instructions, properties. */
  isAside: boolean;
  isTag: boolean;
  isSuppressed: boolean;
  /** Deleted text, a note, a comment: no part of the word it stands beside. */
  isApart: boolean;
  /** Characters that follow a `\u` for programs that do not know it. */
  replacements: number;
  font: number;
}

/** `check` is called now and then and may throw. */
export function readRtf(bytes: Uint8Array, check: () => void = () => {}): RtfDocument {
  const lines: string[] = [];
  const asides: string[] = [];
  const html: string[] = [];
  const codePages = new Map<number, number>();
  const decoders = new Map<number, TextDecoder>();
  let codePage = 1252;
  let isHtml = false;
  let hasPictures = false;
  let hasObjects = false;
  let line = '';
  let cells: string[] = [];
  let isInTable = false;
  let aside = '';
  let toSkip = 0;
  let isStarred = false;
  let group: Group = {
    isSkipped: false,
    isFontTable: false,
    isAside: false,
    isTag: false,
    isSuppressed: false,
    isApart: false,
    replacements: 1,
    font: -1,
  };
  const groups: Group[] = [];
  let raw: number[] = [];

  const decoder = () => {
    const page = codePages.get(group.font) ?? codePage;
    const known = decoders.get(page) ?? decoderOfCodePage(page);
    decoders.set(page, known);
    return known;
  };
  const flush = () => {
    if (raw.length === 0) return;
    const text = decoder().decode(new Uint8Array(raw));
    raw = [];
    write(text);
  };
  const write = (text: string) => {
    if (group.isSkipped) return;
    if (isHtml) {
      if (group.isTag) html.push(text);
      else if (!group.isSuppressed) html.push(text.replaceAll('&', '&amp;').replaceAll('<', '&lt;'));
    }
    if (group.isTag) return;
    if (group.isAside) aside += text;
    else line += text;
  };
  const endLine = () => {
    if (isInTable || cells.length > 0) line += ' ';
    else {
      lines.push(line.trimEnd());
      line = '';
    }
  };
  const endCell = () => {
    cells.push(line.trim().replaceAll('\t', ' '));
    line = '';
  };
  const endRow = () => {
    if (line.trim() !== '') endCell();
    if (cells.length > 0) lines.push(cells.join('\t'));
    cells = [];
    line = '';
  };
  const endAside = () => {
    if (aside.trim() !== '') asides.push(aside.trim().replace(/^HYPERLINK "(?:mailto:)?([^"]*)".*$/i, '$1'));
    aside = '';
  };

  const control = (word: string, value: number | undefined) => {
    const destination = isStarred || destinations.has(word);
    if (destination && !isStarred && word === 'pict') hasPictures = true;
    if (word === 'objdata') hasObjects = true;
    if (skipped.has(word)) {
      group.isSkipped = true;
    } else if (asideWords.has(word) || (isStarred && !inPlace.has(word) && word !== 'htmltag')) group.isAside = true;
    isStarred = false;
    switch (word) {
      case 'fonttbl':
        group.isFontTable = true;
        group.isSkipped = true;
        return;
      case 'f':
        group.font = value ?? -1;
        return;
      case 'fcharset': {
        const page = pageOfCharset[value ?? 0];
        if (group.isFontTable && page !== undefined) codePages.set(group.font, page);
        return;
      }
      case 'ansicpg':
        codePage = value ?? 1252;
        return;
      case 'mac':
        codePage = 10_000;
        return;
      case 'uc':
        group.replacements = Math.min(16, Math.max(0, value ?? 1));
        return;
      case 'u':
        if (value === undefined) return;
        write(String.fromCharCode(value & 0xffff));
        toSkip = group.replacements;
        return;
      case 'fromhtml':
        isHtml = true;
        return;
      case 'htmltag':
        group.isTag = true;
        return;
      case 'htmlrtf':
        group.isSuppressed = value !== 0;
        return;
      case 'deleted':
      case 'footnote':
      case 'annotation':
        if (value !== 0) group.isApart = true;
        return write(' ');
      case 'pard':
        isInTable = false;
        return;
      case 'intbl':
        isInTable = true;
        return;
      case 'par':
      case 'line':
      case 'sect':
      case 'page':
        if (isHtml && !group.isSuppressed && !group.isSkipped) html.push('\n');
        if (!group.isTag && !group.isSkipped) {
          if (group.isAside) aside += ' ';
          else endLine();
        }
        return;
      case 'cell':
        if (!group.isSkipped) endCell();
        return;
      case 'row':
        if (!group.isSkipped) endRow();
        return;
      case 'nestcell':
      case 'nestrow':
        return write(' ');
      default: {
        const character = characters[word];
        if (character !== undefined) write(character);
      }
    }
  };

  const take = (token: RtfToken) => {
    switch (token.kind) {
      case 'open':
        flush();
        toSkip = 0;
        isStarred = false;
        if (groups.length === deepest) throw unreadable('too-deep');
        groups.push(group);
        group = { ...group, isApart: false };
        return;
      case 'close':
        flush();
        toSkip = 0;
        if (group.isApart) write(' ');
        if (group.isAside) {
          if (groups.at(-1)?.isAside) aside += '\n';
          else endAside();
        }
        group = groups.pop() ?? group;
        return;
      case 'star':
        flush();
        isStarred = true;
        return;
      case 'word':
        flush();
        return control(token.word, token.value);
      case 'byte':
        if (toSkip > 0) toSkip--;
        else raw.push(token.byte);
        return;
      case 'text':
        if (group.isSkipped) return;
        for (let at = token.from; at < token.to; at++)
          if (toSkip > 0) toSkip--;
          else raw.push(bytes[at]!);
        if (raw.length > 8_192) flush();
    }
  };
  readTokens(bytes, take, check);
  flush();
  if (cells.length > 0) endRow();
  if (line !== '') lines.push(line.trimEnd());
  endAside();
  return {
    text: [lines.join('\n'), ...asides].filter((one) => one.trim() !== '').join('\n\n'),
    ...(isHtml ? { html: html.join('') } : {}),
    hasPictures,
    hasObjects,
  };
}

/** Groups within groups; no program writes a hundred. */
const deepest = 5_000;

const words = (list: string) => new Set(list.split(' '));

/** Destinations without a star before them. */
const destinations = words('fonttbl colortbl stylesheet pict info');
/** Tables of looks, identifiers and pictures. */
const skipped = words(
  'fonttbl colortbl stylesheet pict objdata listtable listoverridetable rsidtbl generator themedata colorschememapping latentstyles datastore xmlnstbl pgptbl filetbl blipuid datafield bkmkstart bkmkend panose falt wgrffmtfilter objclass objname passwordhash fontemb pnseclvl mmathPr creatim revtim printim buptim atrfstart atrfend sp',
);
/** Kept, after the text. */
const asideWords = words('info fldinst userprops docvar xe tc atnauthor atnid');
/** Starred, and read where they stand. */
const inPlace = words('shpinst shptxt annotation footnote ftnsep nestableprops shppict fldrslt txfieldtext');

const characters: Record<string, string> = {
  tab: '\t',
  emdash: '—',
  endash: '–',
  lquote: '‘',
  rquote: '’',
  ldblquote: '“',
  rdblquote: '”',
  bullet: '•',
  emspace: ' ',
  enspace: ' ',
};

/** Font charsets as code pages (`\fcharset`). */
const pageOfCharset: Record<number, number> = {
  77: 10_000,
  128: 932,
  129: 949,
  134: 936,
  136: 950,
  161: 1253,
  162: 1254,
  163: 1258,
  177: 1255,
  178: 1256,
  186: 1257,
  204: 1251,
  222: 874,
  238: 1250,
};
