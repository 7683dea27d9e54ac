import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Page } from 'playwright-core';
import * as z from 'zod';
import type { Problem } from './problem.ts';

/** Collects everything that a page does and no report may do; starts before the page is opened. */
export function watch(page: Page, folder: string): readonly Problem[] {
  const problems: Problem[] = [];
  const add = (kind: Problem['kind'], detail: string): void =>
    void problems.push({ kind, detail: detail.slice(0, 300) });
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) add('console error', message.text());
  });
  page.on('pageerror', (error) => add('console error', error.message));
  page.on('dialog', (dialog) => {
    add('script from data', 'a dialog was opened');
    void dialog.dismiss();
  });
  page.on('request', (request) => {
    // The page itself, and the pages that its links lead to.
    const isOwn = request.isNavigationRequest() && request.url().startsWith(`file://${folder}/`);
    if (!isOwn) add('request', request.url());
  });
  return problems;
}

/** Traces of data that became markup, even if the policy prevented an effect. */
export async function tracesOfScripts(page: Page): Promise<readonly Problem[]> {
  const found = z.array(z.string()).parse(
    await page.evaluate(`(() => {
      const found = [];
      if (window.hit !== undefined) found.push('a script of the data ran');
      for (const element of document.querySelectorAll('*')) {
        for (const { name, value } of element.attributes) {
          if (name.startsWith('on')) found.push('event handler ' + name + ' on ' + element.localName);
          if (/^(?:href|src|action|xlink:href)$/.test(name) && !/^(?:#|generations\\/|\\.\\.\\/index\\.html#|[\\w.~-]+\\.html#|https:\\/\\/github\\.com\\/octo\\/repo(?:\\/|$))/.test(value)) found.push(name + ' ' + value.slice(0, 80));
        }
        if (/^(?:iframe|object|embed|base|link|img|video|audio|template)$/.test(element.localName)) found.push('element ' + element.localName);
      }
      if (document.scripts.length !== 1) found.push(document.scripts.length + ' scripts');
      return found.slice(0, 20);
    })()`),
  );
  return found.map((detail) => ({ kind: 'script from data', detail }));
}

/** Violations that axe-core calls serious or critical. */
export async function inaccessible(page: Page): Promise<readonly Problem[]> {
  // Through the debugger, because the page's policy allows no other script.
  await page.evaluate(axe);
  const violations = findings.parse(
    await page.evaluate(`axe.run(document, { resultTypes: ['violations'] }).then(({ violations }) =>
      violations.map(({ id, impact, nodes }) => ({ id, impact, count: nodes.length, first: nodes[0].html.slice(0, 160) })))`),
  );
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, impact, count, first }) => ({
      kind: 'accessibility',
      detail: `${impact} ${id} × ${count}: ${first}`,
    }));
}

const findings = z.array(
  z.object({ id: z.string(), impact: z.string().nullable(), count: z.number(), first: z.string() }),
);

const axe = readFileSync(fileURLToPath(import.meta.resolve('axe-core/axe.min.js')), 'utf8');

/** A page that is wider than its window makes a reader on a phone scroll sideways. */
export async function tooWide(page: Page): Promise<readonly Problem[]> {
  const [width, room] = z
    .tuple([z.number(), z.number()])
    .parse(await page.evaluate('[document.documentElement.scrollWidth, innerWidth]'));
  return width > room ? [{ kind: 'wider than the screen', detail: `${width} px in ${room} px` }] : [];
}
