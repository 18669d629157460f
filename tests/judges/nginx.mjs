// Judge `nginx`: the system's nginx, in the minimal configuration of docs/content/reference/publishing.md, loads the files that warta writes beside the
// site, and answers as it should: every page and file with 200, its type and headers, old addresses with 301, those that are gone
// with 410, anything else with 404 and the page for that in the language of the address. What should be answered is taken from the
// tree itself, from `_redirects` (old addresses with a query) and from the project's ledger, never from the files under test.
//
// WARTA_LEDGER names another ledger than that of the demonstration. WARTA_ORIGIN names a server that runs already, to be judged in
// the place of nginx.

import { execFile, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import http from 'node:http';
import net from 'node:net';
import os from 'node:os';
import path from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';
import { address, files, read, redirect } from './site.mjs';
import { main, nothingToJudge } from './verdict.mjs';

const HERE = path.dirname(fileURLToPath(import.meta.url));
const IMMUTABLE = 'public, max-age=31536000, immutable';
// What a browser or reader has to know of a text by its header alone.
const TYPES = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.xml': 'text/xml; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.csv': 'text/csv; charset=utf-8',
  '.ics': 'text/calendar; charset=utf-8',
  '.svg': 'image/svg+xml; charset=utf-8',
  '.txt': 'text/plain; charset=utf-8',
  '.woff2': 'font/woff2',
  '.png': 'image/png',
  '.pdf': 'application/pdf',
};
const NAMES = {
  'atom.xml': 'application/atom+xml; charset=utf-8',
  'rss.xml': 'application/rss+xml; charset=utf-8',
  'feed.json': 'application/feed+json; charset=utf-8',
};

async function judge({ dir, baseUrl }) {
  // The sample of the self-test is a project; elsewhere the site itself is named.
  const isSample = existsSync(path.join(dir, 'public'));
  const site = isSample ? path.join(dir, 'public') : dir;
  const ledger = isSample ? path.join(dir, 'addresses.yaml') : (process.env.WARTA_LEDGER ?? path.join(HERE, '../../addresses.yaml'));
  const beside = `${site}-server`;
  const all = await files(site);
  if (all.length === 0 || !existsSync(beside)) return nothingToJudge('sites with files for servers');
  const base = new URL(baseUrl).pathname.replace(/\/?$/, '/');
  const expected = await expectations({ site, beside, ledger, base, baseUrl, all });
  const server = process.env.WARTA_ORIGIN ? running(process.env.WARTA_ORIGIN) : await start(site, beside, base);
  if (server.refusal) return { judged: 'the configuration', findings: server.refusal };
  try {
    const findings = [];
    for (const one of expected) findings.push(...(await compare(server.origin, one)));
    return { judged: `${expected.length} addresses`, findings };
  } finally {
    await server.stop();
  }
}

async function expectations({ site, beside, ledger, base, baseUrl, all }) {
  const expected = [];
  const isSecure = new URL(baseUrl).protocol === 'https:' && base === '/';
  const always = { 'content-security-policy': /^default-src 'self';.* form-action 'self'/, 'x-content-type-options': 'nosniff', 'referrer-policy': 'strict-origin-when-cross-origin', 'permissions-policy': /camera=\(\)/, 'strict-transport-security': isSecure ? /^max-age=\d+$/ : undefined };
  const to404 = (local) => all.filter((file) => /(^|\/)404\.html$/.test(file)).map((file) => file.slice(0, -'404.html'.length)).filter((folder) => local.startsWith(folder)).sort((a, b) => b.length - a.length)[0];
  const missing = async (target, status) => {
    const body = await read(site, `${to404(target.slice(base.length))}404.html`);
    expected.push({ target, status, headers: { ...always, 'content-type': TYPES['.html'], 'cache-control': undefined }, body });
  };
  for (const file of all) {
    const target = address(file, base).replace(/[?#]/g, encodeURIComponent);
    const moved = file.endsWith('.html') && redirect(await read(site, file));
    if (moved) {
      const headers = { location: moved.target };
      expected.push({ target, status: 301, headers });
      // With whatever social networks put behind it, and without its slash.
      expected.push({ target: `${target}?fbclid=abc`, status: 301, headers });
      if (target.endsWith('/')) expected.push({ target: target.slice(0, -1), status: 301, headers });
      continue;
    }
    if (/(^|\/)404\.html$/.test(file)) continue;
    const type = NAMES[path.basename(file)] ?? TYPES[path.extname(file)];
    const headers = { ...always, 'cache-control': file.startsWith('aset/') ? IMMUTABLE : 'no-cache', etag: /./, 'access-control-allow-origin': file.startsWith('api/') ? '*' : undefined };
    expected.push({ target, status: 200, headers: type ? { ...headers, 'content-type': type } : headers });
  }
  for (const line of (await read(beside, '_redirects')).split('\n').filter((line) => !line.startsWith('#'))) {
    const words = line.split(' ');
    // `/lama/ /to/ 301`, `/ p=12 a=b /to/ 301!`
    const query = words.length > 3 ? `?${words.slice(1, -2).join('&').replaceAll('%3A', ':')}` : '';
    if (words.length > 2) expected.push({ target: words[0] + query, status: 301, headers: { location: words.at(-2) } });
  }
  const recorded = existsSync(ledger) ? (parse(await readFile(ledger, 'utf8')) ?? {}) : {};
  for (const [own, { gone, dihapus }] of Object.entries(recorded)) {
    if (gone ?? dihapus) await missing(base + encodeURI(own.slice(1)), 410);
  }
  await missing(`${base}tidak/ada/`, 404);
  await missing(`${base}en/not/there/`, 404);
  await missing(`${base}aset/`, 404);
  await missing(`${base}aset/tidak-ada.00000000.css`, 404);
  return expected;
}

async function compare(origin, { target, status, headers, body }) {
  const answer = await ask(origin, target);
  const said = (message) => ({ file: target, message });
  if (answer.status !== status) return [said(`answers ${answer.status} and not ${status}`)];
  const wrong = Object.entries(headers).filter(([name, value]) => {
    const own = answer.headers[name];
    if (value === undefined) return own !== undefined;
    // Servers may write `utf-8` in capitals and leave out the space.
    if (name === 'content-type') return (own ?? '').toLowerCase().replace(/;\s*/, '; ') !== value;
    return value instanceof RegExp ? !value.test(own ?? '') : own !== value;
  });
  const findings = wrong.map(([name, value]) => said(`has ${name}: ${answer.headers[name]} and not ${value ?? 'none'}`));
  if (body !== undefined && answer.body !== body) findings.push(said('does not show the page for what does not exist'));
  return findings;
}

function ask(origin, target) {
  const { hostname, port } = new URL(origin);
  return new Promise((resolve, reject) => {
    // Not fetch: it would tidy the address, and follow.
    const request = http.request({ hostname, port, path: target, agent: false }, (response) => {
      const parts = [];
      response.on('data', (part) => parts.push(part));
      response.on('end', () => resolve({ status: response.statusCode, headers: response.headers, body: Buffer.concat(parts).toString() }));
    });
    request.on('error', reject);
    request.end();
  });
}

function running(origin) {
  return { origin, stop: async () => {} };
}

/** nginx as an ordinary user, with nothing of the system's configuration. */
async function start(site, beside, base) {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'warta-nginx-'));
  const port = await freePort();
  const root = base === '/' ? site : path.join(folder, 'root');
  if (base !== '/') {
    const link = path.join(root, base.slice(1, -1));
    await mkdir(path.dirname(link), { recursive: true });
    await symlink(site, link);
  }
  const own = (name) => JSON.stringify(path.join(beside, name));
  const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map((name) => `${name}_temp_path ${folder}/${name};`);
  const config = path.join(folder, 'nginx.conf');
  await writeFile(
    config,
    `daemon off; ${process.getuid() === 0 ? 'user root; ' : ''}worker_processes 1; pid ${folder}/pid; error_log ${folder}/errors warn;
events {}
http {
    access_log off; ${temporary.join(' ')}
    include ${own('nginx-sizes.conf')};
    include ${own('nginx-maps.conf')};
    server { listen 127.0.0.1:${port}; root ${JSON.stringify(root)}; include ${own('nginx.conf')}; }
}
`,
  );
  const nginx = ['/usr/sbin/nginx', '/usr/local/sbin/nginx', '/opt/homebrew/bin/nginx', '/usr/local/bin/nginx'].find(existsSync) ?? 'nginx';
  const words = ['-e', 'stderr', '-p', folder, '-c', config];
  const refusal = await tested(nginx, words);
  if (refusal.length > 0) {
    await rm(folder, { recursive: true });
    return { refusal };
  }
  const child = spawn(nginx, words, { stdio: ['ignore', 'ignore', 'inherit'] });
  const ended = new Promise((resolve) => child.once('exit', resolve));
  const stop = async () => {
    child.kill('SIGQUIT');
    await ended;
    await rm(folder, { recursive: true });
  };
  const origin = `http://127.0.0.1:${port}`;
  for (let attempt = 0; attempt < 100; attempt += 1) {
    if (await ask(origin, base).then(() => true, () => false)) return { origin, stop };
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  await stop();
  throw new Error('nginx does not answer');
}

/** What `nginx -t` has against the configuration; a warning counts. */
function tested(nginx, words) {
  return new Promise((resolve, reject) => {
    execFile(nginx, ['-t', ...words], (error, _, stderr) => {
      if (error?.code === 'ENOENT') return reject(error);
      const complaints = stderr.split('\n').filter((line) => /\[(warn|error|emerg|alert|crit)\]/.test(line));
      if (error && complaints.length === 0) complaints.push(stderr.trim());
      // Who runs as root is told that `user` is missing.
      const own = complaints.filter((line) => !/could not open error log|"user" directive/.test(line));
      resolve(own.map((message) => ({ file: 'nginx.conf', message })));
    });
  });
}

function freePort() {
  return new Promise((resolve, reject) => {
    const server = net.createServer().once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
}

const edit = (name, file, from, to, ...finds) => ({ name, edit: { [`public-server/${file}`]: (text) => text.replace(from, to) }, finds });

await main({
  name: 'nginx',
  judge,
  sampleDir: path.join(HERE, 'sample-server'),
  broken: [
    edit('an old address that leads elsewhere', 'nginx-maps.conf', '"/profil/" "/tentang/"', '"/profil/" "/"', /^\/profil\/: has location: \/ and not \/tentang\/$/, /^\/profil\/\?fbclid=abc: has location/),
    edit('an old address that leads nowhere', 'nginx-maps.conf', /^.*"\/\?p=12".*\n/m, '', /^\/\?p=12: answers 200 and not 301$/),
    edit('an address that was forgotten', 'nginx-maps.conf', /^.*"\/hilang\/" "1".*\n/m, '', /^\/hilang\/: answers 404 and not 410$/),
    edit('assets that are asked for again and again', 'nginx-maps.conf', IMMUTABLE, 'no-cache', /^\/aset\/balai\.css: has cache-control: no-cache and not public/),
    edit('no policy', 'nginx.conf', /^.*Content-Security-Policy.*\n/gm, '', /^\/\S*: has content-security-policy: undefined/),
    edit('another page for what does not exist', 'nginx-maps.conf', 'default "/404.html"', 'default "/index.html"', /answers (200|410|404) .*|does not show the page for what does not exist|has cache-control/),
    edit('feeds of no type', 'nginx.conf', 'default_type application/atom+xml', 'default_type text/plain', /^\/(en\/)?atom\.xml: has content-type: text\/plain/),
    edit('a file that nginx refuses', 'nginx-maps.conf', '"/profil/" "/tentang/"', '"/profil/" "$tentang"', /^nginx\.conf: .*unknown "tentang" variable/),
  ],
});
