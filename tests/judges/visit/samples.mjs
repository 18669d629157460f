// Broken copies of the sample for the self-test of `visit`: each fault once, and what must be said of it. Several faults share a copy,
// since a browser for each would take minutes.

import { readFileSync } from 'node:fs';

const FONT = new URL('../../../themes/balai/assets/fonts/plus-jakarta-sans-latin.woff2', import.meta.url);
const inMain = (html) => (text) => text.replace('</main>', `${html}</main>`);
const also = (css) => (text) => `${text}\n${css}\n`;

export const BROKEN = [
  {
    name: 'what axe, the console and the network show',
    edit: {
      'index.html': (text) =>
        text
          .replace('<h1>', '<img src="http://www.example.org/a.png" alt=""><img src="/aset/hilang.png" alt=""><h1 style="color: red">')
          .replace('</main>', '<h4>Lompat</h4></main>'),
      'aset/balai.css': (text) => `${text.replace('#b0b6bc', '#4c555e')}blockquote, details p { width: 400px; }\n`,
      'aset/balai.js': () => 'tidakAda();',
      'lama/index.html': (text) => text.replace('content="0;', 'content="5;'),
    },
    finds: [
      /^index\.html: axe heading-order: .*\(320 px light, 320 px dark, 1280 px light, 1280 px dark\)$|^index\.html: axe heading-order: .*\(320 px light, 1280 px light\)$/,
      // Only in the dark, and only inside details that start closed. (At 320 px it lies half outside, where axe decides nothing.)
      /^index\.html: axe color-contrast: .*\.muted.*\(1280 px dark\)$/,
      /^404\.html: axe color-contrast: .*\.muted.*\(1280 px dark\)$/,
      /^siaran-pers\/contoh\/index\.html: scrolls sideways, \d+ px wide: p .*\(320 px/,
      /^siaran-pers\/contoh\/index\.html: scrolls sideways, \d+ px wide: .*\(text at 200 %, 320 px\)/,
      /^(index|404)\.html: with details open: scrolls sideways, \d+ px wide: p\.muted \(320 px\)/,
      /^(index|404)\.html: scrolls sideways, \d+ px wide: .*p\.muted \(text at 200 %, 320 px\)/,
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
  {
    name: 'room, order, words and colours',
    edit: {
      'index.html': inMain(
        '<p class="potong">Kalimat yang terpotong di tengah</p><p>Baris bawah</p><p class="tindih">Baris tindih</p>' +
          '<div class="balik"><p>Dibaca pertama</p><p>Dibaca kedua</p></div><p class="luar">Di luar halaman</p>' +
          '<p hidden class="tampil">Tersembunyi tanpa gaya</p><p class="kata">Kata</p><p class="gambar"><svg viewBox="0 0 9 9" aria-hidden="true"></svg></p>' +
          '<p><button type="button">Tombol mati</button></p><p class="tanda">Bertanda</p><p class="samar">Samar</p>',
      ),
      'aset/balai.css': also(
        '.potong { overflow: hidden; inline-size: 5rem; white-space: nowrap; } .tindih { margin-block-start: -3rem; }' +
          '.balik { display: flex; flex-direction: column-reverse; } .luar { position: absolute; inset-inline-start: -9rem; } .tampil { display: block; }' +
          '.kata::after { content: "dari gaya"; } .gambar svg { inline-size: 1rem; display: block; }' +
          '.tanda::before { content: ""; display: inline-block; inline-size: 9px; block-size: 9px; background: #00546e; }' +
          '@media (forced-colors: active) { .samar { forced-color-adjust: none; color: #ddd; } }',
      ),
      'aset/balai.js': () => 'document.querySelector("footer").append("Ditulis skrip");',
    },
    finds: [
      /^index\.html: text is cut off: p\.potong/,
      /^index\.html: text lies over text: .*Baris tindih/,
      /^index\.html: is read before what stands earlier: /,
      /^index\.html: text lies outside the page: p\.luar/,
      /^index\.html: words are lost: Tersembunyi tanpa gaya \(no style sheets\)/,
      /^index\.html: words that stand in the style sheet alone: p::after/,
      /^index\.html: a drawing without a size/,
      /^\S+: words are lost: .*Ditulis skrip.* \(no script\)/,
      /^index\.html: does nothing without script: button “Tombol mati” \(no script\)/,
      /^index\.html: a mark is lost: p\.tanda::before \(forced colours\)/,
      /^index\.html: text is faint, .*Samar.* \(forced colours\)/,
    ],
  },
  {
    name: 'keyboard',
    edit: {
      'index.html': (text) => inMain('<p><a class="polos" href="/">Fokus polos</a> <a class="pudar" href="/">Fokus pudar</a> <a class="jauh" href="/">Fokus jauh</a></p><p inert><a href="/">Tak terjangkau</a></p>')(text.replace('<a href="/siaran-pers/contoh/">Siaran', '<a tabindex="5" href="/siaran-pers/contoh/">Siaran')),
      '404.html': inMain('<div class="selubung"></div>'),
      'aset/balai.css': also(
        '.polos:focus-visible { outline: none; } .pudar:focus-visible { outline: 3px solid #444; } .jauh { position: absolute; inset-inline-start: -99rem; } .selubung { position: fixed; inset: 0; }',
      ),
    },
    finds: [
      /^index\.html: focus does not show: a\.polos “Fokus polos”/,
      /^index\.html: focus shows too little, .*a\.pudar/,
      /^index\.html: focus is out of sight: a\.jauh/,
      /^index\.html: text lies outside the page: a\.jauh/,
      /^index\.html: Tab does not reach a “Tak terjangkau”/,
      /^index\.html: (Tab goes back: from .* to a “Siaran pers”|Tab does not reach a “Siaran pers”)/,
      /^index\.html: axe tabindex: /,
      /^404\.html: focus is covered by div\.selubung “”: /,
    ],
  },
  {
    name: 'paper, and a font that comes late',
    edit: {
      'siaran-pers/contoh/index.html': (text) => text.replace('</article>', '<p><a href="/lama/">Dalam situs</a></p><div class="gulir" role="region" aria-label="Tabel" tabindex="0"><p>Lebih lebar dari kertas</p></div></article>'),
      'aset/balai.css': (text) =>
        `${text.replace(/\.paper \{\n {4}display: block/, '.paper { display: none').replace('" <" attr(href) ">"', 'none')}
        @media print { header, dl { display: none; } }
        .gulir { overflow-x: auto; inline-size: 5rem; white-space: nowrap; }
        @font-face { font-family: Lambat; src: url("lambat.woff2") format("woff2"); font-display: swap; }
        h1 { font-family: Lambat, monospace; font-size: 2rem; }`,
      'aset/lambat.woff2': () => readFileSync(FONT),
    },
    finds: [
      /^(index|siaran-pers\/contoh\/index)\.html: the address of the page does not stand on paper/,
      /^siaran-pers\/contoh\/index\.html: is lost on paper: dd “1\/SP\/2026” \(paper\)/,
      /^siaran-pers\/contoh\/index\.html: is lost on paper: dt /,
      /^\S+: no letterhead on paper \(paper\)/,
      /^siaran-pers\/contoh\/index\.html: text is cut off: p: Lebih lebar dari kertas \(paper\)/,
      /^siaran-pers\/contoh\/index\.html: where a link leads does not stand on paper: https:\/\/www\.example\.org\//,
      /^siaran-pers\/contoh\/index\.html: where a link leads does not stand on paper: \/lama\//,
      /^\S+: moves by itself by [\d.]+ \(CLS\): /,
      /^\S+: moves by itself by [\d.]+ \(CLS\): .*\(late font, 360 px/,
    ],
  },
];
