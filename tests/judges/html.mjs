// Judge `html`: the Nu HTML checker finds no error and no warning in any page. Errors tell what browsers would read
// differently from what was meant; its warnings are few and nearly always right, so they count too.

import { execFile } from 'node:child_process';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { htmlFiles } from './site.mjs';
import { main, nothingToJudge } from './verdict.mjs';

const JAR = fileURLToPath(new URL('node_modules/vnu-jar/build/dist/vnu.jar', import.meta.url));

async function judge({ dir }) {
  const pages = await htmlFiles(dir);
  if (pages.length === 0) return nothingToJudge('pages');
  const { messages } = JSON.parse(await vnu(dir, pages));
  const findings = messages
    .filter(({ type, subType }) => type !== 'info' || subType === 'warning')
    .map((message) => ({
      file: message.url ? path.relative(dir, fileURLToPath(message.url)) : '.',
      line: message.lastLine,
      message: `${message.subType ?? message.type}: ${message.message}${message.extract ? ` ⟪${message.extract.trim().replace(/\s+/g, ' ')}⟫` : ''}`,
    }));
  return { judged: `${pages.length} pages`, findings };
}

/** One process for all files: a Java start costs more than fifty pages. */
function vnu(dir, pages) {
  // File names instead of the folder: then a page the checker passes over is an error, not silence.
  const args = ['-jar', JAR, '--skip-non-html', '--stdout', '--format', 'json', ...pages.map((page) => path.join(dir, page))];
  return new Promise((resolve, reject) => {
    execFile('java', args, { maxBuffer: 1 << 28 }, (error, stdout, stderr) => {
      // Status 1 only says that there are messages; without JSON it did not judge at all.
      if (stdout.trimStart().startsWith('{')) resolve(stdout);
      else reject(new Error(`vnu printed no JSON: ${error?.message ?? ''} ${stderr}`));
    });
  });
}

await main({
  name: 'html',
  judge,
  broken: [
    {
      name: 'an error and a warning on two pages',
      edit: {
        'index.html': (text) => text.replace('<h1>', '<div><h1>'),
        'siaran-pers/contoh/index.html': (text) => text.replace('<blockquote>', '<section>').replace('</blockquote>', '</section>'),
      },
      finds: [/^index\.html:\d+: error: .*div/, /^siaran-pers\/contoh\/index\.html:\d+: warning: .*[Ss]ection lacks heading/, /^index\.html:\d+: error: /],
    },
  ],
});
