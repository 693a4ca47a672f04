// The values behind findings, for `--show-values` only: the parts are read again, because an assessment holds no text.
import type { DraftToAssess } from '../assessment/assessment.ts';
import { htmlToPart } from '../extractors/html.ts';
import { extract } from '../extractors/index.ts';
import { defaultLimits } from '../extractors/limits.ts';
import type { Part } from '../scan/part.ts';
import type { Finding } from '../scan/people/people.ts';

export interface ShownFinding extends Finding {
  value: string;
}

export async function showValues(draft: DraftToAssess, findings: readonly Finding[]): Promise<ShownFinding[]> {
  const texts = new Map<string, string>([['subject', draft.subject]]);
  noteText(
    texts,
    draft.isHtml ? htmlToPart(draft.body, 'message') : { name: 'message', type: 'text', text: draft.body },
  );
  const never = new AbortController().signal;
  for (const { name, content } of draft.files)
    if (typeof content !== 'string')
      noteText(texts, await extract(content, name, defaultLimits(Date.now()), never, () => {}));
  return findings.map((finding) => ({
    ...finding,
    value: texts.get(finding.part)?.slice(finding.start, finding.end) ?? '',
  }));
}

/** The text findings count in: a part's text, then its tables with cells joined by tabs and rows by line feeds. */
function noteText(texts: Map<string, string>, part: Part): void {
  const tables = (part.tables ?? []).map(({ rows }) => rows.map((row) => row.join('\t')).join('\n'));
  texts.set(part.name, [...(part.text ? [part.text] : []), ...tables].join('\n'));
  for (const child of part.children ?? []) noteText(texts, { ...child, name: `${part.name}/${child.name}` });
}
