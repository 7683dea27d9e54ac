import { describe, expect, test } from '@jest/globals';
import * as z from 'zod';
import { XMLParser } from 'fast-xml-parser';
import { reportSituations } from '../../testing/builders/report-situations.ts';
import { renderCheckRun } from './markdown/check-run.ts';
import { renderComment } from './markdown/comment.ts';
import { renderJobSummary } from './markdown/job-summary.ts';
import { renderJunit } from './machine/junit.ts';
import { commentMarker } from './markdown/marker.ts';
import { outputsOf } from './machine/outputs.ts';
import { resultFile } from './machine/result-file.ts';
import { renderSarif } from './machine/sarif.ts';
import type { PortabilitySummary } from './summary/summary.ts';
import { renderTerminal } from './terminal/terminal.ts';

// In the large situation rows are folded, and hostile names are clipped differently. All other situations are read in
// full.
const situations = Object.entries(reportSituations).filter(
  ([name, { verdicts }]) => !['many-specs', 'hostile-names'].includes(name) && verdicts.length > 0,
);

describe('a number is the same wherever it is told', () => {
  test.each(situations)('%s: passes of every comparison', (_, summary) => {
    const counts = sorted(
      resultFile(summary).verdicts.map(({ base, head }) => `${rateOf(base)} → ${rateOf(head)}`),
    );
    const shown = sorted(counts.map((each) => (each === '0/0 → 0/0' ? 'nothing measured' : each)));

    expect(counts).not.toHaveLength(0);
    expect(sorted(tableColumn(comment(summary), 2))).toEqual(shown);
    expect(sorted(tableColumn(renderJobSummary(summary, options), 2))).toEqual(shown);
    expect(sorted(tableColumn(renderCheckRun(summary, { ...options, name: 'n' }).summary, 2))).toEqual(shown);
    expect(sorted(suitesOf(summary).map(({ base, head }) => `${base || 'no base'} → ${head}`))).toEqual(
      counts,
    );
    const terminal = renderTerminal(summary);
    for (const each of shown) expect(terminal).toContain(each);
    const outputs = outputsOf(summary, { reportDir: '', resultFile: '', commentUrl: null });
    const shortSchema = z.array(z.object({ base: z.string().nullable(), head: z.string() }));
    const short = shortSchema.parse(JSON.parse(outputs['verdicts'] ?? ''));
    expect(sorted(short.map(({ base, head }) => `${base ?? 'no base'} → ${head}`))).toEqual(counts);
  });

  test.each(situations)('%s: drops, in percentage points in the comment', (_, summary) => {
    const drops = resultFile(summary).verdicts.map(({ drop }) => drop?.estimate ?? null);
    // Without an old text there is no such column.
    const isCompared = drops.some((drop) => drop !== null);
    const cells = isCompared ? tableColumn(comment(summary), 3) : drops.map(() => '–');
    const told = cells.map((cell) =>
      cell === '–' ? null : Number.parseInt(cell, 10) * (cell.includes('better') ? -1 : 1),
    );

    expect(comment(summary).includes('| Drop in percentage points |')).toBe(isCompared);
    expect(sorted(told)).toEqual(
      sorted(drops.map((drop) => (drop === null ? null : Math.round(drop * 100)))),
    );
    expect(sorted(suitesOf(summary).map(({ drop }) => (drop === '' ? null : Number(drop))))).toEqual(
      sorted(drops),
    );
  });

  test.each(situations)('%s: bad news in SARIF, money and calls everywhere', (_, summary) => {
    const result = resultFile(summary);
    const bad = result.verdicts.filter(({ verdict }) =>
      ['regressed', 'suspected', 'not-portable'].includes(verdict),
    );
    const messages = messagesOf(summary);
    const money = result.spent.usd === null ? 'Cost n/a' : `Cost ${result.spent.usd.toFixed(2)} USD`;

    expect(messages).toHaveLength(bad.length);
    for (const { spec, model, verdict, base, head } of bad)
      expect(messages.join('\n')).toContain(
        `${spec} on ${model} ${verdict}: ${rateOf(base)} → ${rateOf(head)}.`,
      );
    const { lostCalls = 0 } = result.spent;
    const lost = lostCalls === 0 ? '' : ` and ${lostCalls} that gave no usable answer`;
    for (const report of [comment(summary), renderJobSummary(summary, options), renderTerminal(summary)]) {
      expect(report).toContain(money);
      expect(report).toContain(
        `${result.spent.generations} model calls${lost}, ${result.spent.cachedGenerations} answers reused`,
      );
    }
  });

  test.each(situations)('%s: passes of every test, in the matrix, JUnit and result.json', (_, summary) => {
    const xml = renderJunit(summary);
    const markdown = comment(summary);
    for (const { on, byModel } of resultFile(summary).matrix) {
      for (const { base, head } of Object.values(byModel)) {
        const told =
          testRateOf(head) === '–' ? `base ${testRateOf(base)}` : `${testRateOf(base)} → ${testRateOf(head)}`;
        const cell =
          on === 'both'
            ? `${testRateOf(base)} → ${testRateOf(head)}`
            : `| ${testRateOf(on === 'base-only' ? base : head)} `;
        expect(xml).toContain(told);
        expect(markdown).toContain(cell);
      }
    }
  });
});

const options = { repositoryUrl: 'https://github.com/octo/repo', reportHint: null };

// Four tests read the same comments.
const comments = new Map(
  situations.map(([, summary]) => [
    summary,
    renderComment(summary, { ...options, marker: commentMarker('k') }),
  ]),
);

function comment(summary: PortabilitySummary): string {
  return comments.get(summary) ?? '';
}

/** Cells of one column of the first table, which has the verdicts. */
function tableColumn(markdown: string, column: number): readonly string[] {
  const lines = markdown.split('\n');
  const start = lines.findIndex((line) => line.startsWith('| - |')) + 1;
  const rows = lines.slice(start, lines.indexOf('', start));
  return rows.map((row) => (row.split(' | ')[column] ?? '').replace(/ \(\d+ not measured\)/, '').trim());
}

function rateOf(tally: { readonly passed: number; readonly failed: number } | null): string {
  return tally === null ? 'no base' : `${tally.passed}/${tally.passed + tally.failed}`;
}

function testRateOf(tally: Parameters<typeof rateOf>[0]): string {
  return tally === null || tally.passed + tally.failed === 0 ? '–' : rateOf(tally);
}

function sorted<Value>(values: readonly Value[]): readonly Value[] {
  return values.toSorted((one, other) => String(one).localeCompare(String(other)));
}

function suitesOf(summary: PortabilitySummary) {
  const property = z.object({ name: z.string(), value: z.string() });
  const suite = z.object({ properties: z.object({ property: z.array(property) }) });
  const report = z.object({ testsuites: z.object({ testsuite: z.array(suite) }) });
  const parser = new XMLParser({
    ignoreAttributes: false,
    attributeNamePrefix: '',
    parseAttributeValue: false,
    isArray: (name) => name === 'testsuite',
  });
  const { testsuites } = report.parse(parser.parse(renderJunit(summary)));
  return testsuites.testsuite.map(({ properties }) => {
    const values = new Map(properties.property.map(({ name, value }) => [name, value]));
    return { base: values.get('base'), head: values.get('head'), drop: values.get('drop') };
  });
}

function messagesOf(summary: PortabilitySummary): readonly string[] {
  const log = z.object({
    runs: z.tuple([z.object({ results: z.array(z.object({ message: z.object({ text: z.string() }) })) })]),
  });
  return log.parse(JSON.parse(renderSarif(summary))).runs[0].results.map(({ message }) => message.text);
}
