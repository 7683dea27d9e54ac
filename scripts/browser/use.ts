import type { Page } from 'playwright-core';
import { expectThat } from './problem.ts';
import type { Problem } from './problem.ts';
import { filterKeys, keyboard } from './keyboard.ts';

/** Ways to use a report as a reader; each returns what did not work. */
export const uses: Readonly<Record<string, Use>> = {
  'first screen': { of: 'demo', act: firstScreen },
  phone: { of: 'demo', act: phone },
  filters: { of: 'some-specs', act: filters },
  'deep links': { of: 'demo', act: deepLinks },
  theme: { of: 'demo', act: theme },
  keyboard: { of: 'demo', act: keyboard },
  'keyboard on the filters': { of: 'some-specs', act: filterKeys },
};

type Use = {
  /** The report that is used. */
  readonly of: 'demo' | 'some-specs';
  readonly act: (page: Page, url: string) => Promise<readonly Problem[]>;
};

const rows = 'table.verdicts tbody tr';

/** What a reader came for is seen before the first scroll: the changed words, and the assertion between the codes. */
async function firstScreen(page: Page, url: string): Promise<readonly Problem[]> {
  await page.goto(url);
  const problems: Problem[] = [];
  for (const [what, selector] of [
    ['the word diff', '.finding table.sides .gone del, .finding table.sides .come ins'],
    ['passing code', '.finding table.pair tbody td.come'],
    ['the failing assertion', '.finding table.pair pre.assertion'],
    ['failing code', '.finding table.pair tbody td.gone'],
  ] as const) {
    const bottoms = await bottomsOf(page, selector);
    const lowest = Math.max(...bottoms);
    problems.push(
      ...expectThat('first screen', bottoms.length > 0, `${what} is not there`),
      ...expectThat('first screen', lowest <= 900, `${what} ends at ${Math.round(lowest)} px`),
    );
  }
  const filters = await page.locator('#filters').count();
  return [...problems, ...expectThat('first screen', filters === 0, 'two rows have filters')];
}

/** Where the visible elements end, in pixels from the top of the page. */
async function bottomsOf(page: Page, selector: string): Promise<readonly number[]> {
  const boxes = await Promise.all(
    (await page.locator(`:is(${selector}):visible`).all()).map(async (one) => one.boundingBox()),
  );
  return boxes.flatMap((box) => (box === null ? [] : [box.y + box.height]));
}

/** A phone shows one column: a unified diff, numbers with their labels, and test names that stay while a grid scrolls. */
async function phone(page: Page, url: string): Promise<readonly Problem[]> {
  await page.setViewportSize({ width: 375, height: 720 });
  await page.goto(url);
  const seen = async (selector: string): Promise<number> => page.locator(`${selector}:visible`).count();
  const tops = await page.evaluate<number[]>(
    "['.changed .gone', '.changed .come'].map((of) => document.querySelector('.finding .sides ' + of).getBoundingClientRect().top)",
  );
  const label = await page.evaluate<string>(
    "getComputedStyle(document.querySelector('table.verdicts tbody td:nth-child(4)'), '::before').content",
  );
  const shift = await page.evaluate<number>(
    `(() => {
      const scroll = document.querySelector('table.heat').parentElement;
      scroll.scrollLeft = 200;
      return document.querySelector('table.heat tbody th').getBoundingClientRect().left - scroll.getBoundingClientRect().left;
    })()`,
  );
  return [
    ...expectThat('phone', (tops[0] ?? 0) < (tops[1] ?? 0), 'old and new text are side by side'),
    ...expectThat('phone', (await seen('.finding .same .base')) === 0, 'unchanged lines stand twice'),
    ...expectThat('phone', (await seen('.finding table.pair')) === 0, 'codes are side by side'),
    ...expectThat('phone', (await seen('.finding pre.diff')) === 1, 'there is no unified diff of the codes'),
    ...expectThat('phone', label.includes('Passed before → now'), `the counts are labelled ${label}`),
    ...expectThat('phone', Math.abs(shift) < 3, `the test column moves by ${Math.round(shift)} px`),
  ];
}

async function filters(page: Page, url: string): Promise<readonly Problem[]> {
  await page.goto(url);
  const shown = async (selector: string): Promise<number> => page.locator(`${selector}:visible`).count();
  const problems: Problem[] = [];
  const check = async (what: string, expected: Readonly<Record<string, number>>): Promise<void> => {
    for (const [selector, count] of Object.entries(expected)) {
      const seen = await shown(selector);
      problems.push(...expectThat('filter', seen === count, `${what}: ${seen} × ${selector}, not ${count}`));
    }
    await page.getByRole('button', { name: 'Clear' }).click();
    // The form is reset first and the page filtered after it.
    await page.waitForTimeout(300);
    const all = await shown(rows);
    problems.push(...expectThat('filter', all === 30, `cleared after ${what}: ${all} rows`));
  };
  await page.getByLabel('Verdict', { exact: true }).selectOption('regressed');
  await check('verdict regressed', { [rows]: 2, 'article.comparison': 2 });
  await page.getByLabel('Model', { exact: true }).selectOption('vendor-2/model-2');
  await check('model', {
    [rows]: 5,
    'article.comparison': 5,
    'table.heat thead th[data-model]': 5,
    'table.heat tbody td': 5 * 30 * 2,
  });
  await page.getByLabel('Test', { exact: true }).fill('spec-6 > rule 12');
  await check('test', { 'tr[data-test]': 1, [rows]: 6 });
  await page.getByLabel('Test', { exact: true }).fill('no such test');
  await check('no such test', { 'tr[data-test]': 0, [rows]: 0, 'section.spec': 0 });
  await page.getByLabel('Spec', { exact: true }).selectOption('spec-17');
  await check('spec', { [rows]: 6 });
  await page.getByLabel('Search', { exact: true }).fill('model-3');
  await check('search', { [rows]: 5 });
  const said = await page.getByRole('status').textContent();
  await page.getByLabel('Verdict', { exact: true }).selectOption('held');
  await page.evaluate("location.hash = '#/spec-17/vendor-1-model-1'");
  await page.waitForTimeout(300);
  const found = await shown('[id="/spec-17/vendor-1-model-1"]');
  return [
    ...problems,
    ...expectThat('filter', said === '30 of 30 comparisons shown', `the status says: ${said}`),
    ...expectThat('filter', found === 1, 'an address leads to a part that a filter hides'),
  ];
}

async function deepLinks(page: Page, url: string): Promise<readonly Problem[]> {
  const problems: Problem[] = [];
  const arrivesAt = async (anchor: string): Promise<void> => {
    await page.waitForTimeout(100);
    const active = await page.evaluate<string>('document.activeElement.id');
    const isSeen = await page.locator(`[id="${anchor}"]:visible`).count();
    problems.push(
      ...expectThat(
        'deep link',
        active === anchor && isSeen === 1,
        `#${anchor} led to ${active}, ${isSeen} visible`,
      ),
    );
  };
  await page.goto(`${url}#/minutes/openai-simulated-banker`);
  await arrivesAt('/minutes/openai-simulated-banker');
  await page.goto('about:blank');
  await page.goto(`${url}#/minutes/openai-simulated-banker/head-1`);
  await arrivesAt('/minutes/openai-simulated-banker/head-1');
  const isOpen = await page.locator('details[id="/minutes/openai-simulated-banker/head-1"][open]').count();
  problems.push(...expectThat('deep link', isOpen === 1, 'the linked generation stays closed'));
  await page.evaluate("location.hash = '#/minutes/anthropic-simulated-literal'");
  await arrivesAt('/minutes/anthropic-simulated-literal');
  return problems;
}

async function theme(page: Page, url: string): Promise<readonly Problem[]> {
  await page.goto(url);
  const paper = async (): Promise<string> =>
    page.evaluate<string>('getComputedStyle(document.body).backgroundColor');
  const before = await paper();
  await page.locator('#theme').click({ timeout: 2000 });
  const after = await paper();
  const name = await page.locator('#theme').textContent();
  await page.reload();
  const kept = await paper();
  await page.locator('#theme').click();
  const back = await paper();
  return [
    ...expectThat('theme', after !== before, `the button leaves the colour at ${after}`),
    ...expectThat('theme', name === 'Light theme', `the button says ${name}`),
    ...expectThat('theme', kept === after, `after a reload the colour is ${kept}`),
    ...expectThat('theme', back === before, `the second press leads to ${back}`),
  ];
}
