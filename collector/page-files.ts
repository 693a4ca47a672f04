// The built page, from memory, under a policy that lets nothing in from elsewhere. https://www.w3.org/TR/CSP3/
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { extname, join, relative, resolve, sep } from 'node:path';
import type { Handler } from 'hono';

/** Where `npm run build:collector` puts it. */
const folder = resolve(import.meta.dirname, '../.output/collector');

const types: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
};

const policy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self'",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
  "require-trusted-types-for 'script'",
].join('; ');

export function pageFiles(from = folder): Handler {
  const files = new Map(
    existsSync(from)
      ? readdirSync(from, { recursive: true, encoding: 'utf8', withFileTypes: true })
          .filter((entry) => entry.isFile() && extname(entry.name) in types)
          .map((entry) => join(entry.parentPath, entry.name))
          .map((path) => [`/${relative(from, path).split(sep).join('/')}`, readFileSync(path)])
      : [],
  );
  return (context) => {
    const path = context.req.path === '/' ? '/index.html' : context.req.path;
    const file = files.get(path);
    context.header('Content-Security-Policy', policy);
    context.header('Cross-Origin-Opener-Policy', 'same-origin');
    context.header('Cross-Origin-Resource-Policy', 'same-origin');
    if (!file)
      return context.text(files.size === 0 ? 'The page is not built: npm run build:collector' : 'Not found', 404);
    // File names carry the hash of their content; the page itself does not.
    context.header('Cache-Control', path === '/index.html' ? 'no-cache' : 'public, max-age=31536000, immutable');
    return context.body(new Uint8Array(file), 200, { 'Content-Type': types[extname(path)]! });
  };
}
