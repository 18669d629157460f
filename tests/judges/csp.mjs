// Judge `csp`: no page needs what `Content-Security-Policy: default-src 'self'` forbids. The browser of `visit` sees
// only what it happens to run; this reads the markup itself, so an attribute of an event that never fires counts too.

import { eachTag, htmlFiles, read } from './site.mjs';
import { main, nothingToJudge } from './verdict.mjs';

// Attributes that make the browser load or run something.
const LOADS = {
  script: ['src'],
  img: ['src', 'srcset'],
  source: ['src', 'srcset'],
  video: ['src', 'poster'],
  audio: ['src'],
  track: ['src'],
  iframe: ['src'],
  embed: ['src'],
  object: ['data'],
  input: ['src'],
  image: ['href', 'xlink:href'],
  use: ['href', 'xlink:href'],
};
// Kinds of `<link>` that fetch or connect; `canonical`, `alternate` and the like only name an address.
const LOADING_LINKS = /\b(stylesheet|icon|apple-touch-icon|mask-icon|manifest|preload|modulepreload|prefetch|preconnect|dns-prefetch)\b/i;

async function judge({ dir, baseUrl }) {
  const pages = await htmlFiles(dir);
  if (pages.length === 0) return nothingToJudge('pages');
  const { origin } = new URL(baseUrl);
  const findings = [];
  for (const file of pages) {
    eachTag(await read(dir, file), (tag, attributes, line, text) => {
      for (const message of violations(tag, attributes, text, origin)) findings.push({ file, line, message });
    });
  }
  return { judged: `${pages.length} pages`, findings };
}

function* violations(tag, attributes, text, origin) {
  if (tag === 'style') yield 'a <style> element';
  if (tag === 'script' && attributes.src === undefined && attributes.type !== 'application/ld+json') {
    yield `an inline script: ${text.trim().slice(0, 60)}`;
  }
  if (tag === 'base') yield 'a <base> element, which turns every relative address';
  for (const [name, value] of Object.entries(attributes)) {
    if (name === 'style' || name === 'srcdoc') yield `<${tag} ${name}="${value}">`;
    if (/^on[a-z]/.test(name)) yield `an event handler <${tag} ${name}>`;
    if (/^\s*javascript:/i.test(value)) yield `a javascript: address in <${tag} ${name}>`;
  }
  for (const name of tag === 'link' && LOADING_LINKS.test(attributes.rel) ? ['href', 'imagesrcset'] : (LOADS[tag] ?? [])) {
    for (const address of addresses(name, attributes[name])) {
      if (!loadable(address, origin)) yield `<${tag} ${name}> loads from elsewhere: ${address.slice(0, 80)}`;
    }
  }
}

function addresses(name, value) {
  if (!value) return [];
  if (!name.endsWith('srcset')) return [value.trim()];
  return value.split(/,\s+/).map((candidate) => candidate.trim().split(/\s+/)[0]);
}

/** `data:` and `blob:` are not 'self', and neither is the site's own host over another scheme or port. */
function loadable(address, origin) {
  try {
    return new URL(address, origin).origin === origin;
  } catch {
    return false;
  }
}

const onIndex = (name, from, to, finds) => ({ name, edit: { 'index.html': (text) => text.replace(from, to) }, finds: [finds] });

await main({
  name: 'csp',
  judge,
  broken: [
    onIndex('a style attribute', '<h1>', '<h1 style="color: red">', /^index\.html:26: <h1 style/),
    onIndex('a style element', '</head>', '<style>p { color: red }</style></head>', /a <style> element/),
    onIndex('an inline script', '</head>', '<script>alert(1)</script></head>', /an inline script: alert/),
    onIndex('an event handler', '<h1>', '<h1 onclick="alert(1)">', /event handler <h1 onclick>/),
    onIndex('a javascript: address', 'href="https://www.example.org/"', 'href="javascript:alert(1)"', /javascript: address/),
    onIndex('an image of another host', '<h1>', '<img src="https://cdn.example.org/a.png" alt=""><h1>', /<img src> loads from elsewhere/),
    onIndex('an image in a data: address', '<h1>', '<img src="data:image/gif;base64,R0lGODlhAQABAAAAACw=" alt=""><h1>', /<img src> loads from elsewhere/),
    onIndex('a font fetched ahead from another host', '</head>', '<link rel="preconnect" href="https://fonts.example.org"></head>', /<link href> loads from elsewhere/),
  ],
});
