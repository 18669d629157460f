// Judge `reports`: what warta says to other programs. In the folder that it judges lie
//
//   findings.json, findings.sarif    findings of a broken site, held to docs/findings.schema.json (ajv) and to SARIF 2.1.0 with the
//                                    advice of its makers (SARIF Multitool)
//   schemas/NAME.json                JSON Schemas of the files that people write: sound by draft 2020-12 (ajv, strict)
//   documents/NAME/…                 sound files of that kind, YAML or Markdown with front matter, which the schema must accept
//   refused/NAME/…                   broken ones, which it must refuse

import { spawn } from 'node:child_process';
import { chmod, readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import Ajv from 'ajv/dist/2020.js';
import YAML from 'yaml';
import { filesNamed } from './site.mjs';
import { main, nothingToJudge } from './verdict.mjs';

const FINDINGS_SCHEMA = fileURLToPath(new URL('../../docs/findings.schema.json', import.meta.url));
// SARIF2005 wants the address of a page about the tool, and there is none yet.
const ACCEPTED = /SARIF2005.*informationUri/;

async function judge({ dir }) {
  const schemas = await filesNamed(dir, /^schemas\/[^/]+\.json$/);
  const reports = await filesNamed(dir, /^findings\.(json|sarif)$/);
  if (schemas.length === 0 || reports.length < 2) return nothingToJudge('reports');
  const findings = [...(await json(dir)), ...(await sarif(dir))];
  let documents = 0;
  for (const schema of schemas) {
    const name = path.basename(schema, '.json');
    const files = await filesNamed(dir, new RegExp(`^(documents|refused)/${name}/`));
    documents += files.length;
    let validate;
    try {
      validate = ajv().compile(await parsed(dir, schema));
    } catch (error) {
      findings.push({ file: schema, message: error.message });
      continue;
    }
    for (const file of files) {
      const accepted = validate(YAML.parse(frontMatter(await readFile(path.join(dir, file), 'utf8'))));
      if (file.startsWith('refused/') && accepted) findings.push({ file, message: `${schema} accepts it` });
      if (file.startsWith('documents/') && !accepted) findings.push(...messages(file, validate.errors));
    }
  }
  if (documents === 0) return nothingToJudge('documents');
  return { judged: `2 reports, ${schemas.length} schemas and ${documents} documents`, findings };
}

// Unions of types are what a YAML value is: a label may be a text or a number.
const ajv = () => new Ajv({ strict: true, allowUnionTypes: true, strictRequired: false, allErrors: true });

async function parsed(dir, file) {
  return JSON.parse(await readFile(path.join(dir, file), 'utf8'));
}

function frontMatter(text) {
  return /^---\r?\n([\s\S]*?\n)---/.exec(text)?.[1] ?? text;
}

function messages(file, errors) {
  return errors.map(({ instancePath, message, params }) => ({ file, message: `${instancePath || '/'} ${message} ${JSON.stringify(params)}` }));
}

async function json(dir) {
  const validate = ajv().compile(JSON.parse(await readFile(FINDINGS_SCHEMA, 'utf8')));
  const document = await parsed(dir, 'findings.json');
  if (!validate(document)) return messages('findings.json', validate.errors);
  return document.findings.length === 0 ? [{ file: 'findings.json', message: 'there are no findings to judge' }] : [];
}

async function sarif(dir) {
  const tool = createRequire(import.meta.url)('@microsoft/sarif-multitool');
  // npm may run no scripts here, and the package's own would do just this.
  await chmod(tool, 0o755);
  const { status, out } = await run(tool, ['validate', 'findings.sarif', '--level', 'Error;Warning'], dir);
  // The tool passes over words that its schema does not have.
  const schema = await parsed(path.dirname(tool), 'sarif-2.1.0.json');
  const validate = new Ajv({ strict: false, allErrors: true, validateFormats: false }).compile(schema);
  const refused = validate(await parsed(dir, 'findings.sarif')) ? [] : messages('findings.sarif', validate.errors);
  const told = out.split('\n').flatMap((line) => {
    const [, file, at, text] = /([^/\\]*\.sarif)(?:\((\d+)[^)]*\))?: ((?:error|warning) .*)/.exec(line) ?? [];
    return text && !ACCEPTED.test(text) ? [{ file, line: Number(at) || undefined, message: text.trim() }] : [];
  });
  if (!/Analysis completed successfully/.test(out)) throw new Error(`SARIF Multitool ended with ${status}: ${out}`);
  return [...refused, ...told];
}

function run(command, args, cwd) {
  return new Promise((resolve, reject) => {
    const env = { ...process.env, DOTNET_BUNDLE_EXTRACT_BASE_DIR: path.join(os.tmpdir(), 'warta-sarif'), DOTNET_SYSTEM_GLOBALIZATION_INVARIANT: '1' };
    const child = spawn(command, args, { cwd, env });
    let out = '';
    child.stdout.on('data', (data) => (out += data));
    child.stderr.on('data', (data) => (out += data));
    child.on('error', reject);
    child.on('close', (status) => resolve({ status, out }));
  });
}

const change = (name, file, from, to, ...finds) => ({ name, edit: { [file]: (text) => text.replace(from, to) }, finds });

await main({
  name: 'reports',
  judge,
  sampleDir: fileURLToPath(new URL('sample-reports', import.meta.url)),
  broken: [
    change('a finding without message', 'findings.json', '"message": "kunci', '"massage": "kunci', /\/findings\/\d must have required.*"message"/, /additional.*"massage"/),
    change('a line 0', 'findings.json', '"line": 2', '"line": 0', /line must be >= 1/, /must be null/, /must match exactly one schema/),
    change('no findings', 'findings.json', /"findings": \[[\s\S]*\]/, '"findings": []', /no findings to judge/),
    change('SARIF without a version', 'findings.sarif', '"version": "2.1.0",', '', /^findings\.sarif.*error/, /required property 'version'/),
    change('a level that does not exist', 'findings.sarif', '"level": "error",\n          "message"', '"level": "fatal",\n          "message"', /^findings\.sarif: .*level must be equal to one of the allowed values/),
    change('a keyword that does not exist', 'schemas/page.json', '"type"', '"typ"', /^schemas\/page\.json: strict mode: unknown keyword: "typ"/),
    change('a document that the schema refuses', 'documents/page/a.md', 'judul', 'jdul', /additional.*"jdul"/, /must have required property/, /must have required property/, /must match a schema in anyOf/),
    change('a document that it should refuse', 'refused/page/b.md', 'jdul', 'judul', /^refused\/page\/b\.md: schemas\/page\.json accepts it/),
  ],
});
