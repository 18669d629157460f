// Judge `weight`: a page with its style sheets, scripts and fonts is at most 60 KB on the wire, scripts at most 5 KB of that.
// Compressed as a plain nginx does it (gzip, level 6); brotli is smaller still. Fonts are compressed already. All fonts
// that a style sheet names count, although a browser fetches only those whose letters occur: the sum is an upper bound.
// Images are left out: they belong to what is told, not to how.

import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { eachTag, fileOf, htmlFiles, read } from './site.mjs';
import { main, nothingToJudge } from './verdict.mjs';
import { randomBytes } from 'node:crypto';

const PAGE = 60_000;
const SCRIPT = 5_000;

async function judge({ dir, baseUrl }) {
  const pages = await htmlFiles(dir);
  if (pages.length === 0) return nothingToJudge('pages');
  const findings = [];
  const sizes = new Map();
  let heaviest = { total: 0 };
  for (const file of pages) {
    try {
      const parts = await weigh(dir, file, baseUrl, sizes);
      const total = parts.html + parts.css + parts.script + parts.font;
      if (total > heaviest.total) heaviest = { file, total };
      if (total > PAGE) findings.push({ file, message: `${total} bytes compressed, more than ${PAGE}: ${words(parts)}` });
      if (parts.script > SCRIPT) findings.push({ file, message: `${parts.script} bytes of script compressed, more than ${SCRIPT}` });
    } catch (error) {
      if (error.code !== 'ENOENT') throw error;
      findings.push({ file, message: `a part of the page does not exist: ${path.relative(dir, error.path)}` });
    }
  }
  return { judged: `${pages.length} pages, heaviest ${heaviest.file} with ${heaviest.total} bytes`, findings };
}

async function weigh(dir, file, baseUrl, sizes) {
  const html = await read(dir, file);
  const page = new URL(file, baseUrl);
  const parts = { html: gzipSync(html, { level: 6 }).length, css: 0, script: 0, font: 0 };
  const seen = new Set();
  const add = async (kind, url) => {
    const found = url.origin === page.origin ? fileOf(url.pathname, new URL(baseUrl).pathname.replace(/\/?$/, '/')) : null;
    if (found === null || seen.has(found)) return;
    seen.add(found);
    const { size, links } = await measured(dir, found, kind, sizes);
    parts[kind] += size;
    for (const link of links) await add(link.kind, new URL(link.address, url));
  };
  const wanted = [];
  eachTag(html, (tag, { rel = '', href, src, as }) => {
    if (tag === 'script' && src) wanted.push(['script', src]);
    if (tag !== 'link' || !href) return;
    if (/\bstylesheet\b/i.test(rel)) wanted.push(['css', href]);
    if (/\bmodulepreload\b/i.test(rel) || (/\bpreload\b/i.test(rel) && as === 'script')) wanted.push(['script', href]);
    if (/\bpreload\b/i.test(rel) && as === 'font') wanted.push(['font', href]);
  });
  for (const [kind, link] of wanted) await add(kind, new URL(link, page));
  return parts;
}

async function measured(dir, file, kind, sizes) {
  if (!sizes.has(file)) {
    const bytes = await readFile(path.join(dir, file));
    const size = kind === 'font' ? bytes.length : gzipSync(bytes, { level: 6 }).length;
    sizes.set(file, { size, links: kind === 'css' ? [...linksOf(bytes.toString())] : [] });
  }
  return sizes.get(file);
}

function* linksOf(css) {
  const bare = css.replace(/\/\*[\s\S]*?\*\//g, '');
  for (const [, address] of bare.matchAll(/@import\s+(?:url\()?\s*["']?([^"')\s;]+)/gi)) yield { kind: 'css', address };
  for (const [, address] of bare.matchAll(/url\(\s*["']?([^"')]+\.(?:woff2?|ttf|otf))\b/gi)) yield { kind: 'font', address };
}

function words({ html, css, script, font }) {
  return `HTML ${html}, CSS ${css}, script ${script}, fonts ${font}`;
}

await main({
  name: 'weight',
  judge,
  broken: [
    {
      name: 'a heavy font',
      edit: {
        'aset/balai.css': (text) => `${text}@font-face { font-family: Berat; src: url("berat.woff2") format("woff2"); }\n`,
        'aset/berat.woff2': () => randomBytes(PAGE),
      },
      finds: [/^index\.html: \d+ bytes compressed, more than 60000: .*fonts 60000/, /bytes compressed/],
    },
    {
      name: 'a heavy script',
      edit: { 'aset/balai.js': () => `// ${randomBytes(SCRIPT).toString('hex')}` },
      finds: [/^siaran-pers\/contoh\/index\.html: \d+ bytes of script compressed, more than 5000/, /of script compressed/],
    },
    {
      name: 'a style sheet that is not there',
      edit: { 'aset/balai.css': () => null },
      finds: [/^index\.html: a part of the page does not exist: aset\/balai\.css/, /does not exist/],
    },
  ],
});
