// What every judge shares: its command line, how findings are printed, and the proof that it can fail.
//
//   node NAME.mjs DIR [--base-url URL] [--leave-out EXPRESSION]
//                                        judges the site in DIR; status 1 if there is a finding, 3 if the judge itself broke;
//                                        `visit` leaves out the files that the expression matches: others stand for them
//   node NAME.mjs --self-test            judges the sound site in sample/ (no finding), then each broken copy of it
//
// A judge is `async ({ dir, baseUrl }) => ({ judged: "12 pages", findings: [{ file, line?, message }] })`.
// A broken sample is `{ name, edit: { file: (text) => text | Buffer | null }, finds: [/…/] }`: an edit that returns null removes
// the file; every expression must match a finding and every finding must match an expression, so a sample also
// shows that the judge reports nothing else.

import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

const HERE = path.dirname(fileURLToPath(import.meta.url));
const SAMPLE = path.join(HERE, 'sample');
const BASE_URL = 'https://humas.example/';
const SHOWN = 200;

export async function main({ name, judge, broken, sampleDir = SAMPLE }) {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { 'self-test': { type: 'boolean' }, 'base-url': { type: 'string', default: BASE_URL }, 'leave-out': { type: 'string' } },
  });
  try {
    if (values['self-test']) {
      process.exitCode = (await selfTest({ name, judge, broken, sampleDir })) ? 0 : 1;
    } else if (positionals.length === 1) {
      const { judged, findings } = await judge({
        dir: path.resolve(positionals[0]),
        baseUrl: values['base-url'],
        leaveOut: values['leave-out'] ? new RegExp(values['leave-out']) : null,
      });
      print(findings);
      console.log(`${name}: ${findings.length} finding${findings.length === 1 ? '' : 's'} in ${judged}`);
      process.exitCode = findings.length === 0 ? 0 : 1;
    } else {
      console.error(`usage: node ${name}.mjs DIR [--base-url URL] | --self-test`);
      process.exitCode = 2;
    }
  } catch (error) {
    console.error(`${name}: the judge itself failed: ${error.stack ?? error}`);
    process.exitCode = 3;
  }
}

/** The finding of a judge that was given nothing: an empty folder must never pass. */
export function nothingToJudge(what) {
  return { judged: `0 ${what}`, findings: [{ file: '.', message: `there are no ${what} to judge` }] };
}

export function show({ file, line, message }) {
  return line ? `${file}:${line}: ${message}` : `${file}: ${message}`;
}

function print(findings) {
  for (const finding of findings.slice(0, SHOWN)) console.log(show(finding));
  if (findings.length > SHOWN) console.log(`… and ${findings.length - SHOWN} more`);
}

async function selfTest({ name, judge, broken, sampleDir }) {
  let sound = true;
  for (const sample of [{ name: 'the sound sample', edit: {}, finds: [] }, ...broken]) {
    const dir = await mkdtemp(path.join(os.tmpdir(), 'warta-judge-'));
    try {
      await cp(sampleDir, dir, { recursive: true });
      await apply(dir, sample);
      const { findings } = await judge({ dir, baseUrl: BASE_URL });
      const shown = findings.map(show);
      const missed = sample.finds.filter((expected) => !shown.some((text) => expected.test(text)));
      const surplus = shown.filter((text) => !sample.finds.some((expected) => expected.test(text)));
      for (const expected of missed) console.log(`${name}: ${sample.name}: expected a finding like ${expected}`);
      if (missed.length > 0) for (const text of shown) console.log(`${name}: ${sample.name}: got ${text}`);
      for (const text of surplus.slice(0, 10)) console.log(`${name}: ${sample.name}: did not expect: ${text}`);
      if (missed.length + surplus.length > 0) sound = false;
      else console.log(`${name}: ${sample.name}: ${sample.finds.length === 0 ? 'passes' : `fails as it should: ${shown[0]}`}`);
    } finally {
      await rm(dir, { recursive: true, force: true });
    }
  }
  return sound;
}

async function apply(dir, { name, edit }) {
  for (const [file, change] of Object.entries(edit)) {
    const full = path.join(dir, file);
    const before = await readFile(full, 'utf8').catch(() => '');
    const after = change(before);
    // An edit whose search text has gone from the sample would test nothing.
    if (after === before) throw new Error(`sample "${name}" does not change ${file}`);
    if (after === null) await rm(full);
    else {
      await mkdir(path.dirname(full), { recursive: true });
      await writeFile(full, after);
    }
  }
}
