// Puts a saved page into the test's document, the way it looks when its own scripts have run.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const pages = join(import.meta.dirname, '../fixtures/pages');

export function loadPage(name: string): Document {
  const parsed = new DOMParser().parseFromString(readFileSync(join(pages, name), 'utf8'), 'text/html');
  document.documentElement.lang = parsed.documentElement.lang;
  document.body.className = parsed.body.className;
  document.body.innerHTML = parsed.body.innerHTML;
  return document;
}
