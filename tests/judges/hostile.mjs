// Writes a project with 10,000 old addresses that hold all that means something in the files of some server: `node hostile.mjs DIR`.
// The site lies under a path of its own host. Nothing here is random, so that a failure can be repeated.

import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import process from 'node:process';

const [folder] = process.argv.slice(2);
const ODD = ['"', "'", '$', '{', '}', ';', '%23', '%20', '%25', '%3F', '%22', '(', ')', '[', ']', '|', '^', '`', '<', '>', '*', '+', '~', ':', '@', '&', '=', '!', ',', '$uri', '{path}', '{$HOME}', '${HOME}', '%{HTTP_HOST}', '%1', '$1', '\\Q'.slice(1), 'é', '漢', '👍', 'ש', '%C3%A9', '%E9'];
const PLAIN = 'https://a.example/humas';

const aliases = [];
for (let number = 0; aliases.length < 10_000; number += 1) {
  const odd = [ODD[number % ODD.length], ODD[Math.floor(number / ODD.length) % ODD.length], ODD[(number * 7) % ODD.length]].join('');
  const long = number % 500 === 0 ? 'panjang-'.repeat(25) : '';
  const forms = [`/lama/${number}/${odd}/${long}`, `/arsip-${number}-${odd}.html`, `/${odd}/${number}`, `/?p=${number}&q=${odd}`, `/baca.php?id=${number}${odd}`];
  aliases.push(forms[number % forms.length]);
}
// What differs in nothing but the case of letters.
aliases.push('/?nama=Ani', '/?nama=ani');
const quoted = (text) => JSON.stringify(text);

await mkdir(path.join(folder, 'content'), { recursive: true });
await writeFile(path.join(folder, 'warta.yaml'), `title: Contoh\nbase_url: ${PLAIN}\ntime_zone: WIB\nlanguages: { id: {}, en: {} }\nheaders: { extra: { X-Contoh: "a\\"b$c\\\\d%e" } }\n`);
const half = Math.floor(aliases.length / 2);
for (const [name, own] of [['satu', aliases.slice(0, half)], ['dua', [...aliases.slice(half, -1)]], ['tiga', aliases.slice(-1)]]) {
  const lines = own.map((alias) => `  - ${quoted(alias)}\n`).join('');
  await writeFile(path.join(folder, 'content', `${name}.md`), `---\ntitle: Contoh halaman ${name}\nimport: { from: arsip }\naliases:\n${lines}---\n\nIsi.\n`);
}
await writeFile(path.join(folder, 'content/one.en.md'), '---\ntitle: An example\nimport: { from: arsip }\n---\n\nText.\n');
const gone = ['/hilang/', '/hilang "sekali"; }/', '/berkas $uri {x}.pdf', '/?hilang=$1'];
await writeFile(path.join(folder, 'addresses.yaml'), gone.map((address) => `${quoted(address)}: { gone: "Contoh" }\n`).join(''));
