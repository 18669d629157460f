// Judge `css`: stylelint over every style sheet below the folder. It finds what browsers pass over in silence: unknown properties
// and values, a property set twice, a selector that an earlier one always beats. Its settings are in stylelint.config.mjs.

import path from 'node:path';
import { fileURLToPath } from 'node:url';
import stylelint from 'stylelint';
import { filesNamed } from './site.mjs';
import { main, nothingToJudge } from './verdict.mjs';

async function judge({ dir }) {
  const sheets = await filesNamed(dir, /\.css$/);
  if (sheets.length === 0) return nothingToJudge('style sheets');
  const { results } = await stylelint.lint({
    // The style sheets lie elsewhere than the settings, so a search upwards would not find them; and no ignore file counts.
    files: sheets.map((sheet) => path.join(dir, sheet)),
    configFile: fileURLToPath(new URL('stylelint.config.mjs', import.meta.url)),
    globbyOptions: { gitignore: false },
    disableDefaultIgnores: true,
  });
  const findings = results.flatMap(({ source, warnings, parseErrors, invalidOptionWarnings }) => [
    ...[...warnings, ...parseErrors].map(({ line, text }) => ({ file: path.relative(dir, source), line, message: text })),
    ...invalidOptionWarnings.map(({ text }) => ({ file: 'stylelint.config.mjs', message: text })),
  ]);
  return { judged: `${sheets.length} style sheets`, findings };
}

const onSheet = (name, from, to, finds) => ({ name, edit: { 'aset/balai.css': (text) => text.replace(from, to) }, finds: [finds] });

await main({
  name: 'css',
  judge,
  broken: [
    onSheet('an unknown property', 'margin:', 'margn:', /^aset\/balai\.css:\d+: .*property-no-unknown/),
    onSheet('an impossible colour', '.muted {', '.muted {\n  background: #4c555;', /^aset\/balai\.css:\d+: .*Unknown value "#4c555"/),
    onSheet('a brace too few', /}\s*$/, '', /^aset\/balai\.css:\d+: .*CssSyntaxError/),
  ],
});
