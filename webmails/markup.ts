// Plain text as markup that shows it.

export const markup = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
