// Writes a project whose pages are as bad as an office can make them: `node stress.mjs DIR`. Titles of 200 characters, words of 40
// letters, 200 comments, a table far wider than a phone, other scripts, no picture and many, lists of none, of one and of sixty pages,
// events in every state, what was withdrawn, an emergency. Nothing here is random, so that a finding can be repeated.
//
// It is built for the instant INSTANT. Of the pages of its long list three stand for all: `--leave-out` of the judge `visit`.

import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import process from 'node:process';
import { crc32, deflateSync } from 'node:zlib';
import { stringify } from 'yaml';

const [folder] = process.argv.slice(2);
if (!folder) {
  console.error('usage: node stress.mjs DIR');
  process.exit(2);
}

const WORD = 'mempertanggungjawabkannyasetidaktidaknya'; // 40 letters
const TITLE = `Contoh: ${WORD}, pemerintah kota menyampaikan perkembangan pelaksanaan pelayanan administrasi terpadu kecamatan dan kelurahan kepada seluruh warga yang berkepentingan pada hari ini`.padEnd(200, ' juga').slice(0, 200);
const SUBTITLE = `Subjudul yang sama panjangnya: ${'rapat koordinasi penyelenggaraan ketertiban umum dan perlindungan masyarakat '.repeat(3)}`.slice(0, 198);
const SUMMARY = `Contoh ringkasan yang panjang. ${'Pemerintah kota menyampaikan perkembangan pelayanan kepada warga. '.repeat(4)}`.slice(0, 290).trim();
const PARAGRAPH = 'Pemerintah kota menyampaikan perkembangan pelayanan kepada warga yang berkepentingan, dan mengajak semua pihak menjaga ketertiban. ';
const ALL = { summary: SUMMARY, organizations: ['dinas', 'badan'], topics: ['panjang', 'pendek'], tags: ['contoh', WORD, 'label dengan beberapa kata di dalamnya'], districts: ['satu'], people: ['bergelar', 'pendek', 'berjabatan'], info_class: 'berkala' };

const items = [];
const add = (file, fields, body = PARAGRAPH) => items.push([`content/${file}`, `---\n${stringify(fields)}---\n\n${body}\n`]);

// ------------------------------------------------------------------------------------------------------------- releases

const cells = Array.from({ length: 16 }, (_, at) => `Kolom ${at + 1} ${at % 3 === 0 ? 'dengan judul panjang' : ''}`);
const TABLE = [`| ${cells.join(' | ')} |`, `|${cells.map((_, at) => (at > 3 ? '---:' : '---')).join('|')}|`, ...Array.from({ length: 12 }, (_, row) => `| ${cells.map((_, at) => (at === 0 ? `Kelurahan ke-${row + 1} yang namanya panjang` : at * 1000003 * (row + 1))).join(' | ')} |`)].join('\n');
const MIXED = `Bahasa Inggris di tengah kalimat: <span lang="en">the quick brown fox jumps over the lazy dog</span>, lalu kembali.

<p lang="ar">بسم الله الرحمن الرحيم. هذه فقرة طويلة باللغة العربية في وسط نص إندونيسي، وهي مكتوبة من اليمين إلى اليسار، وفيها رقم 12345 وكلمة <span lang="en">Batam</span> بالحروف اللاتينية.</p>

Kata ${WORD} berdiri di dalam paragraf, dan alamat https://humas.example/sangat/panjang/${WORD}/${WORD}/${WORD}/akhir.html juga.

> Kutipan panjang: ${PARAGRAPH.repeat(2)}

> [!WARNING]
> Peringatan dengan ${WORD} di dalamnya.

1. Butir pertama
   - butir dalam ${WORD}
     - butir lebih dalam
2. Butir kedua[^1]

- [x] selesai
- [ ] belum

\`\`\`rust
let ${WORD} = "${'baris yang tidak berakhir '.repeat(8)}";
\`\`\`

[^1]: Catatan kaki dengan ${WORD} dan [sebuah tautan](https://www.example.org/${WORD}).`;

add('siaran-pers/judul-panjang/index.md', {
  ...ALL, title: TITLE, subtitle: SUBTITLE, date: '2026-11-20 09:00', updated: '2026-11-21 10:00', number: '1/SP/CONTOH-YANG-PANJANG-SEKALI/XI/2026', release_type: 'siaran_pers',
  dateline: { city: 'Kabupaten Kepulauan Anambas', agency: 'InfoPublik' }, signoff: { desk: 'contoh' }, authors: ['bergelar', 'pendek'],
  image: { src: 'lebar.png', alt: 'Gambar lebar', caption: `Keterangan: ${SUMMARY}`, credit: 'Dokumentasi Bagian Hubungan Masyarakat dan Protokol', license: 'CC-BY-4.0' },
  quotes: [{ text: `Pemerintah kota menyampaikan perkembangan pelayanan kepada warga yang berkepentingan`, person: 'bergelar' }],
  attachments: [{ file: `${WORD}-${WORD}-lampiran-${WORD}.csv`, title: `Lampiran: ${WORD} ${WORD}`, lang: 'en', note: SUMMARY }, { url: `https://berkas.example/${WORD}/${WORD}.pdf`, title: 'Berkas di tempat lain' }],
  contacts: ['meja', 'pendek'], notes_to_editors: `Catatan: ${PARAGRAPH}`, boilerplate: 'tentang', event: 'penuh', related: ['tabel', 'kosong-sekali'],
  changes: [{ at: '2026-11-20 12:00', note: `Perubahan: ${SUMMARY}`, level: 'major' }, { at: '2026-11-21 10:00', note: 'Perubahan kedua.', level: 'major' }],
  corrections: [{ at: '2026-11-20 12:00', type: 'koreksi', note: `Koreksi: ${SUMMARY}`, before: WORD, after: `${WORD} dan ${WORD}`, requested_by: 'Warga' }],
  comments: { mode: 'open' }, foreign_terms: ['fox'],
}, `${PARAGRAPH.repeat(3)}\n\n## Bagian pertama yang judulnya panjang dan memuat ${WORD}\n\n${PARAGRAPH.repeat(4)}\n\n### Anak bagian\n\n${PARAGRAPH}\n\n## Bagian kedua\n\n${PARAGRAPH.repeat(6)}`);
add('siaran-pers/tabel.md', { ...ALL, id: 'tabel', title: 'Contoh: Tabel yang jauh lebih lebar daripada telepon', date: '2026-11-19', date_precision: 'month', tags: ['contoh'] }, `${PARAGRAPH}\n\n${TABLE}\n\n${MIXED}`);
add('siaran-pers/kosong-sekali.md', { title: 'Ya', date: '2026-11-18' }, 'Ya.');
const PICTURES = ['lebar.png', 'tinggi.png', 'persegi.png', 'kecil.svg'];
add('siaran-pers/bergambar/index.md', { ...ALL, title: 'Contoh: Banyak gambar dalam satu naskah', date: '2026-11-17 08:00', image: { src: 'tinggi.png', alt: 'Gambar tinggi', caption: 'Gambar utama yang tinggi.', credit: 'Humas' } },
  [...PICTURES, ...PICTURES].map((src, at) => `${PARAGRAPH}\n\n{{<figure src="${src}" alt="Gambar ke-${at + 1}" caption="Keterangan ${at % 2 ? WORD : 'pendek'}" credit="Humas"/>}}`).join('\n\n'));
add('siaran-pers/dicabut.md', { ...ALL, title: 'Contoh: Siaran pers yang dicabut kembali', date: '2026-11-16', status: 'withdrawn', withdrawn: { at: '2026-11-17', reason: `Dicabut karena ${SUMMARY}`, replacement: 'tabel' } });
add('siaran-pers/kedaluwarsa.md', { ...ALL, title: 'Contoh: Siaran pers yang sudah tidak berlaku', date: '2026-11-01', expires_at: '2026-11-10' });
add('siaran-pers/undangan.md', { ...ALL, title: `Contoh: Undangan peliputan ${WORD}`, date: '2026-11-15 07:00', release_type: 'undangan_media', media_invite: { at: '2026-12-01 09:00', place: `Aula ${WORD}, Lantai 12`, rsvp: 'humas@humas.example' } });
add('siaran-pers/dalam-bahasa-inggris.en.md', { ...ALL, title: 'Example: An English release with no Indonesian edition', date: '2026-11-14 08:00', lang: 'en' }, 'The city reports progress to its residents.');
for (let at = 1; at <= 60; at += 1) add(`kabar/kabar-${at}.md`, { title: `Contoh: Kabar ke-${at}`, date: `2026-0${1 + (at % 9)}-1${at % 9}`, summary: SUMMARY, organizations: ['dinas'] });

const comments = Array.from({ length: 200 }, (_, at) => ({
  id: `k${at + 1}`, status: 'approved', at: `2026-11-20 10:${String(at % 60).padStart(2, '0')}`,
  author: { name: at % 11 === 0 ? `${WORD} ${WORD}` : `Pembaca ke-${at + 1}`, ...(at % 7 === 0 ? { url: 'https://pembaca.example/' } : {}) },
  ...(at % 5 === 0 ? {} : { reply_to: `k${at}` }), ...(at % 17 === 4 ? { official: 'dinas' } : {}),
  body: at % 3 === 0 ? `${PARAGRAPH.repeat(3)}\n\n${WORD}${WORD}` : 'Setuju.',
}));
items.push(['content/siaran-pers/judul-panjang/komentar.yaml', stringify(comments)]);
items.push([`content/siaran-pers/judul-panjang/${WORD}-${WORD}-lampiran-${WORD}.csv`, 'nama,jumlah\nContoh,1\n']);

// --------------------------------------------------------------------------------------------------------------- events

const event = (id, title, fields, body) => add(`workshop/${id}.md`, { ...ALL, id, title, date: '2026-11-01', organizer: 'dinas', venue: { ref: 'aula', room: `Ruang ${WORD}` }, ...fields }, body);
event('penuh', TITLE, {
  subtitle: SUBTITLE, start: '2026-12-01 08:00', end: '2026-12-03 16:00', mode: 'hybrid', online: { url: `https://rapat.example/${WORD}${WORD}`, platform: 'Rapat', passcode_hint: 'Dikirim kemudian' }, co_organizers: ['badan', 'dinas'],
  image: { src: '/gambar/lebar.png', alt: 'Gambar lebar', caption: 'Keterangan gambar acara.', credit: 'Humas' }, committee: [{ person: 'bergelar', role: `Ketua ${WORD}` }], programme: 'terpadu', audience: SUMMARY, capacity: 40000,
  registration: { url: 'https://daftar.example/', opens_at: '2026-11-01 08:00', closes_at: '2026-11-30 16:00', quota: 40, fee: 'Gratis', contact: 'meja' },
  speakers: [{ person: 'bergelar', role: `Kepala ${WORD}`, org: 'dinas', topic: SUMMARY }, { person: 'pendek' }],
  sessions: Array.from({ length: 24 }, (_, at) => ({ title: at % 5 === 0 ? `${TITLE.slice(0, 140)}` : `Sesi ke-${at + 1}`, type: ['opening', 'talk', 'panel', 'break'][at % 4], start: `2026-12-0${1 + Math.floor(at / 8)} ${String(8 + (at % 8)).padStart(2, '0')}:00`, end: `2026-12-0${1 + Math.floor(at / 8)} ${String(8 + (at % 8)).padStart(2, '0')}:45`, room: `Ruang ${WORD}`, ...(at % 4 === 1 ? { speakers: ['bergelar', 'pendek'], abstract: SUMMARY } : {}) })),
  certificate: { available: true, hours_jp: 8 }, contacts: ['meja'],
}, `${PARAGRAPH.repeat(3)}`);
event('hari-ini', 'Contoh: Rapat yang berlangsung hari ini', { start: '2026-11-24 08:00', end: '2026-11-24 16:00', event_type: 'rapat' });
event('batal', 'Contoh: Seminar yang dibatalkan', { start: '2026-12-05 08:00', event_status: 'cancelled' });
event('tunda', 'Contoh: Pelatihan yang ditunda', { start: '2026-12-06 08:00', event_status: 'postponed' });
event('pindah', `Contoh: Bimbingan teknis yang dipindahkan ${WORD}`, { start: '2026-12-20 08:00', event_status: 'rescheduled', previous_start: '2026-12-07 08:00', mode: 'online', venue: undefined, online: { url: 'https://rapat.example/x', platform: 'Rapat' } });
event('lalu', 'Contoh: Lokakarya yang sudah selesai', { start: '2025-05-05', end: '2025-05-06', attendance: { registered: 40, attended: 38, approximate: true, groups: ['guru'] }, outcomes: [SUMMARY, WORD], recordings: [{ url: 'https://video.example/1', captions: true }], materials: ['berkas'] });

// ---------------------------------------------------------------------------------------------------------- other kinds

add('program/terpadu.md', { ...ALL, id: 'terpadu', title: TITLE, date: '2026-01-01', period: { start: '2026-01-01', end: '2027-12-31' }, owner: 'dinas', objectives: [SUMMARY, WORD], legal_basis: [{ title: `Peraturan Daerah tentang ${WORD}`, number: 'Nomor 1 Tahun 2026' }], contacts: ['meja'] });
add('materi/berkas/index.md', { ...ALL, id: 'berkas', title: `Contoh: Materi ${WORD}`, date: '2026-11-10', file: `${WORD}-${WORD}.csv`, material_type: 'guide', version: '12.0', license: 'CC-BY-4.0', download_name: `${WORD}-${WORD}.csv`, event: 'penuh', alternative_format_contact: 'meja' });
items.push([`content/materi/berkas/${WORD}-${WORD}.csv`, 'nama,jumlah\nContoh,1\n']);
add('galeri/banyak/index.md', { ...ALL, title: 'Contoh: Galeri dengan banyak gambar', date: '2026-11-09', download: true, license: 'CC-BY-4.0', photos: Array.from({ length: 24 }, (_, at) => ({ src: PICTURES[at % 4], alt: `Gambar ke-${at + 1}`, credit: at % 4 === 0 ? WORD : 'Humas', ...(at % 3 === 0 ? { caption: at % 2 ? `Keterangan ${SUMMARY}` : `Keterangan ${WORD}`, place: 'Batam', people: ['bergelar'] } : {}) })) }, '');
const notice = { organizations: ['dinas'], info_class: 'serta_merta', summary: SUMMARY, starts_at: '2026-11-20 08:00', expires_at: '2026-12-10 08:00', areas: ['satu'] };
add('pengumuman/darurat.md', { ...notice, title: `Contoh: Banjir ${WORD}`, level: 'darurat', headline: `Contoh: Banjir di lima kecamatan, warga diminta ${WORD}`, instruction: 'Jauhi sungai.', source: { name: 'BMKG', url: 'https://cuaca.example/' } });
add('pengumuman/peringatan.md', { ...notice, title: 'Contoh: Angin kencang', level: 'peringatan', headline: 'Contoh: Angin kencang', instruction: 'Tetap di rumah.', source: { name: 'BMKG' } });
add('pengumuman/kabar.md', { ...notice, title: 'Contoh: Loket tutup', level: 'info', headline: 'Contoh: Loket tutup' });
add('pengumuman/lewat.md', { ...notice, title: 'Contoh: Pengumuman yang sudah lewat', level: 'info', headline: 'Contoh: Sudah lewat', starts_at: '2026-10-01 08:00', expires_at: '2026-11-01 08:00' });
add('tunggal/satu.md', { title: 'Contoh: Satu-satunya', summary: SUMMARY });
add('halaman.md', { title: 'Contoh: Halaman biasa', summary: SUMMARY }, `${PARAGRAPH}\n\n${TABLE}\n\n## ${WORD}\n\n${MIXED}`);
add('plain.en.md', { title: 'Example: A plain page', summary: SUMMARY, lang: 'en' }, 'Text in English.');
for (const [name, title, description] of [['siaran-pers', 'Siaran pers', SUMMARY], ['workshop', `Agenda ${WORD}`, SUMMARY], ['kosong', 'Bagian tanpa isi', ''], ['tunggal', 'Bagian dengan satu isi', ''], ['kabar', 'Kabar singkat', ''], ['program', 'Program', ''], ['materi', 'Materi', ''], ['galeri', 'Galeri', ''], ['pengumuman', 'Pengumuman', '']]) {
  items.push([`content/${name}/_index.md`, `---\n${stringify({ title, ...(description ? { description } : {}) })}---\n`]);
}

const drawing = (width, height) => `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}"><path fill="#9ab" d="M0 0h${width}v${height}H0z"/></svg>`;
/** A picture of one colour with a darker edge: eight bits of grey. */
function photograph(width, height) {
  const chunk = (kind, data) => {
    const [size, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
    const body = Buffer.concat([Buffer.from(kind), data]);
    size.writeUInt32BE(data.length);
    sum.writeUInt32BE(crc32(body));
    return Buffer.concat([size, body, sum]);
  };
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head[8] = 8;
  const rows = Buffer.alloc((width + 1) * height, 0xa0);
  for (let y = 0; y < height; y += 1) {
    rows[y * (width + 1)] = 0;
    for (let x = 0; x < width; x += 1) if (Math.min(x, y, width - 1 - x, height - 1 - y) < 8) rows[y * (width + 1) + 1 + x] = 0x60;
  }
  return Buffer.concat([Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'), chunk('IHDR', head), chunk('IDAT', deflateSync(rows)), chunk('IEND', Buffer.alloc(0))]);
}
for (const [file, [width, height]] of [['lebar.png', [2400, 400]], ['tinggi.png', [400, 1600]], ['persegi.png', [800, 800]], ['kecil.svg', [40, 30]]]) {
  for (const place of ['content/siaran-pers/judul-panjang', 'content/siaran-pers/bergambar', 'content/galeri/banyak', 'static/gambar']) {
    items.push([`${place}/${file}`, file.endsWith('.svg') ? drawing(width, height) : photograph(width, height)]);
  }
}

// -------------------------------------------------------------------------------------------------------- data, settings

const data = {
  people: { bergelar: { name: 'Maheswari Kusumaningtyas Prawirodirdjo Notonegoro', prefix: ['Prof.', 'Dr.', 'Ir.', 'Hj.'], suffix: ['S.T.', 'M.Sc.', 'M.A.P.', 'Ph.D.', 'IPU', 'ASEAN Eng.'], aliases: ['Ibu Tyas', WORD], roles: [{ title: `Kepala Dinas ${WORD}`, org: 'dinas', from: '2020-01-01' }] }, pendek: { name: 'Ani' }, berjabatan: { name: 'Budi Contoh', roles: [{ title: 'Sekretaris', org: 'badan', from: '2019-01-01' }] } },
  organizations: { dinas: { name: `Contoh: Dinas Penanaman Modal, Pelayanan Terpadu Satu Pintu, Kependudukan, Pencatatan Sipil, Pemberdayaan Perempuan, dan ${WORD}`, short: 'Dinas Penanaman Modal dan Pelayanan Terpadu Satu Pintu', url: 'https://dinas.example/', email: `${WORD}@dinas.example` }, badan: { name: 'Contoh: Badan', short: 'Badan', parent: 'dinas' } },
  topics: { panjang: { name: `Topik ${WORD}`, description: SUMMARY }, pendek: { name: 'Air' } },
  districts: { satu: { name: 'Kecamatan Contoh', description: SUMMARY } },
  venues: { aula: { name: `Contoh: Aula ${WORD}`, street: 'Contoh: Jalan Jenderal Contoh Panjang Sekali Nomor 1234, Blok A', city: 'Batam', region: 'Kepulauan Riau', access_notes: SUMMARY } },
  contacts: { meja: { name: `Contoh: Meja ${WORD}`, role: SUMMARY.slice(0, 90), phone: '0778 123 456', whatsapp: '0812 3456 7890', email: `${WORD}@humas.example`, hours: 'Senin–Jumat, 08.00–16.00 WIB, kecuali hari libur nasional dan cuti bersama' }, pendek: { name: 'Ani', email: 'a@humas.example' } },
  boilerplates: { tentang: `Contoh: ${PARAGRAPH.repeat(2)}` },
};
const LONG = 'Situs resmi Bagian Hubungan Masyarakat, Protokol, dan Komunikasi Pimpinan Sekretariat Daerah Kota';
const links = Array.from({ length: 12 }, (_, at) => ({ title: at % 3 ? `Tautan ke-${at + 1} dengan nama yang panjang` : WORD, url: '/siaran-pers/' }));
const settings = {
  title: `Hubungan Masyarakat, Protokol, dan Komunikasi Pimpinan ${WORD}`, description: SUMMARY, base_url: 'https://tekanan.example/humas', time_zone: 'WIB', languages: { id: {}, en: { title: 'Public Relations, Protocol and Communication of the Leadership', description: SUMMARY } }, organization: 'dinas', theme: 'balai',
  // The palest accent that is let through: whatever the theme prints in it or on it must still be read.
  theme_options: { accent: '#976d00', parent_body: `Sekretariat Daerah Kota ${WORD}`, notice: LONG, address: `Jalan Jenderal Contoh Nomor 1234, Blok A, ${WORD}`, email: `${WORD}@humas.example`, phone: '+62 778 123 456 789', hours: SUMMARY.slice(0, 120), footer_links: links, accounts: links.map(({ title }) => ({ title, url: 'https://jejaring.example/' })), licence: SUMMARY },
  menu: { id: [...Array.from({ length: 9 }, (_, at) => ({ name: at === 4 ? WORD : `Butir menu ke-${at + 1}`, url: '/siaran-pers/' })), { name: 'Agenda', url: '/workshop/' }] },
  sections: { 'siaran-pers': { kind: 'press_release', archive: 'year_month' }, kabar: { kind: 'press_release', page_size: 1 }, workshop: { kind: 'workshop', sort: 'start', archive: 'year' }, program: { kind: 'programme' }, materi: { kind: 'material' }, galeri: { kind: 'gallery' }, pengumuman: { kind: 'announcement' }, kosong: { kind: 'press_release' }, tunggal: { kind: 'page' } },
  taxonomies: { tags: {}, topics: { path: 'topik', terms: 'data/topics.yaml' }, people: { path: 'tokoh', terms: 'data/people.yaml' }, organizations: { path: 'instansi', terms: 'data/organizations.yaml' }, districts: { path: 'kecamatan', terms: 'data/districts.yaml' } },
  comments: { endpoint: 'https://komentar.example/kirim', close_after_days: 90 },
};
items.push(['warta.yaml', stringify(settings)], ...Object.entries(data).map(([name, records]) => [`data/${name}.yaml`, stringify(records)]));

for (const [file, text] of items) {
  const full = path.join(folder, file);
  await mkdir(path.dirname(full), { recursive: true });
  await writeFile(full, text);
}
