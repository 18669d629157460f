// Pictures of pages for people to look at: PNGs of the whole page at 360, 768 and 1440 px, light and dark.
//
//   node screenshots.mjs OUTPUT_DIR DEST [ADDRESS …]
//
// An address is as a visitor sees it (`/siaran-pers/`); without any, the home page and the page for what does not exist.
// Not a part of the test run: nobody can say by machine whether a page is beautiful.

import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import process from 'node:process';
import { parseArgs } from 'node:util';
import { inParallel, launch } from './browser.mjs';
import { serve } from './server.mjs';

const WIDTHS = [360, 768, 1440];
const SCHEMES = ['light', 'dark'];

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { 'base-url': { type: 'string', default: 'https://humas.example/' } },
});
const [dir, destination, ...named] = positionals;
if (!destination) {
  console.error('usage: node screenshots.mjs OUTPUT_DIR DEST [ADDRESS …] [--base-url URL]');
  process.exit(2);
}

await mkdir(destination, { recursive: true });
const server = await serve(path.resolve(dir), values['base-url']);
const browser = await launch();
try {
  const addresses = named.length > 0 ? named : [server.base, `${server.base}404.html`];
  const views = addresses.flatMap((address) => WIDTHS.flatMap((width) => SCHEMES.map((scheme) => ({ address, width, scheme }))));
  await inParallel(2, views, async ({ address, width, scheme }) => {
    const context = await browser.newContext({ viewport: { width, height: 900 }, colorScheme: scheme, reducedMotion: 'reduce' });
    const page = await context.newPage();
    const response = await page.goto(new URL(address, server.origin).href, { waitUntil: 'load' });
    if (!response.ok()) throw new Error(`${address} answers ${response.status()}`);
    await page.evaluate(() => document.fonts.ready.then(() => {}));
    const file = path.join(destination, `${name(address)}-${width}-${scheme}.png`);
    await page.screenshot({ path: file, fullPage: true });
    console.log(file);
    await context.close();
  });
} finally {
  await browser.close();
  await server.stop();
}

function name(address) {
  return address.replace(/^\/|\/$|\.html$/g, '').replace(/[^\p{L}\p{N}]+/gu, '-') || 'home';
}
