// `npm run pictures`: the comment and the page of a fresh demo run, as a reader sees them, into docs/pictures; and the
// pages that a designer looks at, at both widths and in both themes, into .pictures.
import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { micromark } from 'micromark';
import { gfm, gfmHtml } from 'micromark-extension-gfm';
import { chromium } from 'playwright-core';
import * as z from 'zod';
import { writeSituation } from './browser/reports.ts';

const place = 'docs/pictures';
const looks = '.pictures';
const situations = ['inconclusive', 'many-specs', 'red-base', 'new-tests-unmet', 'words-undecided'] as const;
const result = z.object({ trigger: z.object({ base: z.string(), head: z.string() }) });
const folder = await mkdtemp(join(tmpdir(), 'pictures-'));
const browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox'] });
try {
  const demo = join(folder, 'demo');
  await promisify(execFile)(process.execPath, ['src/entry/cli.ts', 'demo', '--report-dir', demo]);
  await writeFile(
    join(demo, 'comment.html'),
    await asGitHubShowsIt(await readFile(join(demo, 'comment.md'), 'utf8')),
  );
  await mkdir(place, { recursive: true });
  await take(`${place}/comment`, { file: 'demo/comment.html', width: 900, height: 760, theme: 'light' });
  await take(`${place}/report`, { file: 'demo/index.html', width: 1200, height: 820, theme: 'light' });
  await take(`${place}/report-dark`, { file: 'demo/index.html', width: 1200, height: 820, theme: 'dark' });
  await take(`${place}/report-phone`, { file: 'demo/index.html', width: 375, height: 900, theme: 'light' });
  await takeLooks();
  const { trigger } = result.parse(JSON.parse(await readFile(join(demo, 'result.json'), 'utf8')));
  const run = `the demo run on base \`${trigger.base.slice(0, 12)}\`, head \`${trigger.head.slice(0, 12)}\``;
  await writeFile(
    join(place, 'README.md'),
    `# Pictures\n\nThey show ${run}, in Chromium ${browser.version()}. \`npm run pictures\` makes them again from a new run.\n`,
  );
  console.log(`pictures of ${run} are in ${place}, those to look at in ${looks}`);
} finally {
  await browser.close();
  await rm(folder, { recursive: true, force: true });
}

/** The first screens of every situation that the page must present well: nobody has to keep them, anybody can look. */
async function takeLooks(): Promise<void> {
  await rm(looks, { recursive: true, force: true });
  await mkdir(looks, { recursive: true });
  for (const name of situations) await writeSituation(name, join(folder, name));
  for (const name of ['demo', ...situations])
    for (const [width, height] of [
      [1400, 1400],
      [375, 2200],
    ] as const)
      for (const theme of ['light', 'dark'] as const)
        await take(`${looks}/${name}-${width}-${theme}`, {
          file: `${name}/index.html`,
          width,
          height,
          theme,
        });
}

/** The comment through GitHub's own style sheet; details stay folded, as they come. */
async function asGitHubShowsIt(markdown: string): Promise<string> {
  const style = await readFile(
    fileURLToPath(import.meta.resolve('github-markdown-css/github-markdown.css')),
    'utf8',
  );
  // Folds are the only HTML of a comment; the demo's texts are this repository's own.
  const body = micromark(markdown, {
    extensions: [gfm()],
    htmlExtensions: [gfmHtml()],
    allowDangerousHtml: true,
  });
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Comment</title><style>${style}
body{margin:0;padding:24px}</style></head><body class="markdown-body">${body}</body></html>`;
}

async function take(
  name: string,
  of: {
    readonly file: string;
    readonly width: number;
    readonly height: number;
    readonly theme: 'light' | 'dark';
  },
): Promise<void> {
  const page = await browser.newPage({
    viewport: { width: of.width, height: of.height },
    colorScheme: of.theme,
  });
  await page.goto(`file://${join(folder, of.file)}`);
  await page.evaluate('document.fonts.ready.then(() => true)');
  await page.waitForTimeout(300);
  await page.screenshot({ path: `${name}.png`, animations: 'disabled' });
  await page.close();
}
