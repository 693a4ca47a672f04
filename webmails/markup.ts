// Plain text as markup that shows it.

export const markup = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');

export const paragraph = (text: string): string => `<p>${markup(text)}</p>`;
