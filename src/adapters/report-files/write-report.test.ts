import { mkdtemp, readFile, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { reportSituations } from '../../testing/builders/report-situations.ts';
import { aSummary } from '../../testing/builders/a-summary.ts';
import { writeReport } from './write-report.ts';

test('the report folder holds result.json, junit.xml and results.sarif, and a copy of the first is put where it is wanted', async () => {
  const top = await mkdtemp(join(tmpdir(), 'report-'));
  try {
    const directory = join(top, 'report');
    const extra = join(top, 'elsewhere', 'copy.json');

    const path = await writeReport(reportSituations['regression'] ?? aSummary(), { directory, extra });

    expect((await readdir(directory)).toSorted()).toEqual(['junit.xml', 'result.json', 'results.sarif']);
    expect(path).toBe(join(directory, 'result.json'));
    expect(await readFile(extra, 'utf8')).toBe(await readFile(path, 'utf8'));
    expect(await readFile(join(directory, 'junit.xml'), 'utf8')).toContain('failures="2"');
    expect(await readFile(join(directory, 'results.sarif'), 'utf8')).toContain('"ruleId": "regressed"');
  } finally {
    await rm(top, { recursive: true, force: true });
  }
});
