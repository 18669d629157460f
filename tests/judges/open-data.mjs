// Judge `open-data`: every file below api/v1/ is what its published schema says (ajv, draft 2020-12, strict), the index names each of
// them and counts right, the table (read by Python's csv) says the same as the lists, and every address of the site that is named
// answers. Programs of others have nothing but these files to go by.

import { execFile } from 'node:child_process';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import Ajv from 'ajv/dist/2020.js';
import { fileOf, files, read, redirect } from './site.mjs';
import { main, nothingToJudge } from './verdict.mjs';

const FOLDER = 'api/v1/';
const HERE = path.dirname(fileURLToPath(import.meta.url));
const GROUPS = ['organizations', 'topics', 'tags', 'districts', 'people'];

async function judge({ dir, baseUrl }) {
  const all = await files(dir);
  const own = all.filter((file) => file.startsWith(FOLDER));
  const index = `${FOLDER}index.json`;
  if (!own.includes(index)) return nothingToJudge('indexes of open data');
  const base = { origin: new URL(baseUrl).origin, path: new URL(baseUrl).pathname.replace(/\/?$/, '/') };
  const findings = [];
  const report = (file, message) => findings.push({ file, message });
  const local = (address) => {
    const url = new URL(address);
    return url.origin === base.origin ? fileOf(url.pathname, base.path) : undefined;
  };

  const lists = new Map();
  const named = new Set([index]);
  const values = await Promise.all(own.filter((file) => file.endsWith('.json') && !file.startsWith(`${FOLDER}schema/`)).map(async (file) => [file, await json(dir, file, report)]));
  for (const [file, value] of values) {
    if (value === undefined) continue;
    lists.set(file, value);
    await held(dir, file, value, local, named, report);
    for (const address of addresses(value)) {
      const target = local(address);
      if (target === undefined) continue;
      if (target === null || !all.includes(target)) report(file, `names an address that does not exist: ${address}`);
      else if (target.endsWith('.html') && redirect(await read(dir, target))) report(file, `names a redirect: ${address}`);
    }
  }
  const top = lists.get(index);
  for (const { name, url, count } of top?.lists ?? []) {
    const file = local(url);
    named.add(file);
    const list = lists.get(file);
    if (list && (list.count !== count || list.items.length !== count)) report(index, `says that ${name} has ${count} entries: ${list.items.length}`);
  }
  const table = top && local(top.table);
  named.add(table);
  for (const file of own.filter((file) => !named.has(file))) report(file, 'is named nowhere');
  const items = [...lists.entries()].filter(([, list]) => list.items?.[0]?.kind).flatMap(([, list]) => list.items);
  if (own.includes(table)) await compare(dir, table, items, report);
  return { judged: `${own.length} files with ${items.length} items`, findings };
}

/** A value is held to the schema that it names. */
async function held(dir, file, value, local, named, report) {
  const schema = value.$schema && local(value.$schema);
  named.add(schema);
  const text = schema && (await json(dir, schema, report));
  if (!text) return report(file, 'names no schema that is there');
  if (text.$id !== value.$schema) report(schema, `says that its address is ${text.$id}`);
  let validate;
  try {
    validate = ajv().compile(text);
  } catch (error) {
    return report(schema, error.message);
  }
  if (!validate(value)) for (const { instancePath, message } of validate.errors) report(file, `${instancePath} ${message}`);
}

function ajv() {
  const known = new Ajv({ strict: true, allErrors: true });
  known.addFormat('uri', (text) => /^[\x21-\x7e]+$/.test(text) && URL.canParse(text));
  known.addFormat('date', (text) => /^\d{4}-\d\d-\d\d$/.test(text) && !Number.isNaN(Date.parse(text)));
  known.addFormat('date-time', (text) => /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d([.]\d+)?(Z|[+-]\d\d:\d\d)$/.test(text) && !Number.isNaN(Date.parse(text)));
  return known;
}

async function json(dir, file, report) {
  try {
    return JSON.parse(await read(dir, file));
  } catch (error) {
    report(file, error.code === 'ENOENT' ? 'does not exist' : `is no JSON: ${error.message}`);
    return undefined;
  }
}

/** Every value of a key that is an address. */
function addresses(value) {
  if (Array.isArray(value)) return value.flatMap(addresses);
  if (value === null || typeof value !== 'object') return [];
  return Object.entries(value).flatMap(([key, own]) => (['url', 'schema', '$schema', 'table'].includes(key) && typeof own === 'string' ? [own] : addresses(own)));
}

async function compare(dir, file, items, report) {
  const { stdout } = await promisify(execFile)(path.join(HERE, '.venv/bin/python'), ['-I', path.join(HERE, 'open-data.py'), path.join(dir, file)], { maxBuffer: 1 << 28 });
  const rows = new Map(JSON.parse(stdout).map((row) => [`${row.lang}/${row.id}`, row]));
  for (const item of items) {
    const key = `${item.lang}/${item.id}`;
    const row = rows.get(key);
    rows.delete(key);
    if (!row) {
      report(file, `has no line for ${key}`);
      continue;
    }
    const time = item.event ?? item.programme ?? { start: item.alert?.starts_at, end: item.alert?.expires_at };
    const flat = { ...item, start: time.start, end: time.end };
    for (const [column, own] of Object.entries(row)) {
      const value = GROUPS.includes(column) ? item[column].map(({ id }) => id).join(';') : (flat[column] ?? '');
      if (!(column in flat)) report(file, `has a column of its own: ${column}`);
      // One apostrophe in front keeps spreadsheets from taking a text for a formula.
      if (/^[=+\-@\t\r]/.test(own)) report(file, `${key}: ${column} is a formula to a spreadsheet: ${own}`);
      if (own.replace(/^'/, '') !== value) report(file, `${key}: ${column} is ${JSON.stringify(own)} and in the list ${JSON.stringify(value)}`);
    }
  }
  for (const key of rows.keys()) report(file, `has a line for ${key}, which is in no list`);
}

const edit = (name, file, from, to, ...finds) => ({ name, edit: { [FOLDER + file]: (text) => text.replace(from, to) }, finds });

await main({
  name: 'open-data',
  judge,
  sampleDir: path.join(HERE, 'sample-data'),
  broken: [
    edit('an item of another kind', 'pages.json', '"kind":"page"', '"kind":"halaman"', /^api\/v1\/pages\.json: \/items\/\d+\/kind must be equal to constant/, /^api\/v1\/index\.csv: \S+: kind is/),
    edit('an item without a title', 'pages.json', /"title":"[^"]*",/, '', /must have required property 'title'/, /^api\/v1\/index\.csv: \S+: title is|has a column of its own/),
    edit('a field that nobody knows', 'pages.json', '"subtitle":null', '"subtitle":null,"author":"x"', /must NOT have additional properties/),
    edit('a date without a zone', 'pages.json', /"date":"[^"]*"/, '"date":"2026-01-01T10:00:00"', /\/date must match/, /\/date must be null/, /\/date must match a schema in anyOf/, /^api\/v1\/index\.csv: \S+: date is/),
    edit('a page that is not there', 'pages.json', 'https://humas.example/tentang/', 'https://humas.example/hilang/', /names an address that does not exist: https:\/\/humas\.example\/hilang\//),
    edit('an old address', 'pages.json', 'https://humas.example/tentang/', 'https://humas.example/profil/', /names a redirect: https:\/\/humas\.example\/profil\//),
    edit('a count that is wrong', 'index.json', /"count":\d+/, '"count":99', /^api\/v1\/index\.json: says that pages has 99 entries/),
    edit('a list that the index leaves out', 'index.json', /"lists":\[.*\]/, '"lists":[]', /^api\/v1\/pages\.json: is named nowhere/),
    edit('a table that says something else', 'index.csv', /Tentang kami/, 'Tentang mereka', /title is "Tentang mereka/),
    edit('a line too few', 'index.csv', /^(.*\r\n)(.*\r\n)/, '$1', /has no line for/),
    edit('a formula', 'index.csv', /Tentang kami/, '=1+1', /is a formula to a spreadsheet: =1\+1/, /title is "=1\+1/),
    edit('a schema that is none', 'schema/pages.json', '"additionalProperties": false', '"additionalProperty": false', /^api\/v1\/schema\/pages\.json: strict mode: unknown keyword/),
    edit('no JSON', 'pages.json', /\}\s*$/, '', /^api\/v1\/pages\.json: is no JSON/, /^api\/v1\/index\.csv: has a line for/, /^api\/v1\/schema\/pages\.json: is named nowhere/),
  ],
});
