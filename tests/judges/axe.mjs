// Judge `axe`: every page in a real browser under the production content security policy, at 320 and 1280 px, light and dark, with
// all details open: no axe violation (WCAG 2.0–2.2 A and AA, best practices), no console error, no violation of the
// policy, no failed request, no request to another host, no sideways scrolling.

import { readFile } from 'node:fs/promises';
import os from 'node:os';
import { createRequire } from 'node:module';
import { inParallel, launch } from './browser.mjs';
import { serve } from './server.mjs';
import { address, htmlFiles, read, redirect } from './site.mjs';
import { main, nothingToJudge } from './verdict.mjs';

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
const WIDTHS = [320, 1280];
const SCHEMES = ['light', 'dark'];
const AXE = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

async function judge({ dir, baseUrl }) {
  const pages = await htmlFiles(dir);
  if (pages.length === 0) return nothingToJudge('pages');
  const server = await serve(dir, baseUrl);
  const browser = await launch();
  const seen = new Map(); // file → message → the views that show it
  const undecided = new Map(); // rule → places
  try {
    const views = pages.flatMap((file) => WIDTHS.map((width) => ({ file, width })));
    await inParallel(Math.min(4, Math.max(2, os.availableParallelism())), views, async ({ file, width }) => {
      const report = (message, scheme) => {
        const messages = seen.get(file) ?? seen.set(file, new Map()).get(file);
        const views = messages.get(message) ?? messages.set(message, new Set()).get(message);
        views.add(scheme ? `${width} px ${scheme}` : `${width} px`);
      };
      await look({ browser, server, dir, file, width, undecided, report });
    });
  } finally {
    await browser.close();
    await server.stop();
  }
  const findings = pages.flatMap((file) =>
    [...(seen.get(file) ?? [])].map(([message, views]) => ({ file, message: `${message} (${inOrder(views)})` })),
  );
  // What axe cannot decide is for people to look at: told, not counted.
  for (const [rule, places] of undecided) console.log(`axe: left to people: ${rule}: ${[...places].slice(0, 5).join(', ')}${places.size > 5 ? ` and ${places.size - 5} more` : ''}`);
  return { judged: `${pages.length} pages × ${WIDTHS.join('/')} px × ${SCHEMES.join('/')}`, findings };
}

/** Views finish in any order; a report does not. */
function inOrder(views) {
  const all = WIDTHS.flatMap((width) => [`${width} px`, ...SCHEMES.map((scheme) => `${width} px ${scheme}`)]);
  return all.filter((view) => views.has(view)).join(', ');
}

async function look({ browser, server, dir, file, width, undecided, report }) {
  // A context for each view: no page sees what another has stored.
  const context = await browser.newContext({ viewport: { width, height: 800 }, colorScheme: SCHEMES[0], reducedMotion: 'reduce' });
  try {
    const page = await context.newPage();
    const url = server.origin + address(file, server.base);
    listen(page, server.origin, report);
    const moved = redirect(await read(dir, file));
    if (moved) {
      if (moved.delay !== 0) report(`a redirect after ${moved.delay} seconds: only an immediate one is allowed (WCAG 2.2.1)`);
      await stayOn(page, url);
    }
    await page.goto(url, { waitUntil: 'load', timeout: 30_000 });
    await page.evaluate(() => document.fonts.ready.then(() => {}));
    const closed = await page.evaluate(measureWidth);
    if (closed.scrollWidth > width) report(`scrolls sideways, ${closed.scrollWidth} px wide: ${closed.culprits}`);
    await page.evaluate(openDetails);
    const opened = await page.evaluate(measureWidth);
    if (opened.scrollWidth > Math.max(width, closed.scrollWidth)) {
      report(`scrolls sideways with details open, ${opened.scrollWidth} px wide: ${opened.culprits}`);
    }
    // Evaluated over the debugging protocol, which the policy does not touch; a <script> would be refused.
    await page.evaluate(AXE);
    for (const scheme of SCHEMES) {
      await page.emulateMedia({ colorScheme: scheme });
      const { violations, incomplete } = await page.evaluate(runAxe, TAGS);
      for (const { id, help, nodes } of violations) {
        for (const { target, summary } of nodes) report(`axe ${id}: ${help}: ${target}: ${summary}`, scheme);
      }
      for (const { id, nodes } of incomplete) {
        const places = undecided.get(id) ?? undecided.set(id, new Set()).get(id);
        for (const { target } of nodes) places.add(`${file} ${target}`);
      }
    }
  } finally {
    await context.close();
  }
}

/** Records what a visitor's console and network would show. */
function listen(page, origin, report) {
  page.on('console', (message) => {
    // A policy violation is a console error, too.
    if (message.type() === 'error') report(`console: ${message.text()}`);
  });
  page.on('pageerror', (error) => report(`script error: ${error.message}`));
  page.on('request', (request) => {
    const url = new URL(request.url());
    if (url.origin !== origin) report(`request to another host: ${url.href.slice(0, 100)}`);
  });
  page.on('response', (response) => {
    if (response.status() >= 400) report(`${new URL(response.url()).pathname} answers ${response.status()}`);
  });
}

/** Keeps a redirect page in place, so that it can be looked at like any other. */
function stayOn(page, url) {
  return page.route('**/*', (route) => {
    const leaves = route.request().isNavigationRequest() && route.request().url() !== url;
    return leaves ? route.abort('aborted') : route.continue();
  });
}

// The functions below run in the page.

function openDetails() {
  for (const details of document.querySelectorAll('details')) {
    // Details that share a name close each other.
    details.removeAttribute('name');
    details.open = true;
  }
}

function measureWidth() {
  const { scrollWidth, clientWidth } = document.documentElement;
  const culprits = [];
  if (scrollWidth > clientWidth) {
    for (const element of document.body.querySelectorAll('*')) {
      if (element.getBoundingClientRect().right <= clientWidth + 0.5) continue;
      // The innermost ones say most.
      if ([...element.children].some((child) => child.getBoundingClientRect().right > clientWidth + 0.5)) continue;
      culprits.push(element.localName + [...element.classList].map((name) => `.${name}`).join(''));
    }
  }
  return { scrollWidth, culprits: culprits.slice(0, 3).join(', ') };
}

async function runAxe(tags) {
  const { violations, incomplete } = await window.axe.run(document, {
    runOnly: { type: 'tag', values: tags },
    resultTypes: ['violations', 'incomplete'],
    // Only experimental rules want the style sheets a second time.
    preload: false,
  });
  const short = ({ id, help, nodes }) => ({
    id,
    help,
    nodes: nodes.map(({ target, failureSummary }) => ({
      target: target.join(' '),
      summary: (failureSummary ?? '').split('\n').slice(1).join(';').replace(/\s+/g, ' ').trim(),
    })),
  });
  return { violations: violations.map(short), incomplete: incomplete.map(short) };
}

await main({
  name: 'axe',
  judge,
  broken: [
    {
      // One site with every fault: a browser for each would take a minute.
      name: 'a fault of each kind',
      edit: {
        'index.html': (text) =>
          text
            .replace('<h1>', '<img src="http://www.example.org/a.png" alt=""><img src="/aset/hilang.png" alt=""><h1 style="color: red">')
            .replace('</main>', '<h4>Lompat</h4></main>'),
        'aset/balai.css': (text) =>
          `${text.replace('#b0b6bc', '#4c555e')}blockquote, details p { width: 400px; }\n`,
        'aset/balai.js': () => 'tidakAda();',
        'lama/index.html': (text) => text.replace('content="0;', 'content="5;'),
      },
      finds: [
        /^index\.html: axe heading-order: .*\(320 px light, 320 px dark, 1280 px light, 1280 px dark\)$/,
        // Only in the dark, and only inside details that start closed. (At 320 px it lies half outside, where axe decides nothing.)
        /^index\.html: axe color-contrast: .*\.muted.*\(1280 px dark\)$/,
        /^404\.html: axe color-contrast: .*\.muted.*\(1280 px dark\)$/,
        /^siaran-pers\/contoh\/index\.html: scrolls sideways, \d+ px wide: p .*\(320 px\)$/,
        /^index\.html: scrolls sideways with details open, \d+ px wide: p\.muted \(320 px\)$/,
        /^404\.html: scrolls sideways with details open, \d+ px wide: p\.muted \(320 px\)$/,
        /^index\.html: console: .*Content Security Policy.*style/,
        /^index\.html: console: .*www\.example\.org.*Content Security Policy/,
        /^index\.html: request to another host: http:\/\/www\.example\.org\/a\.png/,
        /^index\.html: \/aset\/hilang\.png answers 404/,
        /^index\.html: console: .*404/,
        /^\S+: script error: tidakAda is not defined/,
        /^lama\/index\.html: a redirect after 5 seconds/,
        /^lama\/index\.html: axe meta-refresh: /,
      ],
    },
  ],
});
