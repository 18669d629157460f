// Judge `structured-data`: what machines are told of each page. extruct finds the JSON-LD as search engines do, pyld expands it
// (JSON-LD 1.1), and structured-data.py asks what no grammar says: that every name leads to a node, every address to a page, that
// types have what Google asks of them, that cards show a picture that is there, and that languages name each other.
// None of it is seen by readers of the page, so nobody else would notice.

import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { htmlFiles } from './site.mjs';
import { main, nothingToJudge } from './verdict.mjs';

const here = (name) => fileURLToPath(new URL(name, import.meta.url));

async function judge({ dir, baseUrl }) {
  const pages = await htmlFiles(dir);
  if (pages.length === 0) return nothingToJudge('pages');
  const { judged, findings } = JSON.parse(await python([here('structured-data.py'), dir, baseUrl, ...pages]));
  if (judged === 0) return nothingToJudge('pages with structured data');
  return { judged: `${judged} pages with structured data`, findings };
}

function python(args) {
  return new Promise((resolve, reject) => {
    execFile(here('.venv/bin/python'), ['-I', ...args], { maxBuffer: 1 << 27 }, (error, stdout, stderr) => {
      if (error) reject(new Error(`structured-data.py failed: ${stderr}`, { cause: error }));
      else resolve(stdout);
    });
  });
}

const on = (file) => (name, from, to, ...finds) => ({ name, edit: { [file]: (text) => text.replace(from, to) }, finds });
const onHome = on('index.html');
const onArticle = on('siaran-pers/contoh/index.html');
const onEvent = on('acara/contoh/index.html');
const ARTICLE = '^siaran-pers/contoh/index\\.html: ';
const finding = (text) => new RegExp(ARTICLE + text);

await main({
  name: 'structured-data',
  judge,
  sampleDir: here('sample-structured-data'),
  broken: [
    onArticle('JSON that is none', '"headline":', '"headline"', finding('not JSON')),
    onArticle('text that ends the script', 'Kabar dari kota contoh",', 'Kabar </b>",', finding('a < stands in it')),
    onArticle('no block at all', /<script type="application\/ld\+json">[^<]*<\/script>/, '', finding('0 blocks')),
    onArticle('a key that is no word of schema.org', '"headline"', '"headlin"', finding('headlin is no word'), finding('NewsArticle .* has no headline')),
    onArticle('another context', '"https://schema.org"', '"https://schema.example"', finding('the context is')),
    onArticle('a name that leads nowhere', '"publisher":{"@id":"https://humas.example/#humas"}', '"publisher":{"@id":"https://humas.example/#huma"}', finding('nothing is named https://humas\\.example/#huma$')),
    onArticle('one node twice', '{"@type":"GovernmentOrganization"', '{"@type":"Person","@id":"https://humas.example/#humas","name":"A"},{"@type":"GovernmentOrganization"', finding('2 nodes are named')),
    onArticle('a date in words', '"datePublished":"2026-06-03"', '"datePublished":"3 Juni 2026"', finding('.*datePublished is no date: 3 Juni 2026')),
    onArticle('an instant without zone', '"datePublished":"2026-06-03"', '"datePublished":"2026-06-03T08:00"', finding('.*datePublished is no date')),
    onArticle('a relative address', '"mainEntityOfPage":"https://humas.example/', '"mainEntityOfPage":"/', finding('.*mainEntityOfPage is not absolute')),
    onArticle('a picture that is not there', '"image":["https://humas.example/aset/bagikan.png"]', '"image":["https://humas.example/aset/lain.png"]', finding('.*image leads to nothing: .*lain\\.png')),
    onArticle('an article without author', '"author":[{"@id":"https://humas.example/#humas"}],', '', finding('NewsArticle .* has no author')),
    onArticle('breadcrumbs out of order', '"position":2', '"position":3', finding('.*position 3 in the place of 2')),
    onArticle('a step that leads nowhere', '"item":"https://humas.example/"', '"item":"https://humas.example/beranda/"', finding('.*item leads to nothing')),
    onEvent('an event without place', /"location":\[.*?\}\}\],/, '', /^acara.*EducationEvent .* has no location/),
    onEvent('a place without address', /,"address":\{[^}]*\}/, '', /^acara.*Place .* has no address/),
    onEvent('a status of our own', 'EventScheduled', 'EventCompleted', /^acara.*eventStatus is .*EventCompleted/),
    onEvent('an end before the start', '"endDate":"2026-06-03', '"endDate":"2026-06-02', /^acara.*ends before it starts/),
    onHome('a card without title', /<meta property="og:title"[^>]*>/, '', /^index\.html: no og:title/),
    onHome('a card for another address', '"og:url" content="https://humas.example/"', '"og:url" content="https://humas.example/lain/"', /^index\.html: og:url is/),
    onHome('a card whose picture is gone', /(og:image" content="[^"]*)bagikan/, '$1hilang', /^index\.html: og:image leads to nothing/),
    onHome('a card that says another size', 'og:image:width" content="600', 'og:image:width" content="1200', /^index\.html: og:image is 600 × 315/),
    onHome('a canonical address elsewhere', 'rel="canonical" href="https://humas.example/"', 'rel="canonical" href="https://humas.example/en/"', /^index\.html: canonical is/, /^index\.html: og:url is/),
    onHome('no word for robots', /<meta name="robots"[^>]*>/, '', /^index\.html: 0 words for robots/),
    onHome('an edition that is not named back', /<link rel="alternate" hreflang="en"[^>]*>/, '', /^index\.html: hreflang/, /^en\/index\.html: https:\/\/humas\.example\/ does not name/),
    onHome('an edition without page', 'hreflang="en" href="https://humas.example/en/"', 'hreflang="en" href="https://humas.example/eng/"', /^index\.html: hreflang=en leads to nothing/, /^en\/index\.html: .* does not name/),
    onHome('no edition for the others', /<link rel="alternate" hreflang="x-default"[^>]*>/, '', /^index\.html: hreflang has no x-default/, /^index\.html: hreflang names 2/, /^(en\/)?index\.html: .* does not name/),
    on('404.html')('structured data where nothing is to be found', '</head>', '<script type="application/ld+json">{"@context":"https://schema.org","@graph":[]}</script></head>', /^404\.html: 1 block on a page that is not to be found/),
    {
      name: 'a picture that is too small',
      // One pixel.
      edit: { 'aset/bagikan.png': () => Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABAQMAAAAl21bKAAAAA1BMVEUAVG6RZTwvAAAACklEQVR4nGNgAAAAAgABSK+kcQAAAABJRU5ErkJggg==', 'base64') },
      finds: [/og:image is 1 × 1/],
    },
  ],
});
