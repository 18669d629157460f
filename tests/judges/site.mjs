// The built site as the judges see it: a folder of files on one side, addresses on the other.
// Reads only; knows nothing of how the site was made.

import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { Parser } from 'htmlparser2';

/** Every file of the folder, hidden ones left out (they are not published), in a fixed order, relative with `/`. */
export async function files(dir) {
  const entries = await readdir(dir, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(dir, path.join(entry.parentPath, entry.name)).split(path.sep).join('/'))
    .filter((file) => !file.split('/').some((part) => part.startsWith('.') && part !== '.well-known'))
    .sort();
}

export async function filesNamed(dir, pattern) {
  return (await files(dir)).filter((file) => pattern.test(file));
}

export function htmlFiles(dir) {
  return filesNamed(dir, /\.html$/);
}

/** `a/index.html` → `{base}a/`: the address a visitor uses. `base` ends with `/`. */
export function address(file, base) {
  return base + encodeURI(file.replace(/(^|\/)index\.html$/, '$1'));
}

/** The path part of an address → the file that answers it, or null if the path lies outside the site. */
export function fileOf(pathname, base) {
  if (!pathname.startsWith(base)) return null;
  const file = decodeURIComponent(pathname.slice(base.length));
  return file === '' || file.endsWith('/') ? `${file}index.html` : file;
}

/** Calls `visit(tag, attributes, line, text)` for each start tag; `text` is the element's own raw text for scripts and styles. */
export function eachTag(html, visit) {
  const lineAt = lineCounter(html);
  let raw = null;
  const parser = new Parser({
    onopentag(tag, attributes) {
      const line = lineAt(parser.startIndex);
      if (tag === 'script' || tag === 'style') raw = { tag, attributes, line, text: '' };
      else visit(tag, attributes, line, '');
    },
    ontext(text) {
      if (raw) raw.text += text;
    },
    onclosetag(tag) {
      if (raw?.tag !== tag) return;
      visit(raw.tag, raw.attributes, raw.line, raw.text);
      raw = null;
    },
  });
  parser.end(html);
}

/** The redirect of a page by `<meta http-equiv=refresh>`: `{ delay, target }`, or null. */
export function redirect(html) {
  let found = null;
  eachTag(html, (tag, attributes) => {
    if (tag !== 'meta' || attributes['http-equiv']?.toLowerCase() !== 'refresh') return;
    const [, delay, target] = /^\s*([\d.]+)\s*(?:[;,]\s*(?:url\s*=\s*)?['"]?(.*?)['"]?\s*)?$/i.exec(attributes.content ?? '') ?? [];
    found = { delay: Number(delay), target: target ?? '' };
  });
  return found;
}

export function read(dir, file) {
  return readFile(path.join(dir, file), 'utf8');
}

function lineCounter(text) {
  const starts = [0];
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  return (offset) => {
    let low = 0;
    let high = starts.length;
    while (high - low > 1) {
      const middle = (low + high) >> 1;
      if (starts[middle] <= offset) low = middle;
      else high = middle;
    }
    return low + 1;
  };
}
