// One Chromium for a whole run: the system's own (nothing is downloaded), with an empty profile, cut off from every other host.

import { existsSync } from 'node:fs';
import { execFileSync } from 'node:child_process';
import { chromium } from 'playwright-core';

const FLAGS = [
  '--headless',
  '--no-sandbox', // Chromium's sandbox does not start for root or in most containers; only our own pages are shown
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1',
];

/** With a port, other programs may speak to the browser there. */
export function launch({ port } = {}) {
  // Playwright makes a new user-data folder for each launch and removes it afterwards.
  const args = port ? [...FLAGS, `--remote-debugging-port=${port}`] : FLAGS;
  return chromium.launch({ executablePath: executable(), headless: true, args });
}

/** `$CHROMIUM`, or Debian's place, or the first of the usual names on the path. */
function executable() {
  if (process.env.CHROMIUM) return process.env.CHROMIUM;
  if (existsSync('/usr/bin/chromium')) return '/usr/bin/chromium';
  for (const name of ['chromium', 'chromium-browser', 'google-chrome']) {
    try {
      return execFileSync('sh', ['-c', `command -v ${name}`], { encoding: 'utf8' }).trim();
    } catch {
      // not under this name
    }
  }
  throw new Error('no Chromium found; name one in the variable CHROMIUM');
}

/** Runs `work(item)` over the items, `width` at a time. */
export async function inParallel(width, items, work) {
  const queue = [...items];
  const workers = Array.from({ length: width }, async () => {
    for (let item = queue.shift(); item !== undefined; item = queue.shift()) await work(item);
  });
  await Promise.all(workers);
}
