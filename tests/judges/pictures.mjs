// Pictures of one page of every kind, for people to look at: PNGs of the whole page at 360, 768 and 1440 px, light and dark, and the
// printed sheet of a release as PDF (A4) with a picture of each of its pages.
//
//   node pictures.mjs DEST NAME=DIR@BASE_URL …    of the sites named `demonstration` and `stress`, the pages listed below
//   node pictures.mjs DEST DIR@BASE_URL ADDRESS … of any site, the addresses named
//
// `tests/run --pictures` builds both sites and calls it. Not a part of the tests: nobody can say by machine whether a page is beautiful.

import { execFileSync } from 'node:child_process';
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { inParallel, launch } from './browser.mjs';
import { serve } from './server.mjs';

const WIDTHS = [360, 768, 1440];
const SCHEMES = ['light', 'dark'];
/** What comes after that on a page of 200 comments looks as what came before. */
const TALL = 12_000;
const PYTHON = fileURLToPath(new URL('.venv/bin/python', import.meta.url));

// One page of every kind, and the same kinds in their worst state. `print` marks those that are printed as well.
const PAGES = {
  demonstration: [
    '', 'siaran-pers/', 'siaran-pers/jenis/berita/', 'siaran-pers/2026/', 'siaran-pers/2026/11/', 'siaran-pers/2014/08/denah-pintu-layanan/', 'siaran-pers/2022/07/statistik-layanan-informasi/', 'siaran-pers/2025/02/panduan-menulis-siaran-pers/',
    'print:siaran-pers/2010/06/reformasi-birokrasi-untuk-perbaiki-kinerja-wujudkan-good-governance/', 'siaran-pers/2026/11/undangan-peliputan-lokakarya-data/', 'siaran-pers/2026/10/penjelasan-jam-layanan/',
    'workshop/', 'print:workshop/2026/data-untuk-warga/', 'workshop/2010/pengembangan-budaya-kerja-aparatur/', 'workshop/2021/penulisan-ringkas/', 'program/menulis-untuk-warga/', 'materi/', 'materi/kartu-periksa/', 'pengumuman/2026/loket-tutup-sementara/',
    'galeri/denah-layanan/', 'tentang/', 'topik/', 'topik/layanan-publik/', 'tokoh/dini-saraswati/', 'instansi/bagian-humas/', 'tags/', 'informasi-publik/', 'koreksi/', '404.html', 'en/', 'en/siaran-pers/2026/09/jam-layanan-informasi/', 'en/siaran-pers/',
  ],
  stress: [
    '', 'siaran-pers/', 'print:siaran-pers/judul-panjang/', 'print:siaran-pers/tabel/', 'siaran-pers/kosong-sekali/', 'siaran-pers/bergambar/', 'siaran-pers/dicabut/', 'siaran-pers/kedaluwarsa/', 'siaran-pers/undangan/', 'kabar/halaman/30/',
    'workshop/', 'workshop/penuh/', 'workshop/batal/', 'workshop/tunda/', 'workshop/pindah/', 'workshop/lalu/', 'program/terpadu/', 'materi/berkas/', 'galeri/banyak/', 'pengumuman/darurat/', 'kosong/', 'tunggal/', 'halaman/', 'tokoh/bergelar/', 'instansi/dinas/', 'topik/', 'en/', 'koreksi/', 'panduan-gaya/',
  ],
};

const [destination, ...rest] = process.argv.slice(2);
const jobs = rest[0]?.includes('=') ? rest.map((each) => /^(?<name>\w+)=(?<dir>.*)@(?<base>http.*)$/.exec(each)?.groups) : [/^(?<dir>.*)@(?<base>http.*)$/.exec(rest[0] ?? '')?.groups];
if (!destination || jobs.some((job) => !job || (job.name && !PAGES[job.name]))) {
  console.error('usage: node pictures.mjs DEST demonstration=DIR@BASE_URL stress=DIR@BASE_URL | DEST DIR@BASE_URL ADDRESS …');
  process.exit(2);
}

const started = Date.now();
const browser = await launch();
const servers = [];
try {
  const work = [];
  for (const { name = '.', dir, base } of jobs) {
    const server = await serve(path.resolve(dir), base);
    servers.push(server);
    await mkdir(path.join(destination, name), { recursive: true });
    for (const entry of PAGES[name] ?? rest.slice(1)) {
      const [, print, address] = /^(print:)?\/?(.*)$/.exec(entry);
      work.push({ url: server.origin + server.base + address, file: path.join(destination, name, label(address)), print: Boolean(print) });
    }
  }
  const tabs = await Promise.all([0, 1].map(async () => (await browser.newContext({ reducedMotion: 'reduce' })).newPage()));
  await inParallel(tabs.length, work, async (job) => {
    const page = tabs.pop();
    await picture(page, job);
    tabs.push(page);
  });
  console.log(`${work.length} pages in ${Math.round((Date.now() - started) / 1000)} s, in ${destination}`);
} finally {
  await browser.close();
  await Promise.all(servers.map((server) => server.stop()));
}

async function picture(page, { url, file, print }) {
  await page.emulateMedia({ media: 'screen', colorScheme: SCHEMES[0] });
  const response = await page.goto(url, { waitUntil: 'load' });
  if (!response.ok()) throw new Error(`${url} answers ${response.status()}`);
  await page.evaluate(() => document.fonts.ready.then(() => {}));
  for (const width of WIDTHS) {
    await page.setViewportSize({ width, height: 900 });
    for (const scheme of SCHEMES) {
      await page.emulateMedia({ colorScheme: scheme });
      const height = Math.min(TALL, await page.evaluate(() => document.documentElement.scrollHeight));
      await page.screenshot({ path: `${file}-${width}-${scheme}.png`, fullPage: true, clip: { x: 0, y: 0, width, height }, timeout: 120_000 });
    }
  }
  if (!print) return;
  await page.emulateMedia({ media: null, colorScheme: SCHEMES[0] });
  await writeFile(`${file}.pdf`, await page.pdf({ preferCSSPageSize: true }));
  execFileSync(PYTHON, [fileURLToPath(new URL('pdf-pages.py', import.meta.url)), `${file}.pdf`]);
}

function label(address) {
  return address.replace(/\/$|\.html$/g, '').replace(/[^\p{L}\p{N}]+/gu, '-') || 'home';
}
