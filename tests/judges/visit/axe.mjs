// axe-core on the page as it stands. Every rule is asked at every width; in the second scheme of a width, when no box moved and
// nothing came or went, only the rules that look at colours can answer otherwise, and only they are asked again.

import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
const COLOUR_RULES = ['color-contrast', 'link-in-text-block'];
const AXE = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** Puts axe into the page: over the debugging protocol, which the policy does not touch; a `<script>` would be refused. */
export async function prepare(cdp) {
  const { exceptionDetails } = await cdp.send('Runtime.evaluate', { expression: AXE, returnByValue: false });
  if (exceptionDetails) throw new Error(`axe does not start: ${exceptionDetails.text}`);
}

/** Reports what is wrong, keeps in `undecided` what axe leaves to people. `only` is 'colours' or nothing. */
export async function ask(page, { only, place, report, undecided }) {
  const runOnly = only === 'colours' ? { type: 'rule', values: COLOUR_RULES } : { type: 'tag', values: TAGS };
  const { violations, incomplete } = await page.evaluate(runAxe, runOnly);
  for (const { id, help, nodes } of violations) {
    for (const { target, summary } of nodes) report(`axe ${id}: ${help}: ${target}: ${summary}`);
  }
  for (const { id, nodes } of incomplete) {
    const places = undecided.get(id) ?? undecided.set(id, new Set()).get(id);
    for (const { target } of nodes) places.add(`${place} ${target}`);
  }
}

/** What axe sees apart from colours: two equal answers mean that the two states differ in nothing else. */
export function shape(page) {
  return page.evaluate(() => {
    const parts = [];
    for (const element of document.querySelectorAll('*')) {
      const { x, y, width, height } = element.getBoundingClientRect();
      const { visibility, opacity } = getComputedStyle(element);
      parts.push(x, y, width, height, visibility, opacity);
    }
    return parts.join(' ');
  });
}

async function runAxe(runOnly) {
  const { violations, incomplete } = await window.axe.run(document, {
    runOnly,
    resultTypes: ['violations', 'incomplete'],
    // Only experimental rules want the style sheets a second time.
    preload: false,
  });
  const short = ({ id, help, nodes }) => ({
    id,
    help,
    nodes: nodes.map(({ target, failureSummary }) => ({
      target: target.join(' '),
      summary: (failureSummary ?? '').split('\n').slice(1).join(';').replace(/\s+/g, ' ').trim(),
    })),
  });
  return { violations: violations.map(short), incomplete: incomplete.map(short) };
}
