// Judge `html-validate`: a second opinion on the markup. Beyond the standard it knows what is unwise: redundant roles,
// missing button types, text without a name for screen readers. Its settings are in html-validate.config.mjs.

import path from 'node:path';
import { HtmlValidate, StaticConfigLoader } from 'html-validate';
import config from './html-validate.config.mjs';
import { htmlFiles } from './site.mjs';
import { main, nothingToJudge } from './verdict.mjs';

async function judge({ dir }) {
  const pages = await htmlFiles(dir);
  if (pages.length === 0) return nothingToJudge('pages');
  const validator = new HtmlValidate(new StaticConfigLoader(config));
  const findings = [];
  for (const file of pages) {
    const { results } = await validator.validateFile(path.join(dir, file));
    for (const { messages } of results) {
      for (const { line, ruleId, message } of messages) findings.push({ file, line, message: `${ruleId}: ${message}` });
    }
  }
  return { judged: `${pages.length} pages`, findings };
}

await main({
  name: 'html-validate',
  judge,
  broken: [
    {
      name: 'a button without a type and a redundant role',
      edit: { 'index.html': (text) => text.replace('<h1>', '<button>Cari</button><h1>').replace('<nav ', '<nav role="navigation" ') },
      finds: [/^index\.html:\d+: no-implicit-button-type: /, /^index\.html:\d+: no-redundant-role: /],
    },
    {
      name: 'an input without a label',
      edit: { 'index.html': (text) => text.replace('<h1>', '<input type="text" id="q"><h1>') },
      finds: [/^index\.html:\d+: input-missing-label: /],
    },
  ],
});
