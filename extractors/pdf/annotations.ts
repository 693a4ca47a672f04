// Comments, form fields, links and attached files of a PDF page. ISO 32000-2, 12.5 (annotations) and 12.7 (forms)
import type { PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';

interface Annotation {
  contentsObj?: { str?: string };
  titleObj?: { str?: string };
  fieldName?: string;
  fieldValue?: unknown;
  alternativeText?: string;
  options?: { displayValue?: string }[];
  textContent?: string[];
  unsafeUrl?: string;
  fileId?: string;
  file?: { filename?: string };
}

export interface AttachedFile {
  id: string;
  filename: string;
}

export async function readAnnotations(page: PDFPageProxy, asides: Set<string>): Promise<AttachedFile[]> {
  const files: AttachedFile[] = [];
  for (const one of (await page.getAnnotations()) as Annotation[]) {
    const values = [one.fieldValue]
      .flat()
      .filter((value) => typeof value === 'string' && value !== '' && value !== 'Off');
    const name = one.alternativeText || one.fieldName;
    if (values.length > 0) add(asides, name ? `${name}: ${values.join(', ')}` : values.join(', '));
    else if (one.textContent) add(asides, one.textContent.join(' '));
    for (const option of one.options ?? []) add(asides, option.displayValue);
    if (one.contentsObj?.str) add(asides, one.titleObj?.str);
    add(asides, one.contentsObj?.str);
    if (/^(?:mailto|tel):/i.test(one.unsafeUrl ?? '')) add(asides, one.unsafeUrl!.replace(/^\w+:|\?.*$/g, ''));
    if (one.fileId) files.push({ id: one.fileId, filename: one.file?.filename ?? 'attachment' });
  }
  return files;
}

function add(asides: Set<string>, value = ''): void {
  if (value.trim() !== '') asides.add(value.trim());
}
