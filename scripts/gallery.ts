// Renders every golden report of fixtures/reports through GitHub's own stylesheet in Chromium, to be looked at:
// one picture each and an index page in .gallery/. `npm run gallery -- WORD…` draws the situations with a word in the name.
import { mkdir, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { basename, join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { chromium } from 'playwright-core';
import { indexPage, reportPage } from './gallery/report-page.ts';

const goldens = 'fixtures/reports';
const folder = resolve('.gallery');
const wanted = process.argv.slice(2);

const files = (await readdir(goldens, { recursive: true }))
  .filter((path) => path.endsWith('.md'))
  .filter((path) => wanted.length === 0 || wanted.some((word) => path.includes(word)))
  .toSorted();
const stylesheet = await readFile(
  new URL(import.meta.resolve('github-markdown-css/github-markdown.css')),
  'utf8',
);

await rm(folder, { recursive: true, force: true });
await mkdir(folder, { recursive: true });
const browser = await chromium.launch({
  executablePath: process.env['CHROMIUM'] ?? '/usr/bin/chromium',
  args: ['--no-sandbox'],
});
// The width of a comment on a pull request; two scales would only make the files larger.
const page = await browser.newPage({ viewport: { width: 900, height: 600 }, javaScriptEnabled: false });
const drawn: string[] = [];
for (const path of files) {
  const name = `${path.replace(/\.md$/, '').replaceAll('/', '--')}`;
  const html = join(folder, `${name}.html`);
  await writeFile(html, reportPage(await readFile(join(goldens, path), 'utf8'), { title: path, stylesheet }));
  await page.goto(pathToFileURL(html).href);
  await page.screenshot({ path: join(folder, `${name}.png`), fullPage: true });
  drawn.push(name);
}
await browser.close();
await writeFile(join(folder, 'index.html'), indexPage(drawn));
console.log(`${drawn.length} pictures: ${join(basename(folder), 'index.html')}`);
