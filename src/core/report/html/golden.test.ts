import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { describe, expect, test } from '@jest/globals';
import { anEvidence } from '../../../testing/builders/an-evidence.ts';
import { htmlPages } from '../../../testing/html-pages.ts';
import { shrinkMaps } from '../../../testing/builders/shrink-maps.ts';
import { mapPage } from './map-page.ts';
import { reportSituations } from '../../../testing/builders/report-situations.ts';

const goldens = new URL('../../../../fixtures/reports/', import.meta.url);

// `UPDATE_GOLDENS=1 npm test -- golden` rewrites the files. CI must never do so.
const rewriting = process.env['UPDATE_GOLDENS'] === '1';
if (rewriting && process.env['CI'] !== undefined) throw new Error('UPDATE_GOLDENS is not for CI.');

// The page with thousands of lines is checked in the browser tests.
const situations = Object.entries(reportSituations).filter(([name]) => name !== 'many-specs');

describe('the page for a browser reads as its golden file, without its style, its script and its generations', () => {
  test.each(situations)('%s', async (situation, summary) => {
    const index = htmlPages({ summary, evidence: anEvidence(summary) }).get('index.html') ?? '';
    await expectGolden(`${situation}/index.html`, index);
  });

  test('the map of a shorter text', async () => {
    await expectGolden('shrink-map/shrink.html', mapPage({ maps: shrinkMaps, shrunk: [] }).parts.join(''));
  });
});

async function expectGolden(path: string, page: string): Promise<void> {
  const body = page
    .replaceAll(/<(style|script)>[\s\S]*?<\/\1>/g, '<$1></$1>')
    .replaceAll(/sha256-[\w+/=]+/g, 'sha256-…')
    .replaceAll(/<details class="cell"[\s\S]*?<\/details>/g, '')
    .replaceAll(/></g, '>\n<');
  const golden = new URL(path, goldens);
  if (rewriting) {
    await mkdir(new URL('./', golden), { recursive: true });
    await writeFile(golden, body);
  }
  expect(body).toBe(await readFile(golden, 'utf8'));
}
