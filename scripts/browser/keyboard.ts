import type { Page } from 'playwright-core';
import { expectThat } from './problem.ts';
import type { Problem } from './problem.ts';

/** Uses a report with only the keyboard. */
export async function keyboard(page: Page, url: string): Promise<readonly Problem[]> {
  return withKeys(page, url, keyboardSteps);
}

/** The filters of a long page with only the keyboard. */
export async function filterKeys(page: Page, url: string): Promise<readonly Problem[]> {
  return withKeys(page, url, filterSteps);
}

async function withKeys(page: Page, url: string, steps: readonly Step[]): Promise<readonly Problem[]> {
  await page.goto(url);
  const problems: Problem[] = [];
  const stops = keyboardStops(page, problems);
  for (const { to, test, key, then, fault } of steps) {
    await stops.tabTo(to, test);
    await page.keyboard.press(key);
    await page.waitForTimeout(100);
    problems.push(...expectThat('keyboard', (await stops.active(then)) === 'true', fault));
  }
  return problems;
}

type Step = {
  readonly to: string;
  readonly test: string;
  readonly key: string;
  readonly then: string;
  readonly fault: string;
};

/** Goes through the page with only the keyboard, from top to bottom. */
const keyboardSteps: readonly Step[] = [
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
];

/** The same with the filters of a long page. */
const filterSteps: readonly Step[] = [
  {
    to: 'the verdict filter',
    test: "element.name === 'verdict'",
    key: 'r',
    then: "[...document.querySelectorAll('table.verdicts tbody tr')].filter((row) => !row.hidden).length === 2",
    fault: 'a key in the filter does not filter',
  },
  {
    to: 'the clear button',
    test: "element.type === 'reset'",
    key: 'Space',
    then: "document.querySelectorAll('table.verdicts tbody tr[hidden]').length === 0",
    fault: 'Space on the button does not clear the filters',
  },
];

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
