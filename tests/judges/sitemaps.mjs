// Judge `sitemaps`: every sitemap is valid against the schema (xmllint), names only pages that exist, are not redirects and do not
// ask to be left out, names none twice; robots.txt names a sitemap that exists. A search engine drops the rest silently.

import { execFile } from 'node:child_process';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { Parser } from 'htmlparser2';
import { eachTag, fileOf, files, read, redirect } from './site.mjs';
import { main, nothingToJudge } from './verdict.mjs';

const PAGES = 50_000; // and 50 MB: the protocol's limits for one file
const BYTES = 52_428_800;

async function judge({ dir, baseUrl }) {
  const all = await files(dir);
  const maps = all.filter((file) => /(^|\/)sitemap[^/]*\.xml$/.test(file));
  if (maps.length === 0) return nothingToJudge('sitemaps');
  const existing = new Set(all);
  const base = { origin: new URL(baseUrl).origin, path: new URL(baseUrl).pathname.replace(/\/?$/, '/') };
  const findings = [];
  let count = 0;
  for (const file of maps) {
    const text = await read(dir, file);
    const report = (message) => findings.push({ file, message });
    const isIndex = /<(\w+:)?sitemapindex\b/.test(text);
    for (const finding of await xmllint(dir, file, isIndex ? 'index' : 'sitemap')) findings.push(finding);
    if (Buffer.byteLength(text) > BYTES) report('larger than 50 MB');
    const seen = new Set();
    for (const loc of locations(text)) {
      count += 1;
      if (seen.has(loc)) report(`${loc} occurs twice`);
      seen.add(loc);
      const message = await fault(dir, loc, base, existing, isIndex);
      if (message) report(`${loc} ${message}`);
    }
    if (seen.size > PAGES) report(`${seen.size} addresses, more than ${PAGES}`);
  }
  findings.push(...(await robots(dir, base, existing)));
  return { judged: `${maps.length} sitemaps with ${count} addresses`, findings };
}

function xmllint(dir, file, schema) {
  const xsd = fileURLToPath(new URL(`schema/${schema}.xsd`, import.meta.url));
  return new Promise((resolve, reject) => {
    // --nonet: a schema that asks for a file of the web is a fault of the schema, not a reason to fetch it.
    execFile('xmllint', ['--nonet', '--noout', '--schema', xsd, path.join(dir, file)], (error, stdout, stderr) => {
      if (!error) return resolve([]);
      // Statuses 1, 3 and 4: not well-formed, or not valid. The others say that nothing was judged.
      if (![1, 3, 4].includes(error.code)) return reject(new Error(`xmllint: ${stderr || error.message}`));
      const lines = stderr.split('\n').filter((line) => /:\d+: .*error/.test(line));
      resolve((lines.length > 0 ? lines : [stderr]).map((line) => {
        const [, number, message] = /:(\d+): (.*)$/.exec(line) ?? [];
        return { file, line: Number(number) || undefined, message: message ?? line };
      }));
    });
  });
}

/** The text of every `<loc>`. */
function locations(xml) {
  const found = [];
  let text = null;
  const parser = new Parser(
    {
      onopentag: (tag) => { if (tag === 'loc') text = ''; },
      ontext: (part) => { if (text !== null) text += part; },
      onclosetag: (tag) => {
        if (tag !== 'loc') return;
        found.push(text.trim());
        text = null;
      },
    },
    { xmlMode: true },
  );
  parser.end(xml);
  return found;
}

async function fault(dir, loc, base, existing, isIndex) {
  if (!URL.canParse(loc)) return 'is not an absolute address';
  const url = new URL(loc);
  const file = url.origin === base.origin ? fileOf(url.pathname, base.path) : null;
  if (file === null) return `is not an address of ${base.origin}${base.path}`;
  if (!existing.has(file)) return 'does not exist';
  if (isIndex || !file.endsWith('.html')) return null;
  const html = await read(dir, file);
  if (redirect(html)) return 'is a redirect';
  let hidden = false;
  let canonical = loc;
  eachTag(html, (tag, { name, rel, content, href }) => {
    if (tag === 'meta' && name?.toLowerCase() === 'robots' && /\b(noindex|none)\b/i.test(content)) hidden = true;
    if (tag === 'link' && rel?.toLowerCase() === 'canonical') canonical = href;
  });
  if (hidden) return 'asks not to be indexed';
  return canonical === loc ? null : `says that its canonical address is ${canonical}`;
}

async function robots(dir, base, existing) {
  const file = 'robots.txt';
  if (!existing.has(file)) return [{ file, message: 'does not exist' }];
  const named = [...(await read(dir, file)).matchAll(/^sitemap:\s*(\S+)/gim)].map(([, address]) => address);
  if (named.length === 0) return [{ file, message: 'names no sitemap' }];
  return named
    .filter((address) => {
      if (!URL.canParse(address)) return true;
      const url = new URL(address);
      return url.origin !== base.origin || !existing.has(fileOf(url.pathname, base.path) ?? '');
    })
    .map((address) => ({ file, message: `names a sitemap that does not exist: ${address}` }));
}

const onMap = (name, from, to, finds) => ({ name, edit: { 'sitemap.xml': (text) => text.replace(from, to) }, finds: [finds] });

await main({
  name: 'sitemaps',
  judge,
  broken: [
    onMap('an impossible date', '2010-06-03<', '3 Juni 2010<', /^sitemap\.xml:10: .*'3 Juni 2010' is not a valid value/),
    onMap('an element nobody knows', '<lastmod>2010-06-03</lastmod>', '<modified>2010-06-03</modified>', /^sitemap\.xml:10: .*modified.*not expected/),
    onMap('a language link without a language', ' hreflang="id"', '', /^sitemap\.xml:6: .*'hreflang' is required/),
    onMap('not well-formed', '</urlset>', '', /^sitemap\.xml:\d+: .*(Premature end|urlset)/),
    onMap('a page that does not exist', 'siaran-pers/contoh', 'siaran-pers/hilang', /siaran-pers\/hilang\/ does not exist/),
    onMap('a redirect', 'siaran-pers/contoh', 'lama', /lama\/ is a redirect/),
    onMap('another site', 'https://humas.example/siaran-pers', 'https://example.org/siaran-pers', /is not an address of https:\/\/humas\.example\//),
    {
      name: 'a page that asks to be left out',
      edit: { 'index.html': (text) => text.replace('</head>', '<meta name="robots" content="noindex"></head>') },
      finds: [/https:\/\/humas\.example\/ asks not to be indexed/],
    },
    {
      name: 'a news item without a title',
      edit: { 'sitemap-news.xml': (text) => text.replace(/<news:title>.*/, '') },
      finds: [/^sitemap-news\.xml:\d+: .*(Missing child|not complete|title)/],
    },
    {
      name: 'an index with a part that is missing',
      edit: {
        'sitemap.xml': () =>
          '<?xml version="1.0" encoding="UTF-8"?>\n<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">' +
          '<sitemap><loc>https://humas.example/sitemap-2.xml</loc><lastmod>kemarin</lastmod></sitemap></sitemapindex>\n',
      },
      finds: [/sitemap-2\.xml does not exist/, /'kemarin' is not a valid value/],
    },
    {
      name: 'a robots.txt that names a missing sitemap',
      edit: { 'robots.txt': (text) => text.replace('/sitemap.xml', '/peta.xml') },
      finds: [/^robots\.txt: names a sitemap that does not exist/],
    },
  ],
});
