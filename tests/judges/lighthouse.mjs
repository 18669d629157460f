// Judge `lighthouse`: on the home page and the heaviest release, event and list, as a phone of the middle class on a slow network sees
// them (Lighthouse's mobile profile, simulated): 100 for accessibility, best practices and search engines, and for speed at least
// 95 as the median of three runs. Two runs of 95 and more make a third one needless.
//
// The server on 127.0.0.1 packs text and keeps hashed files, as the files for servers say. Browsers count that address as safe, so
// nothing is asked about https that does not hold there.

import net from 'node:net';
import lighthouse from 'lighthouse';
import { launch } from './browser.mjs';
import { serve } from './server.mjs';
import { address, htmlFiles, read } from './site.mjs';
import { main, nothingToJudge } from './verdict.mjs';

const FULL = ['accessibility', 'best-practices', 'seo'];
const FAST = 0.95;
// Kinds of pages by what structured data and microformats say of them.
const KINDS = [/"@type":"NewsArticle"/, /<article class="h-event"/, /class="list h-feed"/];

async function judge({ dir, baseUrl }) {
  const pages = await chosen(dir);
  if (pages.length === 0) return nothingToJudge('pages');
  const server = await serve(dir, baseUrl);
  const port = await freePort();
  const browser = await launch({ port });
  const findings = [];
  const speeds = [];
  try {
    for (const file of pages) {
      const url = server.origin + address(file, server.base);
      const ask = async (onlyCategories) => {
        const { lhr } = await lighthouse(url, { port, onlyCategories, output: 'json', logLevel: 'error' });
        if (lhr.runtimeError) throw new Error(`${file}: ${lhr.runtimeError.message}`);
        return lhr;
      };
      const first = await ask([...FULL, 'performance']);
      for (const name of FULL) findings.push(...failures(first, name).map((message) => ({ file, message })));
      const runs = [first, await ask(['performance'])];
      if (runs.some(({ categories }) => categories.performance.score < FAST)) runs.push(await ask(['performance']));
      runs.sort((a, b) => a.categories.performance.score - b.categories.performance.score);
      // Of three the middle one; of two that both suffice the worse one.
      const median = runs[runs.length === 3 ? 1 : 0];
      const score = median.categories.performance.score;
      speeds.push(`${file} ${Math.round(score * 100)}`);
      if (score < FAST) findings.push({ file, message: `performance ${Math.round(score * 100)}, less than ${FAST * 100}: ${slow(median)}` });
      // What jumps in one run jumps: nobody's reading place is a matter of medians.
      const shift = Math.max(...runs.map(({ audits }) => audits['cumulative-layout-shift'].numericValue));
      if (shift > 0) findings.push({ file, message: `cumulative layout shift ${shift.toFixed(4)}` });
    }
  } finally {
    await browser.close();
    await server.stop();
  }
  return { judged: `${pages.length} pages; performance: ${speeds.join(', ')}`, findings };
}

/** The home page and the heaviest page of each kind that the site has. */
async function chosen(dir) {
  const all = await Promise.all((await htmlFiles(dir)).map(async (file) => ({ file, html: await read(dir, file) })));
  const heaviest = KINDS.map((kind) => all.filter(({ html, file }) => file !== 'index.html' && kind.test(html)).sort((a, b) => b.html.length - a.html.length)[0]);
  return [...new Set([all.find(({ file }) => file === 'index.html'), ...heaviest].filter(Boolean).map(({ file }) => file))];
}

function* audits(lhr, category) {
  for (const { id, weight } of lhr.categories[category].auditRefs) yield { weight, ...lhr.audits[id] };
}

function failures(lhr, category) {
  if (lhr.categories[category].score === 1) return [];
  const failed = [...audits(lhr, category)].filter(({ weight, score }) => weight > 0 && score !== null && score < 1);
  return failed.map(({ id, title, details }) => {
    const [item] = details?.items ?? [];
    const place = item?.node?.selector ?? item?.source ?? item?.description ?? '';
    return `${category} ${Math.round(lhr.categories[category].score * 100)}: ${id}: ${title} ${place}`.trim();
  });
}

function slow(lhr) {
  return ['first-contentful-paint', 'largest-contentful-paint', 'speed-index', 'total-blocking-time'].map((id) => `${id} ${lhr.audits[id].displayValue}`).join(', ');
}

function freePort() {
  return new Promise((resolve, reject) => {
    const probe = net.createServer().once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address();
      probe.close(() => resolve(port));
    });
  });
}

await main({
  name: 'lighthouse',
  judge,
  broken: [
    {
      name: 'a page that is slow and cannot be found',
      edit: {
        'siaran-pers/contoh/index.html': (text) =>
          text.replace('<meta name="description" content="Perbaikan saluran air di tiga ruas jalan mulai Senin.">', '').replace('<h1>', '<img src="/hilang.png"><h1>'),
        'aset/balai.js': () => 'const end = Date.now() + 3000; while (Date.now() < end);',
      },
      finds: [
        /^siaran-pers\/contoh\/index\.html: accessibility \d+: image-alt/,
        /^siaran-pers\/contoh\/index\.html: best-practices \d+: errors-in-console/,
        /^siaran-pers\/contoh\/index\.html: seo \d+: /,
        /^(siaran-pers\/contoh\/)?index\.html: performance \d+, less than 95/,
      ],
    },
    {
      name: 'a page that jumps',
      edit: {
        // Again and again for as long as somebody looks, so that no slow machine misses it; and no wider than the screen, since the
        // browser does not count what moves while it fits a wide page to the screen.
        'aset/balai.css': (text) => `${text}\nmain::before { display: block; height: 0; content: ""; animation: jump 1s steps(2, jump-none) infinite; }\n@keyframes jump { to { height: 12rem; } }\n`,
      },
      // What jumps is counted in what Lighthouse says of speed, too.
      finds: [/^index\.html: cumulative layout shift/, /^siaran-pers\/contoh\/index\.html: cumulative layout shift/, /: performance \d+, less than 95/],
    },
  ],
});
