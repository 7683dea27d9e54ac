// `npm run pictures`: the comment and the HTML report of a fresh demo run, as a reader sees them, into docs/pictures.
import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { micromark } from 'micromark';
import { gfm, gfmHtml } from 'micromark-extension-gfm';
import { chromium } from 'playwright-core';
import { z } from 'zod';

const place = 'docs/pictures';
const result = z.object({ trigger: z.object({ base: z.string(), head: z.string() }) });
const folder = await mkdtemp(join(tmpdir(), 'pictures-'));
const browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox'] });
try {
  await promisify(execFile)(process.execPath, ['src/entry/cli.ts', 'demo', '--report-dir', folder]);
  await writeFile(
    join(folder, 'comment.html'),
    await asGitHubShowsIt(await readFile(join(folder, 'comment.md'), 'utf8')),
  );
  await mkdir(place, { recursive: true });
  await take('comment', { file: 'comment.html', width: 900, height: 760, theme: 'light' });
  await take('report', { file: 'index.html', width: 1200, height: 820, theme: 'light' });
  await take('report-dark', {
    file: 'index.html#/minutes',
    width: 1200,
    height: 820,
    theme: 'dark',
  });
  await take('report-phone', { file: 'index.html', width: 375, height: 720, theme: 'light' });
  const { trigger } = result.parse(JSON.parse(await readFile(join(folder, 'result.json'), 'utf8')));
  const run = `the demo run on base \`${trigger.base.slice(0, 12)}\`, head \`${trigger.head.slice(0, 12)}\``;
  await writeFile(
    join(place, 'README.md'),
    `# Pictures\n\nThey show ${run}, in Chromium ${browser.version()}. \`npm run pictures\` makes them again from a new run.\n`,
  );
  console.log(`pictures of ${run} are in ${place}`);
} finally {
  await browser.close();
  await rm(folder, { recursive: true, force: true });
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
  await page.waitForTimeout(600);
  await page.screenshot({ path: join(place, `${name}.png`), animations: 'disabled' });
  await page.close();
}
