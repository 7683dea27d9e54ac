// `npm run test:browser`: opens the demo's report, a gallery and a hostile one in Chromium, and uses them as readers do.
import { createHash } from 'node:crypto';
import { mkdir, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { chromium } from 'playwright-core';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { plantedFaults, plantedPages } from './browser/planted.ts';
import { expectThat } from './browser/problem.ts';
import type { Problem } from './browser/problem.ts';
import { gallery, makeReports } from './browser/reports.ts';
import { uses } from './browser/use.ts';
import { inaccessible, tooWide, tracesOfScripts, watch } from './browser/watch.ts';

const folder = resolve('.browser-test');
const started = performance.now();
const seconds = (): string => `${((performance.now() - started) / 1000).toFixed(1)} s`;
let failures = 0;

await rm(folder, { recursive: true, force: true });
await mkdir(join(folder, 'pictures'), { recursive: true });
await makeReports(folder);
console.log(`reports made after ${seconds()}`);
const browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox'] });
// A browser that hangs must not block the test for ever.
const limit = setTimeout(() => {
  console.error('the browser tests did not end within 20 minutes');
  process.exit(1);
}, 1_200_000);
try {
  for (const name of ['demo', ...gallery, 'shrink-map', 'hostile', 'hostile-pages']) await look(name);
  for (const [name, { of }] of Object.entries(uses))
    say(`${of}, ${name}`, await used(name, join(folder, of, 'index.html')));
  say('demo, without script', await withoutScript());
  for (const name of ['demo', 'shrink-map']) say(`${name}, on paper`, await onPaper(name));
  say('hostile, with the policy switched off', await unprotected());
  await provePlanted();
} finally {
  clearTimeout(limit);
  await browser.close();
}
console.log(
  `${failures === 0 ? 'all as it should be' : `${failures} failures`}, ${seconds()}; pictures in ${join(folder, 'pictures')}`,
);
process.exitCode = failures === 0 ? 0 : 1;

/** One report at both widths, in both themes: every page of it that is the first of its kind. */
async function look(name: string): Promise<void> {
  const ofGenerations = await readdir(join(folder, name, 'generations')).catch(() => []);
  const pages = ['index.html', ...ofGenerations.slice(0, 1).map((file) => `generations/${file}`)];
  for (const [width, colorScheme] of [
    [1400, 'light'],
    [375, 'dark'],
  ] as const) {
    for (const file of pages) {
      const picture = join(
        folder,
        'pictures',
        `${name}-${dirname(file) === '.' ? '' : 'generations-'}${width}.png`,
      );
      say(
        `${name}/${file} at ${width} px`,
        await seen(join(folder, name, file), { width, colorScheme, picture }),
      );
    }
  }
}

async function seen(
  path: string,
  as: { readonly width: number; readonly colorScheme: 'light' | 'dark'; readonly picture: string | null },
): Promise<readonly Problem[]> {
  const options = { viewport: { width: as.width, height: 900 }, colorScheme: as.colorScheme };
  return withPage(options, async (page) => {
    const watched = watch(page, folder);
    await page.goto(`file://${path}`);
    if (as.picture !== null) await page.screenshot({ path: as.picture });
    // What is folded away is looked at too.
    await page.evaluate(
      "document.querySelectorAll('details').forEach((part, index) => { part.open = index < 12; })",
    );
    const found = [...(await tooWide(page)), ...(await tracesOfScripts(page)), ...(await inaccessible(page))];
    return [...watched, ...found];
  });
}

async function used(name: string, path: string): Promise<readonly Problem[]> {
  const use = uses[name];
  if (use === undefined) throw new Error(`nobody does ${name}`);
  return withPage({ viewport: { width: 1400, height: 900 }, colorScheme: 'light' }, async (page) => {
    page.setDefaultTimeout(5000);
    const watched = watch(page, folder);
    const found = await use
      .act(page, `file://${path}`)
      .catch((error: unknown): readonly Problem[] => [
        { kind: kindOf(name), detail: String(error).slice(0, 300) },
      ]);
    return [...found, ...watched];
  });
}

function kindOf(use: string): Problem['kind'] {
  return plantedFaults.find((fault) => fault.use === use)?.kind ?? 'filter';
}

/** Without script everything is visible, and there is no control that does nothing. */
async function withoutScript(): Promise<readonly Problem[]> {
  return withPage({ javaScriptEnabled: false, viewport: { width: 1400, height: 900 } }, async (page) => {
    const watched = watch(page, folder);
    await page.goto(`file://${join(folder, 'demo/index.html')}#/minutes/openai-simulated-banker`);
    const count = async (selector: string): Promise<number> => page.locator(`${selector}:visible`).count();
    // How many there are depends on when the gate stopped.
    const [generations, shown] = [await page.locator('details.cell').count(), await count('details.cell')];
    return [
      ...watched,
      ...expectThat(
        'without script',
        (await count('#theme')) + (await count('#filters')) === 0,
        'controls without effect are shown',
      ),
      ...expectThat('without script', (await count('table.verdicts tbody tr')) === 2, 'verdicts are missing'),
      ...expectThat(
        'without script',
        (await count('article.comparison:target')) === 1,
        'the deep link leads nowhere',
      ),
      ...expectThat('without script', generations > 0 && shown === generations, 'generations are missing'),
    ];
  });
}

async function onPaper(name: string): Promise<readonly Problem[]> {
  return withPage({ colorScheme: 'dark' }, async (page) => {
    await page.goto(`file://${join(folder, name, 'index.html')}`);
    await page.emulateMedia({ media: 'print' });
    const isHidden = await page.locator('#filters').isHidden();
    const paper = await page.evaluate<string>('getComputedStyle(document.body).backgroundColor');
    const pdf = await page.pdf({ format: 'A4' });
    await writeFile(join(folder, 'pictures', `${name}.pdf`), pdf);
    return [
      ...expectThat('paper', isHidden, 'controls are printed'),
      ...expectThat('paper', paper === 'rgb(255, 255, 255)', `paper is ${paper}`),
      ...expectThat('paper', pdf.length > 20_000, `a print of ${pdf.length} bytes`),
    ];
  });
}

/** Escaping must work alone: the policy is only the second protection. */
async function unprotected(): Promise<readonly Problem[]> {
  return withPage({ bypassCSP: true, viewport: { width: 1400, height: 900 } }, async (page) => {
    const watched = watch(page, folder);
    await page.goto(`file://${join(folder, 'hostile/index.html')}`);
    return [...watched, ...(await tracesOfScripts(page))];
  });
}

async function provePlanted(): Promise<void> {
  await mkdir(join(folder, 'planted'), { recursive: true });
  for (const [index, { kind, html }] of plantedPages.entries()) {
    const path = join(folder, 'planted', `page-${index}.html`);
    await writeFile(path, html);
    const found = await seen(path, { width: 1400, colorScheme: 'light', picture: null });
    say(`planted ${kind} ${index}`, caught(found, kind));
  }
  for (const [index, { use, kind, from, to }] of plantedFaults.entries()) {
    const path = join(folder, 'planted', `${use.replaceAll(' ', '-')}-${index}.html`);
    const report = await readFile(join(folder, uses[use]?.of ?? '', 'index.html'), 'utf8');
    await writeFile(path, withFault(report, from, to));
    say(`planted fault in ${use}`, caught(await used(use, path), kind));
  }
}

function caught(found: readonly Problem[], kind: Problem['kind']): readonly Problem[] {
  return expectThat(
    kind,
    found.some((problem) => problem.kind === kind),
    'was planted and not noticed',
  );
}

/** The report with a fault, and with a policy that would let it act. */
function withFault(html: string, from: string, to: string): string {
  if (!html.includes(from)) throw new Error(`the report does not hold ${from}`);
  const faulty = html.replaceAll(from, () => to);
  const script = /<script>([\s\S]*)<\/script>/.exec(faulty)?.[1] ?? '';
  const hash = createHash('sha256').update(script).digest('base64');
  return faulty.replace(/script-src &#39;[^&]*&#39;|script-src '[^']*'/, () => `script-src 'sha256-${hash}'`);
}

async function withPage<Value>(
  options: BrowserContextOptions,
  act: (page: Page) => Promise<Value>,
): Promise<Value> {
  const context = await (browser satisfies Browser).newContext(options);
  try {
    return await act(await context.newPage());
  } finally {
    await context.close();
  }
}

function say(what: string, problems: readonly Problem[]): void {
  if (problems.length === 0) {
    console.log(`ok    ${what}`);
    return;
  }
  failures += 1;
  for (const { kind, detail } of problems.slice(0, 10)) console.log(`FAIL  ${what}: ${kind}: ${detail}`);
}
