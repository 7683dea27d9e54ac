import type { Page } from 'playwright-core';
import { expectThat } from './problem.ts';
import type { Problem } from './problem.ts';

/** Ways to use the demo's report as a reader; each returns what did not work. */
export const uses: Readonly<Record<string, (page: Page, url: string) => Promise<readonly Problem[]>>> = {
  filters,
  'deep links': deepLinks,
  theme,
  keyboard,
};

const rows = 'table.verdicts tbody tr';

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
    await page.waitForTimeout(100);
    const all = await shown(rows);
    problems.push(...expectThat('filter', all === 2, `cleared after ${what}: ${all} rows`));
  };
  await page.getByLabel('Verdict', { exact: true }).selectOption('held');
  await check('verdict held', { [rows]: 1, 'article.comparison': 1 });
  await page.getByLabel('Model', { exact: true }).selectOption('openai/simulated-banker');
  await check('model', {
    [rows]: 1,
    'article.comparison': 1,
    'table.heat thead th[data-model]': 1,
    'table.heat tbody td': 8,
  });
  await page.getByLabel('Test', { exact: true }).fill('rounds half up');
  await check('test', { 'tr[data-test]': 1, [rows]: 2 });
  await page.getByLabel('Test', { exact: true }).fill('no such test');
  await check('no such test', { 'tr[data-test]': 0, [rows]: 0, 'section.spec': 0 });
  await page.getByLabel('Spec', { exact: true }).selectOption('minutes');
  await check('spec', { [rows]: 2 });
  await page.getByLabel('Search', { exact: true }).fill('literal');
  await check('search', { [rows]: 1 });
  const said = await page.getByRole('status').textContent();
  return [
    ...problems,
    ...expectThat('filter', said === '2 of 2 comparisons shown', `the status says: ${said}`),
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
  await page.getByLabel('Verdict', { exact: true }).selectOption('held');
  await page.evaluate("location.hash = '#/minutes/openai-simulated-banker'");
  await arrivesAt('/minutes/openai-simulated-banker');
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

async function keyboard(page: Page, url: string): Promise<readonly Problem[]> {
  await page.goto(url);
  const problems: Problem[] = [];
  const stops = keyboardStops(page, problems);
  for (const { to, test, key, then, fault } of keyboardSteps) {
    await stops.tabTo(to, test);
    await page.keyboard.press(key);
    await page.waitForTimeout(100);
    problems.push(...expectThat('keyboard', (await stops.active(then)) === 'true', fault));
  }
  return problems;
}

/** Goes through the page with only the keyboard, from top to bottom. */
const keyboardSteps = [
  {
    to: 'the skip link',
    test: "element.className === 'skip'",
    key: 'Shift',
    then: 'element.getBoundingClientRect().left >= 0',
    fault: 'the skip link is not seen when it has the focus',
  },
  {
    to: 'the theme button',
    test: "element.id === 'theme'",
    key: 'Enter',
    then: "document.documentElement.dataset.theme === 'dark'",
    fault: 'Enter does not change the theme',
  },
  {
    to: 'the verdict filter',
    test: "element.name === 'verdict'",
    key: 'h',
    then: "[...document.querySelectorAll('table.verdicts tbody tr')].filter((row) => !row.hidden).length === 1",
    fault: 'a key in the filter does not filter',
  },
  {
    to: 'the clear button',
    test: "element.type === 'reset'",
    key: 'Space',
    then: "document.querySelectorAll('table.verdicts tbody tr[hidden]').length === 0",
    fault: 'Space on the button does not clear the filters',
  },
  {
    to: 'a comparison',
    test: "element.matches('table.verdicts a')",
    key: 'Enter',
    then: "element.localName === 'article'",
    fault: 'Enter on a link does not move the focus',
  },
  {
    to: 'a generation',
    test: "element.matches('details.cell > summary')",
    key: 'Enter',
    then: 'element.parentElement.open',
    fault: 'Enter does not open a generation',
  },
] as const;

function keyboardStops(page: Page, problems: Problem[]) {
  const active = async (of: string): Promise<string> =>
    page.evaluate<string>(`(() => { const element = document.activeElement; return String(${of}); })()`);
  const tabTo = async (what: string, test: string): Promise<void> => {
    for (let presses = 0; presses < 80; presses += 1) {
      await page.keyboard.press('Tab');
      if ((await active(test)) !== 'true') continue;
      const outline = await active('getComputedStyle(element).outlineStyle');
      problems.push(...expectThat('keyboard', outline !== 'none', `the focus on ${what} cannot be seen`));
      return;
    }
    problems.push({ kind: 'keyboard', detail: `Tab does not reach ${what}` });
  };
  return { active, tabTo };
}
