// Judge `visit`: every page in a real browser under the production content security policy, the way different people meet it:
//
// - at 320 and 1280 px, light and dark, details open: no axe violation (WCAG 2.0–2.2 A and AA, best practices);
// - there and with text at 200 %: nothing scrolls sideways, is cut off or lies over something else; read in the order of the markup;
// - by keyboard alone: everything is reached in order, focus is seen and not covered;
// - without script and without style sheets: the same words, nothing that does nothing; in forced colours: no mark is lost;
// - with a font that comes late: nothing moves; on paper: letterhead, facts, address, where links lead;
// - always: no console error, no violation of the policy, no failed request, no request to another host.
//
// A page is loaded three times: once for all that can be asked of one load, twice without script and with the late font.

import os from 'node:os';
import { inParallel, launch } from './browser.mjs';
import { serve } from './server.mjs';
import { address, htmlFiles, read, redirect } from './site.mjs';
import { main, nothingToJudge } from './verdict.mjs';
import { ask, prepare, shape } from './visit/axe.mjs';
import { drawings, faint, missingMarks } from './visit/forced.mjs';
import { walk } from './visit/keyboard.mjs';
import { facts, paper } from './visit/paper.mjs';
import { order, room } from './visit/room.mjs';
import { BROKEN } from './visit/samples.mjs';
import { shifts } from './visit/shift.mjs';
import { bare, deadControls, missing, waiting, withoutStyle, words, wordsOfStyle } from './visit/without.mjs';

const WIDTHS = [320, 1280];
const TABLET = 768;
const SCHEMES = ['light', 'dark'];
const LARGE = [1280, 640, 320];
const LATE = [360, 1280];
const FONT_DELAY = 1200;
/** The text column of an A4 sheet with the theme's margins, in CSS pixels. */
const SHEET = 624;
const VIEWS = [
  `${TABLET} px`,
  ...WIDTHS.flatMap((width) => [`${width} px`, ...SCHEMES.map((scheme) => `${width} px ${scheme}`)]),
  ...LARGE.map((width) => `text at 200 %, ${width} px`),
  'forced colours',
  'paper',
  'no style sheets',
  'no script',
  ...LATE.map((width) => `late font, ${width} px`),
];

async function judge({ dir, baseUrl, leaveOut }) {
  const pages = (await htmlFiles(dir)).filter((file) => !leaveOut?.test(file));
  if (pages.length === 0) return nothingToJudge('pages');
  const server = await serve(dir, baseUrl);
  const late = await serve(dir, baseUrl, { slowFonts: FONT_DELAY });
  const browser = await launch();
  const seen = new Map(); // file → message → the views that show it
  const undecided = new Map(); // rule → places
  try {
    // More than there are cores: a late font is waited for.
    const desks = await Promise.all(Array.from({ length: Math.min(6, os.availableParallelism() + 1) }, () => openDesk(browser)));
    await inParallel(desks.length, pages, async (file) => {
      const desk = desks.pop();
      const report = (message, view) => {
        const messages = seen.get(file) ?? seen.set(file, new Map()).get(file);
        const views = messages.get(message) ?? messages.set(message, new Set()).get(message);
        if (view) views.add(view);
      };
      const refresh = redirect(await read(dir, file));
      if (refresh && refresh.delay !== 0) report(`a redirect after ${refresh.delay} seconds: only an immediate one is allowed (WCAG 2.2.1)`);
      const whole = await lookAtAll(desk.whole, { server, file, refresh, undecided, report });
      await lookWithoutScript(desk.plain, { server: late, file, refresh, whole, report });
      desks.push(desk);
    });
  } finally {
    await browser.close();
    await Promise.all([server.stop(), late.stop()]);
  }
  const findings = pages.flatMap((file) =>
    [...(seen.get(file) ?? [])].map(([message, views]) => ({ file, message: views.size > 0 ? `${message} (${inOrder(views)})` : message })),
  );
  // What axe cannot decide is for people to look at: told, not counted.
  for (const [rule, places] of undecided) console.log(`visit: left to people: ${rule}: ${[...places].slice(0, 5).join(', ')}${places.size > 5 ? ` and ${places.size - 5} more` : ''}`);
  return { judged: `${pages.length} pages × ${VIEWS.length} views`, findings };
}

/** Views finish in any order; a report does not. */
function inOrder(views) {
  return VIEWS.filter((view) => views.has(view)).join(', ');
}

/** Two tabs that are used for page after page: one with script, one without. Opening a tab costs more than a page. */
async function openDesk(browser) {
  const open = async (options) => {
    const context = await browser.newContext({ reducedMotion: 'reduce', ...options });
    const page = await context.newPage();
    const cdp = await context.newCDPSession(page);
    const tab = { page, cdp, moved: await shifts(cdp), origin: null, report: null };
    listen(tab);
    return tab;
  };
  return { whole: await open({}), plain: await open({ javaScriptEnabled: false }) };
}

async function lookAtAll(tab, { server, file, refresh, undecided, report }) {
  const { page, cdp } = tab;
  const tell = (messages, view, before = '') => messages.forEach((message) => report(before + message, view));
  await page.emulateMedia({ media: 'screen', colorScheme: SCHEMES[0], forcedColors: 'none' });
  await page.setViewportSize({ width: WIDTHS[0], height: 800 });
  let stay = await go(tab, { server, file, refresh, report });
  await page.evaluate(() => document.fonts.ready.then(() => {}));

  // Before anything is opened or pressed: what moves now moves by itself. Looked at twice: a busy machine may paint the first half of a
  // page before the second is there, and a page that really moves does so each time.
  if (tab.moved()) {
    await stay();
    stay = await go(tab, { server, file, refresh, report });
    await page.evaluate(() => document.fonts.ready.then(() => {}));
    tell([tab.moved()].filter(Boolean), `${WIDTHS[0]} px`);
  }
  const closed = await room(page);
  tell(closed, `${WIDTHS[0]} px`);
  const whole = await words(page);
  tell(await wordsOfStyle(page));
  await page.evaluate(openDetails);
  const opened = (await room(page)).filter((message) => !closed.includes(message));
  tell(opened, `${WIDTHS[0]} px`, 'with details open: ');
  tell(await order(page), `${WIDTHS[0]} px`);

  // Between a telephone and a desk, where menus fold and columns are few.
  await page.setViewportSize({ width: TABLET, height: 800 });
  tell(await room(page), `${TABLET} px`);
  await page.setViewportSize({ width: WIDTHS[0], height: 800 });

  await prepare(cdp);
  for (const width of WIDTHS) {
    if (width !== WIDTHS[0]) {
      await page.emulateMedia({ colorScheme: SCHEMES[0] });
      await page.setViewportSize({ width, height: 800 });
      tell(await room(page), `${width} px`);
    }
    let first = null;
    for (const scheme of SCHEMES) {
      await page.emulateMedia({ colorScheme: scheme });
      const here = await shape(page);
      const view = `${width} px ${scheme}`;
      await ask(page, { only: here === first ? 'colours' : null, place: file, undecided, report: (message) => report(message, view) });
      first ??= here;
      // By keyboard once a width: the narrow page in light colours, the wide one in dark.
      if ((scheme === 'light') === (width === WIDTHS[0])) tell(await walk(page, cdp), view);
    }
  }

  await page.emulateMedia({ colorScheme: SCHEMES[0] });
  const drawn = await drawings(page);
  await page.emulateMedia({ forcedColors: 'active' });
  tell([...missingMarks(drawn, await drawings(page)), ...(await faint(page))], 'forced colours');
  await page.emulateMedia({ forcedColors: 'none' });

  // A redirect is seen for a moment, and printed by nobody.
  if (!refresh) {
    await cdp.send('Page.setFontSizes', { fontSizes: { standard: 32, fixed: 26 } });
    for (const width of LARGE) {
      await page.setViewportSize({ width, height: 800 });
      tell(await room(page), `text at 200 %, ${width} px`);
    }
    await cdp.send('Page.setFontSizes', { fontSizes: { standard: 16, fixed: 13 } });

    await facts(page);
    await page.setViewportSize({ width: SHEET, height: 800 });
    await page.emulateMedia({ media: 'print' });
    tell([...(await paper(page)), ...(await room(page))], 'paper');
    await page.emulateMedia({ media: 'screen' });
  }
  await withoutStyle(page, async () => {
    const gone = missing(whole, await words(page));
    if (gone) report(`words are lost: ${gone}`, 'no style sheets');
    tell(await bare(page), 'no style sheets');
  });
  // No page may see what another has stored.
  await page.evaluate(() => localStorage.clear());
  await stay();
  return whole;
}

async function lookWithoutScript(tab, { server, file, refresh, whole, report }) {
  const { page } = tab;
  for (const width of LATE) {
    await page.setViewportSize({ width, height: 800 });
    let stay = await go(tab, { server, file, refresh, report });
    if (width === LATE[0]) {
      const plain = await words(page);
      const gone = missing(whole, [...plain, ...(await waiting(page))]);
      if (gone) report(`words are lost: ${gone}`, 'no script');
      for (const message of await deadControls(page)) report(message, 'no script');
    }
    const settle = async () => {
      await page.evaluate(() => document.fonts.ready.then(() => {}));
      // Two frames, counted here: without script the page cannot count them.
      await new Promise((resolve) => setTimeout(resolve, 80));
      return tab.moved();
    };
    if (await settle()) {
      // A second time, as above.
      await stay();
      stay = await go(tab, { server, file, refresh, report });
      const moved = await settle();
      if (moved) report(moved, `late font, ${width} px`);
    }
    await stay();
  }
}

/** Goes to the page; a redirect is kept in place, so that it can be looked at like any other. Gives what ends the stay. */
async function go(tab, { server, file, refresh, report }) {
  const { page } = tab;
  const url = server.origin + address(file, server.base);
  tab.origin = server.origin;
  tab.report = report;
  const hold = (route) => {
    const leaves = route.request().isNavigationRequest() && route.request().url() !== url;
    return leaves ? route.abort('aborted') : route.continue();
  };
  if (refresh) await page.route('**/*', hold);
  await page.goto(url, { waitUntil: 'commit', timeout: 30_000 });
  // What the page before it did when it was resized.
  tab.moved();
  await page.waitForLoadState('load', { timeout: 30_000 });
  return async () => {
    if (refresh) await page.unroute('**/*', hold);
  };
}

/** Records what a visitor's console and network would show. */
function listen(tab) {
  const { page } = tab;
  page.on('console', (message) => {
    // A policy violation is a console error, too.
    if (message.type() === 'error') tab.report(`console: ${message.text().replaceAll(tab.origin, '')}`);
  });
  page.on('pageerror', (error) => tab.report(`script error: ${error.message}`));
  page.on('request', (request) => {
    const url = new URL(request.url());
    if (url.origin !== tab.origin) tab.report(`request to another host: ${url.href.slice(0, 100)}`);
  });
  page.on('response', (response) => {
    if (response.status() >= 400) tab.report(`${new URL(response.url()).pathname} answers ${response.status()}`);
  });
}

function openDetails() {
  for (const details of document.querySelectorAll('details')) {
    // Details that share a name close each other.
    details.removeAttribute('name');
    details.open = true;
  }
}

await main({ name: 'visit', judge, broken: BROKEN });
