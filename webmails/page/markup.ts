// Plain text as markup that shows it.

export const markup = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');

interface Text {
  body: string;
  isHtml: boolean;
}

/** Several texts as one: markup where any of them is. */
export function together(all: readonly Text[]): Text {
  const isHtml = all.some((one) => one.isHtml);
  const texts = all.map((one) => (isHtml && !one.isHtml ? `<p>${markup(one.body)}</p>` : one.body));
  return { body: texts.join('\n'), isHtml };
}
