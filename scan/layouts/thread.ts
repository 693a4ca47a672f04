// Lines of a mail that are about the correspondence, not about clients: headers of quoted messages, and signatures.
import { createNext } from '../formats/next.ts';
import { tableAt } from '../tables/tables-in-text.ts';
import type { Lines } from '../text/lines.ts';

/** What a line is: 0 content, else one of these. */
const lineRole = { header: 1, signature: 2, author: 3 } as const;

/** More messages or addresses than a thread has: then it is an archive, or a list made to look like one, and its people count. */
const mostMessages = 12;
const mostAddresses = 40;

const headerLine =
  /^[ \t]*\*{0,2}(from|sent|to|cc|bcc|date|subject|reply-to|importance|von|gesendet|an|betreff|datum|de|envoyé|à|objet|para|enviado|asunto)\*{0,2}[ \t]?:/iu;
const originator = /^(?:from|von|de)$/i;
const wroteLine = /\b(?:wrote|writes|schrieb|a écrit|escribió|ha scritto|schreef)\b[^\n]{0,80}:[ \t]*$/iu;
const signOff =
  /^[ \t]*(?:(?:with )?(?:kind(?:est)?|best|warm(?:est)?|many|all the best|all best|yours|sincerely|regards|thanks|cheers|cordialement|bien à vous|saludos|groeten|mit freundlichen|viele|beste|liebe|med vennlig|hilsen|venlig)(?: (?:kind |best |warm )?(?:regards|wishes|thanks|sincerely|faithfully|truly|again|grüßen|grüße|groet|groeten|hilsen))?(?: and [a-z ]{3,20})?)[,.!]?[ \t]*$/iu;
const greeting =
  /^(?:dear|hi|hello|good (?:morning|afternoon|evening)|sehr geehrte[rn]?|liebe[rn]?|guten tag|hallo|bonjour|ch(?:er|ère)s?|estimad[oa]s?|querid[oa]s?|gentile|car[oa]|geachte|beste|hej|kära|kjære|drodzy|szanown\p{L}+)\b[^\n]{0,60}[,:!]$/iu;
const ruler = /^[ \t]*(?:--|__|—)[ \t]*$/;

const commitLine = /^commit [0-9a-f]{7,40}\b/;
const changeLine = /^(?:author|commit|authordate|commitdate|date|merge):[^\n]{0,200}$/i;
/** Whose work it is: `Copyright (c) 2019 Jane Doe <jane@…>`, and nothing more. */
const ownerLine = /^(?!.*\d{5})[^\n]{0,40}(?:copyright|©)[^\n]{0,30}\b(?:19|20)\d\d\b[^\n]{0,120}$/i;

/** Longest signature, in lines with something on them. */
const signatureLines = 14;

/** The role of every line. Linear: every line is looked at once, a few of them again for a signature's end. */
export function lineRoles(text: string, lines: Lines): Uint8Array {
  const roles = new Uint8Array(lines.count);
  // Searched for from a rare letter on: "copyright".
  const copyrights = createNext(text, 'yright');
  const signs = createNext(text, '©');
  let messages = 0;
  for (let line = 0; line < lines.count; line++) {
    if (roles[line] !== 0) continue;
    const start = lines.start[line]!;
    if (text.startsWith('commit ', start) && commitLine.test(lineText(text, lines, line))) {
      // Who wrote which change: a history of a program is about nobody's clients.
      for (let next = line + 1; next < lines.count && changeLine.test(lineText(text, lines, next)); next++)
        roles[next] = lineRole.author;
      continue;
    }
    if (
      Math.min(copyrights.from(start), signs.from(start)) < lines.end[line]! &&
      ownerLine.test(lineText(text, lines, line))
    ) {
      roles[line] = lineRole.author;
      continue;
    }
    const length = lines.end[line]! - lines.start[line]!;
    if (length === 0) continue;
    if (mayBeginHeader(text, lines.start[line]!, lines.end[line]!)) {
      const after = endOfHeader(text, lines, line);
      if (after > line + 1) {
        roles.fill(lineRole.header, line, after);
        messages++;
        continue;
      }
    }
    if (length <= 40 && isSignOff(text, lines, line))
      roles.fill(lineRole.signature, line + 1, endOfSignature(text, lines, line + 1, roles));
    else if (text.charCodeAt(lines.end[line]! - 1) === 58 && length < 300 && isAttribution(text, lines, line)) {
      markAttribution(text, lines, line, roles);
      messages++;
    }
  }
  readArchive(text, lines, roles, messages);
  return roles;
}

/** Makes headers and signatures content again where there are more of them than in a thread. */
function readArchive(text: string, lines: Lines, roles: Uint8Array, messages: number): void {
  const blocks = { [lineRole.header]: messages, [lineRole.signature]: 0 };
  let addresses = 0;
  for (let line = 0; line < lines.count; line++) {
    const role = roles[line];
    if (role !== lineRole.header && role !== lineRole.signature) continue;
    if (role === lineRole.signature && (line === 0 || roles[line - 1] !== role)) blocks[role]++;
    if (role === lineRole.header) addresses += lineText(text, lines, line).split('@').length - 1;
  }
  for (const role of [lineRole.header, lineRole.signature])
    if (blocks[role] > mostMessages || (role === lineRole.header && addresses > mostAddresses))
      for (let line = 0; line < lines.count; line++) if (roles[line] === role) roles[line] = 0;
}

const lineText = (text: string, lines: Lines, line: number): string => text.slice(lines.start[line], lines.end[line]);

/** Longest name of a header, with the marks around it. */
const longestHeader = 20;

/** Whether a colon follows the first word. */
function mayBeginHeader(text: string, start: number, end: number): boolean {
  let at = start;
  while (at < end && (text.charCodeAt(at) === 32 || text.charCodeAt(at) === 9)) at++;
  const limit = Math.min(end, at + longestHeader);
  let blanks = 0;
  for (; at < limit; at++) {
    const unit = text.charCodeAt(at);
    if (unit === 58) return true;
    if (unit === 32 || unit === 9) blanks++;
    else if (blanks > 0) return false;
  }
  return false;
}

/** One past the last header line of a quoted message that begins here; `line` where none does. */
function endOfHeader(text: string, lines: Lines, line: number): number {
  const seen = new Set<string>();
  let hasOriginator = false;
  let next = line;
  for (; next < lines.count && next < line + 60; next++) {
    const here = lineText(text, lines, next);
    const name = headerLine.exec(here)?.[1]?.toLowerCase();
    if (name !== undefined) {
      if (seen.has(name)) break;
      seen.add(name);
      hasOriginator ||= originator.test(name);
    } else if (!continues(text, lines, next)) break;
  }
  return seen.size >= 2 && hasOriginator ? next : line;
}

/** A long recipient list goes on after a line that ends with a comma or semicolon, or on an indented line. */
function continues(text: string, lines: Lines, line: number): boolean {
  if (line === 0 || lines.end[line] === lines.start[line]) return false;
  const before = text.charCodeAt(lines.end[line - 1]! - 1);
  const here = lineText(text, lines, line);
  return (before === 44 || before === 59 || /^[ \t]/.test(here)) && here.includes('@');
}

function isAttribution(text: string, lines: Lines, line: number): boolean {
  return wroteLine.test(lineText(text, lines, line));
}

/** `On Monday … Jane Doe <jane@…> wrote:` may be wrapped once. */
function markAttribution(text: string, lines: Lines, line: number, roles: Uint8Array): void {
  roles[line] = lineRole.header;
  if (line > 0 && /^[ \t]*(?:on|am|le|el|op|il|den)\b/iu.test(lineText(text, lines, line - 1)))
    roles[line - 1] = lineRole.header;
}

function isSignOff(text: string, lines: Lines, line: number): boolean {
  const here = lineText(text, lines, line);
  return ruler.test(here) || signOff.test(here);
}

/**
 * One past the last line of the signature that begins here: to the first blank line after something one can be reached by, to a
 * change of quoting, or to the next message.
 */
function endOfSignature(text: string, lines: Lines, first: number, roles: Uint8Array): number {
  let filled = 0;
  let reach = 0;
  let addresses = 0;
  let end = first;
  for (let line = first; line < lines.count && filled < signatureLines; line++) {
    if (lines.depth[line] !== lines.depth[first]) break;
    const here = lineText(text, lines, line).trim();
    if (here === '') {
      if (reach > 0) break;
      continue;
    }
    if (here.length > 160 || endOfHeader(text, lines, line) > line || signOff.test(here) || greeting.test(here)) break;
    if (tableAt(text, lines, line, roles)) break;
    // A signature says "T:" or "Email:", never "Name:" or "Date of birth:".
    if (/^[\p{L} ]{0,20}(?:name|birth|dob|born|number|no|nhs|ni|customer|client|patient)\b[^:]{0,16}:/iu.test(here))
      break;
    if (/@/.test(here)) addresses++;
    if (/@|\d{3}/.test(here)) reach++;
    filled++;
    end = line + 1;
  }
  // More than two addresses are a list that follows the sign-off.
  return addresses > 2 ? first : end;
}
