// Serves a built site on 127.0.0.1 as a production server would: under the path of its base address, with the strict
// content security policy on every answer, `404.html` for what does not exist, a redirect for a missing last slash.

import { readFile, stat } from 'node:fs/promises';
import http from 'node:http';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { fileOf } from './site.mjs';

const TYPES = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.xml': 'application/xml',
  '.txt': 'text/plain; charset=utf-8',
  '.csv': 'text/csv; charset=utf-8',
  '.ics': 'text/calendar; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.jpeg': 'image/jpeg',
  '.webp': 'image/webp',
  '.avif': 'image/avif',
  '.gif': 'image/gif',
  '.ico': 'image/x-icon',
  '.pdf': 'application/pdf',
  '.woff2': 'font/woff2',
  '.webmanifest': 'application/manifest+json',
};

const HEADERS = {
  'Content-Security-Policy': "default-src 'self'",
  'X-Content-Type-Options': 'nosniff',
  'Cache-Control': 'no-store',
};

// What is worth packing; pictures and fonts are packed already.
const PACKED = /^text\/|json|xml|javascript/;

// What has the hash of its content in its name never changes: kept, as the files for servers say.
const HASHED = /[.-][0-9a-f]{8,}\.[a-z0-9]+$/;

/** Returns `{ origin, base, stop }`; `base` is the path the site lies under and ends with `/`. Fonts come `slowFonts` milliseconds late. */
export async function serve(dir, baseUrl, { slowFonts = 0 } = {}) {
  const base = new URL(baseUrl).pathname.replace(/\/?$/, '/');
  const server = http.createServer((request, response) => {
    answer(dir, base, request).then(
      async ({ status, headers, body }) => {
        if (slowFonts > 0 && headers['Content-Type'] === TYPES['.woff2']) await new Promise((resolve) => setTimeout(resolve, slowFonts));
        const packed = /gzip/.test(request.headers['accept-encoding'] ?? '') && PACKED.test(headers['Content-Type'] ?? '');
        const sent = packed ? gzipSync(body) : body;
        response.writeHead(status, { ...HEADERS, ...headers, ...(packed ? { 'Content-Encoding': 'gzip', Vary: 'Accept-Encoding' } : {}) });
        response.end(request.method === 'HEAD' ? undefined : sent);
      },
      (error) => {
        response.writeHead(500, HEADERS);
        response.end(String(error));
      },
    );
  });
  await new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', resolve);
  });
  return {
    origin: `http://127.0.0.1:${server.address().port}`,
    base,
    stop: () =>
      new Promise((resolve) => {
        server.close(resolve);
        server.closeAllConnections();
      }),
  };
}

async function answer(dir, base, request) {
  const { pathname, search } = new URL(request.url, 'http://127.0.0.1');
  const file = fileOf(pathname, base);
  if (file !== null && !file.split('/').includes('..')) {
    const full = path.join(dir, file);
    const found = await stat(full).catch(() => null);
    if (found?.isDirectory()) return { status: 301, headers: { Location: `${pathname}/${search}` }, body: '' };
    if (found) {
      const type = TYPES[path.extname(file)] ?? 'application/octet-stream';
      const kept = HASHED.test(file) ? { 'Cache-Control': 'public, max-age=31536000, immutable' } : {};
      return { status: 200, headers: { 'Content-Type': type, ...kept }, body: await readFile(full) };
    }
  }
  const body = await readFile(path.join(dir, '404.html')).catch(() => '404');
  return { status: 404, headers: { 'Content-Type': TYPES['.html'] }, body };
}
