// Judge `links`: every address in the pages that belongs to the site answers, and every fragment names something. linkinator follows
// the addresses (links, images, style sheets, canonical and structured data, refreshes); fragments are compared here,
// since linkinator looks only at those it met before it read the page they point into. Other hosts are never asked:
// a test must not depend on them.

import { LinkChecker, LinkState } from 'linkinator';
import { serve } from './server.mjs';
import { address, eachTag, fileOf, filesNamed, htmlFiles, read, redirect } from './site.mjs';
import { main, nothingToJudge } from './verdict.mjs';

async function judge({ dir, baseUrl }) {
  const pages = await htmlFiles(dir);
  if (pages.length === 0) return nothingToJudge('pages');
  const { count, findings } = await follow(dir, baseUrl, pages);
  findings.push(...(await fragments(dir, baseUrl, pages)));
  return { judged: `${pages.length} pages with ${count} addresses of the site`, findings };
}

async function follow(dir, baseUrl, pages) {
  const server = await serve(dir, baseUrl);
  try {
    const published = new URL(baseUrl).origin;
    const result = await new LinkChecker().check({
      // Every page and style sheet is a start: a page that nothing links to is judged too.
      path: [...pages, ...(await filesNamed(dir, /\.css$/))].map((file) => server.origin + address(file, server.base)),
      concurrency: 8,
      timeout: 10_000,
      checkCss: true,
      // An address that the server has to correct (a missing last slash) costs every visitor a round trip.
      redirects: 'error',
      // Canonical addresses and structured data are absolute; they are asked of the local server.
      urlRewriteExpressions: [{ pattern: new RegExp(`^${published.replace(/[.]/g, '\\.')}(?=[/?#]|$)`), replacement: server.origin }],
      linksToSkip: async (link) => new URL(link).origin !== server.origin,
    });
    const asked = result.links.filter(({ state }) => state !== LinkState.SKIPPED);
    const findings = asked
      .filter(({ state }) => state === LinkState.BROKEN)
      .map(({ url, status, parent }) => ({
        file: parent ? fileOf(new URL(parent).pathname, server.base) : '.',
        message: `${url.replace(server.origin, '')} answers ${status}`,
      }));
    return { count: new Set(asked.map(({ url }) => url)).size, findings };
  } finally {
    await server.stop();
  }
}

async function fragments(dir, baseUrl, pages) {
  const base = new URL(baseUrl).pathname.replace(/\/?$/, '/');
  const published = new URL(baseUrl).origin;
  const targets = new Map(); // file → the names a fragment may have
  const links = [];
  for (const file of pages) {
    const names = new Set(['', 'top']); // both mean the start of the page in every browser
    const html = await read(dir, file);
    const pageUrl = new URL(address(file, base), published);
    const moved = redirect(html);
    if (moved) links.push({ file, href: moved.target, url: new URL(moved.target, pageUrl) });
    eachTag(html, (tag, { id, name, href }, line) => {
      if (id !== undefined) names.add(id);
      if (tag === 'a' && name !== undefined) names.add(name);
      // The fragment of <use> names a part of a picture.
      if (href === undefined || !['a', 'area', 'link'].includes(tag) || !URL.canParse(href, pageUrl)) return;
      links.push({ file, line, href, url: new URL(href, pageUrl) });
    });
    targets.set(file, names);
  }
  return links
    .filter(({ url }) => url.origin === published && url.hash.length > 1 && !url.hash.startsWith('#:~:'))
    .filter(({ url }) => {
      const names = targets.get(fileOf(url.pathname, base) ?? '');
      return names && !names.has(decodeURIComponent(url.hash.slice(1)));
    })
    .map(({ file, line, href }) => ({ file, line, message: `${href} points to nothing on that page` }));
}

const onIndex = (name, from, to, ...finds) => ({ name, edit: { 'index.html': (text) => text.replace(from, to) }, finds });

await main({
  name: 'links',
  judge,
  broken: [
    onIndex('a link to a page that is not there', '/siaran-pers/contoh/"', '/siaran-pers/hilang/"', /^index\.html: \/siaran-pers\/hilang\/ answers 404/),
    onIndex('a canonical address that is not there', 'href="https://humas.example/"', 'href="https://humas.example/hilang/"', /^index\.html: \/hilang\/ answers 404/),
    onIndex('a link without its last slash', '/siaran-pers/contoh/"', '/siaran-pers/contoh"', /^index\.html: \/siaran-pers\/contoh answers 301/),
    onIndex('a fragment of another page', '#kutipan', '#hilang', /^index\.html:27: .*#hilang points to nothing/),
    onIndex('a fragment of its own page', 'href="https://www.example.org/"', 'href="#hilang"', /^index\.html:27: #hilang points to nothing/),
    {
      name: 'a style sheet that names a missing font',
      edit: { 'aset/balai.css': (text) => `${text}@font-face { font-family: Hilang; src: url("hilang.woff2"); }\n` },
      finds: [/^aset\/balai\.css: \/aset\/hilang\.woff2 answers 404/],
    },
    {
      name: 'a redirect to nowhere',
      edit: { 'lama/index.html': (text) => text.replace('url=/siaran-pers/contoh/', 'url=/siaran-pers/hilang/') },
      finds: [/^lama\/index\.html: \/siaran-pers\/hilang\/ answers 404/],
    },
  ],
});
