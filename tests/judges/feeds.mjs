// Judge `feeds`: every Atom feed obeys the grammar of RFC 4287 (jing with atom.rnc), every JSON feed its schema (ajv), every Atom,
// RSS and JSON feed is read without complaint (feedparser and a few rules, in feeds.py), and the feeds of one folder say the same.
// Feed readers are lenient and differ in what they drop,
// so a broken feed is noticed by readers long before it is noticed by its office.

import { execFile } from 'node:child_process';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { readFile } from 'node:fs/promises';
import Ajv from 'ajv/dist/2020.js';
import { filesNamed, read } from './site.mjs';
import { main, nothingToJudge } from './verdict.mjs';

const here = (name) => fileURLToPath(new URL(name, import.meta.url));

async function judge({ dir, baseUrl }) {
  const atom = await filesNamed(dir, /(^|\/)atom\.xml$/);
  const others = await filesNamed(dir, /(^|\/)(rss\.xml|feed\.json)$/);
  if (atom.length === 0) return nothingToJudge('Atom feeds');
  const findings = [
    ...(await jing(dir, atom)),
    ...(await schema(dir, others.filter((file) => file.endsWith('.json')))),
    ...(await python(dir, baseUrl, [...atom, ...others])),
  ];
  return { judged: `${atom.length} Atom feeds and ${others.length} others`, findings };
}

async function jing(dir, files) {
  const { status, stdout, stderr } = await run('jing', ['-c', here('atom.rnc'), ...files.map((file) => path.join(dir, file))]);
  const lines = stdout.split('\n').filter((line) => line !== '');
  if (status !== 0 && lines.length === 0) throw new Error(`jing failed without a word on a feed: ${stderr}`);
  return lines.map((text) => {
    const [, file, line, message] = /^(.*?):(\d+):\d+: (.*)$/.exec(text) ?? [];
    return file ? { file: path.relative(dir, file), line: Number(line), message } : { file: '.', message: text };
  });
}

async function schema(dir, files) {
  const isValid = new Ajv({ allErrors: true }).compile(JSON.parse(await readFile(here('schema/json-feed.schema.json'), 'utf8')));
  const findings = [];
  for (const file of files) {
    let feed;
    try {
      feed = JSON.parse(await read(dir, file));
    } catch {
      continue; // feeds.py says so
    }
    if (isValid(feed)) continue;
    for (const { instancePath, message } of isValid.errors) findings.push({ file, message: `${instancePath || 'the feed'} ${message}` });
  }
  return findings;
}

async function python(dir, baseUrl, files) {
  const { status, stdout, stderr } = await run(here('.venv/bin/python'), ['-I', here('feeds.py'), dir, baseUrl, ...files]);
  if (status !== 0) throw new Error(`feeds.py failed: ${stderr}`);
  return JSON.parse(stdout);
}

function run(command, args) {
  return new Promise((resolve, reject) => {
    execFile(command, args, { maxBuffer: 1 << 27 }, (error, stdout, stderr) => {
      if (error && typeof error.code !== 'number') reject(error);
      else resolve({ status: error?.code ?? 0, stdout, stderr });
    });
  });
}

const onAtom = (name, from, to, ...finds) => ({ name, edit: { 'atom.xml': (text) => text.replace(from, to) }, finds });

await main({
  name: 'feeds',
  judge,
  broken: [
    onAtom('an entry without id', '<id>https://humas.example/siaran-pers/contoh/</id>', '', /^atom\.xml:\d+: error: element "entry" incomplete; missing required element "id"/),
    onAtom('a date in words', /<published>.*</, '<published>3 Juni 2010<', /^atom\.xml:\d+: error: character content of element "published" invalid/, /has no zone/),
    onAtom('a date without zone', '08:00:00Z', '08:00:00', /the date 2010-06-02T08:00:00 has no zone/),
    onAtom('HTML in an xhtml text', '<div xmlns="http://www.w3.org/1999/xhtml">', '<div>', /^atom\.xml:\d+: error: .*"div".*not allowed/, /missing required element "ns:div"/),
    onAtom('no author anywhere', '<author><name>Bagian Humas</name></author>', '', /nor the feed has an author/, /nor the feed has an author/),
    onAtom('an address that is not its own', 'href="https://humas.example/atom.xml"', 'href="https://humas.example/feed.xml"', /link rel=self is/),
    onAtom('one id twice', 'siaran-pers/lain/</id>', 'siaran-pers/contoh/</id>', /occurs 2 times/),
    onAtom('a control character', 'Mulai Senin', 'Mulai \u0008 Senin', /^atom\.xml:\d+: fatal: .*0x8/, /^atom\.xml: feedparser: .*invalid/),
    {
      name: 'an RSS feed cut off',
      edit: { 'rss.xml': (text) => text.slice(0, -20) },
      finds: [/^rss\.xml: feedparser: /],
    },
    {
      name: 'a title that is another in RSS',
      edit: { 'rss.xml': (text) => text.replace(/(<item>\s*<title>)[^<]*/, '$1Lain') },
      finds: [/^rss\.xml: says another title of .* than atom\.xml/],
    },
    {
      name: 'an address in a JSON feed that holds only here',
      edit: { 'feed.json': (text) => text.replace('"url": "https://humas.example/', '"url": "/') },
      finds: [/^feed\.json: \/items\/0\/url must match pattern/],
    },
    {
      name: 'a JSON feed with an item that says nothing',
      edit: { 'feed.json': (text) => text.replace('content_html', 'content') },
      finds: [
        /^feed\.json: .* has neither content_html nor content_text/,
        /'content_html'/,
        /'content_text'/,
        /anyOf/,
        /additional properties/,
      ],
    },
  ],
});
