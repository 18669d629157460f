// The preview in a real browser: what a writer does, and what the open page must do then.
//
//   node preview.mjs WARTA PROJECT
//
// Works on a copy of the project. Each step waits for what it expects, at most PATIENCE; the first one that does not come fails.

import { spawn } from 'node:child_process';
import { cp, mkdtemp, readFile, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import process from 'node:process';
import { launch } from './browser.mjs';

const PATIENCE = 10_000;
// What the project is read from.
const PARTS = ['assets', 'content', 'data', 'i18n', 'static', 'templates', 'themes', 'warta.yaml'];
const RELEASE = '/siaran-pers/2010/06/';

const [warta, project] = process.argv.slice(2);
if (!project) {
  console.error('usage: node preview.mjs WARTA PROJECT');
  process.exit(2);
}

const root = await mkdtemp(path.join(tmpdir(), 'warta-preview-'));
const found = await readdir(project);
for (const part of PARTS.filter((part) => found.includes(part))) {
  await cp(path.join(project, part), path.join(root, part), { recursive: true });
}

let server = await start(0);
const browser = await launch();
let failed = null;
try {
  await run();
} catch (error) {
  failed = error;
} finally {
  await browser.close();
  await server.stop();
  await rm(root, { recursive: true, force: true });
}
if (failed) {
  console.error(`preview: FAILED: ${failed.message}\n${server.said()}`);
  process.exit(1);
}
console.log('preview: passed');

/** Starts the preview and gives its origin once it says where it is. */
async function start(port) {
  const child = spawn(warta, ['serve', '-r', root, '-p', String(port), '--lang', 'id'], { stdio: ['ignore', 'pipe', 'pipe'] });
  let said = '';
  const ended = new Promise((resolve) => child.once('exit', (code) => resolve(code)));
  const origin = await new Promise((resolve, reject) => {
    const hear = (data) => {
      said += data;
      const address = said.match(/http:\/\/\S+:\d+/);
      if (address) resolve(address[0]);
    };
    child.stdout.on('data', hear);
    child.stderr.on('data', hear);
    child.once('exit', () => reject(new Error(`the preview ended: ${said}`)));
  });
  return {
    origin,
    port: new URL(origin).port,
    said: () => said,
    stop: async () => {
      child.kill('SIGINT');
      return ended;
    },
  };
}

async function run() {
  const file = await releaseFile();
  const context = await browser.newContext({ viewport: { width: 900, height: 500 } });
  const home = await open(context, '/');
  const address = await home.locator(`a[href*="${RELEASE}"]`).first().getAttribute('href');
  const page = await open(context, address);
  const original = await readFile(file, 'utf8');

  await step('an edited text appears, where the reader was', async () => {
    await page.evaluate(() => scrollTo(0, 300));
    await save(file, `${original}\n\nKalimat yang baru saja ditulis.\n`);
    await page.getByText('Kalimat yang baru saja ditulis.').waitFor();
    await page.waitForFunction(() => scrollY === 300);
  });

  await step('a new title appears on the home page, and in no other tab', async () => {
    await mark(page);
    const about = await open(context, '/tentang/');
    await mark(about);
    await save(file, original.replace(/^title:.*$/m, 'title: Judul yang diganti'));
    await home.getByText('Judul yang diganti').first().waitFor();
    await page.getByRole('heading', { name: 'Judul yang diganti' }).waitFor();
    if (!(await isMarked(about))) throw new Error('a page that did not change was loaded again');
    await about.close();
  });

  await step('a broken edit leaves the page and says what is wrong', async () => {
    await save(file, original.replace(/^title:.*$/m, 'title: "tanpa penutup'));
    await page.getByRole('alert').getByText('E010').waitFor();
    await page.getByRole('heading', { name: 'Judul yang diganti' }).waitFor();
    await page.screenshot({ path: process.env.WARTA_SHOT ?? path.join(root, 'overlay.png') });
  });

  await step('mended, it goes by itself', async () => {
    await save(file, original);
    await page.getByRole('alert').waitFor({ state: 'detached' });
    await page.getByText('Judul yang diganti').waitFor({ state: 'detached' });
  });

  await step('a stylesheet is exchanged without loading the page again', async () => {
    const sheet = path.join(root, 'themes/balai/assets/balai.css');
    await mark(page);
    await writeFile(sheet, `${await readFile(sheet, 'utf8')}\nh1 { outline: 7px solid rgb(1, 2, 3); }\n`);
    await page.waitForFunction(() => getComputedStyle(document.querySelector('h1')).outlineColor === 'rgb(1, 2, 3)');
    await page.waitForFunction(() => document.querySelectorAll('link[rel=stylesheet]').length === 1);
    if (!(await isMarked(page))) throw new Error('the page was loaded again');
  });

  await step('a template changes every page', async () => {
    const base = path.join(root, 'themes/balai/templates/base.html');
    const text = await readFile(base, 'utf8');
    await writeFile(base, text.replace('</body>', '<p>Dari cetakan</p></body>'));
    await Promise.all([home, page].map((page) => page.getByText('Dari cetakan').waitFor()));
  });

  await step('a template that fails keeps the page, and says so', async () => {
    const item = path.join(root, 'themes/balai/templates/item.html');
    const text = await readFile(item, 'utf8');
    await writeFile(item, text.replace('{% block ribbon %}', '{% block ribbon %}{{ page.tidak_ada.sama_sekali }}'));
    await home.getByRole('button', { name: /kesalahan/ }).waitFor();
    await writeFile(item, text);
    await home.getByRole('button', { name: /kesalahan/ }).waitFor({ state: 'detached' });
  });

  await step('a server that was started again is found, and what changed meanwhile is shown', async () => {
    const { port } = server;
    const code = await server.stop();
    if (code !== 0) throw new Error(`Ctrl-C ended the preview with ${code}`);
    await save(file, `${original}\n\nDitulis tanpa pratinjau.\n`);
    server = await start(port);
    await page.getByText('Ditulis tanpa pratinjau.').waitFor();
  });
}

/** A page, whose console may say nothing. */
async function open(context, address) {
  const page = await context.newPage();
  page.setDefaultTimeout(PATIENCE);
  page.on('console', (message) => {
    // A connection that was cut is told by the browser; everything else would be a mistake of ours.
    if (message.type() === 'error' && !/ERR_(CONNECTION|INCOMPLETE|EMPTY)/.test(message.text())) {
      failed ??= new Error(`${address} says: ${message.text()}`);
    }
  });
  await page.goto(`${server.origin}${address}`);
  return page;
}

async function step(name, work) {
  const begun = performance.now();
  try {
    await work();
  } catch (error) {
    throw new Error(`${name}: ${error.message}`);
  }
  if (failed) throw failed;
  console.log(`  ${name} (${Math.round(performance.now() - begun)} ms)`);
}

/** As Vim saves: a new file takes the place of the old one. */
async function save(file, text) {
  await writeFile(`${file}~`, text);
  await rename(`${file}~`, file);
}

/** A page that is loaded again loses its mark. */
function mark(page) {
  return page.evaluate(() => void (window.isOld = true));
}

function isMarked(page) {
  return page.evaluate(() => window.isOld === true);
}

async function releaseFile() {
  const folder = path.join(root, 'content/siaran-pers');
  const names = await readdir(folder, { recursive: true });
  for (const name of names.filter((name) => name.endsWith('.md') && !/_index|\.en\.md$/.test(name))) {
    const text = await readFile(path.join(folder, name), 'utf8');
    if (/^date: 2010-06/m.test(text)) return path.join(folder, name);
  }
  throw new Error('the project has no release of June 2010');
}
