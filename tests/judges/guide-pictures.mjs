// The pictures of the writers' guide and of README: small, cropped WebP files of pages that the guide's own examples make.
//
//   WARTA_GUIDES=DIR cargo test --test suite guides::     keeps each site as it is where its picture stands
//   node guide-pictures.mjs DIR [DEMONSTRATION]           writes docs/content/panduan/gambar/, and docs/demonstration.webp of a built demonstration
//
// Not a part of the test run: a picture changes with every system's fonts. What is larger than 60 KB is an error.

import { readdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { launch } from './browser.mjs';
import { serve } from './server.mjs';

const DOCS = fileURLToPath(new URL('../../docs/', import.meta.url));
const LIMIT = 60 * 1024;
// For each picture: the address, and what of the page is shown, from its top or from what a selector finds.
const VIEWS = {
  'situs-pertama': { address: '/', height: 480 },
  'siaran-pers-terpendek': { address: '/siaran-pers/2026/11/pasar-pagi/', height: 420 },
  'siaran-pers': { address: '/siaran-pers/2026/11/pasar-pagi/', height: 1040 },
  lokakarya: { address: '/agenda/2026/menulis-ringkas/', height: 1190 },
  ralat: { address: '/siaran-pers/2026/11/pasar-pagi/', height: 640 },
  materi: { address: '/materi/panduan-pedagang/', height: 720 },
  komentar: { address: '/siaran-pers/2026/11/pasar-pagi/', height: 620, from: '[id$="comments"], .comments, #komentar' },
};

const [kept, demonstration] = process.argv.slice(2);
if (!kept) {
  console.error('usage: node guide-pictures.mjs DIR [DEMONSTRATION]');
  process.exit(2);
}

const browser = await launch();
try {
  for (const name of (await readdir(kept)).filter((name) => name in VIEWS)) {
    const file = path.join(DOCS, 'content/panduan/gambar', `${name}.webp`);
    await shoot(path.join(kept, name), VIEWS[name], 960, file);
  }
  if (demonstration) await shoot(demonstration, { address: '/', height: 900 }, 1200, path.join(DOCS, 'demonstration.webp'));
} finally {
  await browser.close();
}

async function shoot(site, view, width, file) {
  const server = await serve(path.resolve(site), 'https://humas.example/');
  const context = await browser.newContext({ viewport: { width, height: view.height }, colorScheme: 'light', reducedMotion: 'reduce' });
  const page = await context.newPage();
  const response = await page.goto(new URL(view.address, server.origin).href, { waitUntil: 'load' });
  if (!response.ok()) throw new Error(`${file}: ${view.address} answers ${response.status()}`);
  await page.evaluate(() => document.fonts.ready.then(() => {}));
  const top = view.from ? await page.locator(view.from).first().evaluate((found) => found.getBoundingClientRect().top + scrollY) : 0;
  const whole = await page.evaluate(() => document.documentElement.scrollHeight);
  const y = Math.max(0, Math.floor(top) - 24);
  const clip = { x: 0, y, width, height: Math.min(view.height, whole - y) };
  const png = await page.screenshot({ fullPage: true, clip });
  const webp = await compressed(page, png);
  await context.close();
  await server.stop();
  if (webp.length > LIMIT) throw new Error(`${file}: ${webp.length} bytes, ${LIMIT} at most`);
  await writeFile(file, webp);
  console.log(file, webp.length);
}

/** The picture as WebP, by the browser's own encoder: no other tool is needed. */
async function compressed(page, png) {
  await page.goto('about:blank');
  const address = await page.evaluate(async (source) => {
    const picture = new Image();
    picture.src = source;
    await picture.decode();
    const canvas = new OffscreenCanvas(picture.width, picture.height);
    canvas.getContext('2d').drawImage(picture, 0, 0);
    const blob = await canvas.convertToBlob({ type: 'image/webp', quality: 0.82 });
    const bytes = new Uint8Array(await blob.arrayBuffer());
    return bytes.toBase64 ? bytes.toBase64() : btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''));
  }, `data:image/png;base64,${png.toString('base64')}`);
  return Buffer.from(address, 'base64');
}
