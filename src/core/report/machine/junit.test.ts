import { describe, expect, test } from '@jest/globals';
import { XMLParser, XMLValidator } from 'fast-xml-parser';
import { aRow, aSummary, aVerdict } from '../../../testing/builders/a-summary.ts';
import { hostileText } from '../../../testing/builders/hostile-text.ts';
import { reportSituations } from '../../../testing/builders/report-situations.ts';
import { junit } from '../../results/formats/junit.ts';
import { readReport } from '../../results/read-report.ts';
import { harmInText } from '../markdown/assert-harmless.ts';
import { renderJunit } from './junit.ts';
import type { PortabilitySummary } from '../summary/summary.ts';

describe('junit.xml', () => {
  test.each(Object.entries(reportSituations))(
    'of the situation %s is well-formed, harmless, and reads back with as many cases as it counts',
    (_, summary) => {
      const xml = renderJunit(summary);
      const counted = Number(/<testsuites [^>]*tests="(\d+)"/.exec(xml)?.[1]);

      expect(XMLValidator.validate(xml)).toBe(true);
      expect(harmInText(xml)).toBeNull();
      expect(readReport(junit, xml, [])?.cases).toHaveLength(counted);
    },
  );

  test('has a suite for each spec and model, and is red at the test that closes the gate', () => {
    const report = readReport(junit, renderJunit(situation('regression')), []);

    expect(report?.cases.map(({ id, status, message }) => [id, status, message])).toEqual([
      ['duration on anthropic/claude-sonnet-5-5 > (verdict)', 'passed', ''],
      ['duration on anthropic/claude-sonnet-5-5 > duration > reads hours', 'passed', ''],
      ['duration on anthropic/claude-sonnet-5-5 > duration > rounds half up', 'passed', ''],
      ['duration on openai/gpt-6.1-sol > (verdict)', 'failed', 'regressed: 20/20 → 0/5'],
      ['duration on openai/gpt-6.1-sol > duration > reads hours', 'passed', ''],
      ['duration on openai/gpt-6.1-sol > duration > rounds half up', 'failed', '20/20 → 0/5'],
    ]);
  });

  test('is not red where the gate is open', () => {
    expect(renderJunit(situation('fail-on-never'))).toContain('failures="0"');
    expect(renderJunit(situation('same-words-suspected'))).not.toContain('<failure');
  });

  test('skips a comparison without a verdict, with the reason', () => {
    expect(renderJunit(situation('outage'))).toMatch(
      /<skipped message="inconclusive: .*529 to every attempt/,
    );
  });

  test('skips a test that is gone', () => {
    expect(renderJunit(situation('tests-changed-too'))).toContain(
      '<skipped message="the test is gone on head; base 20/20"/>',
    );
  });

  test('keeps names that look like markup, keys or flags', () => {
    const names = [...hostileText, 'true', ']]>', '\uFFFE\uD800', '&#0;', '<!DOCTYPE x>'];
    const summary = aSummary({
      verdicts: names.map((spec) => aVerdict({ spec, model: 'm' })),
      matrix: names.map((name) =>
        aRow(name, { m: { base: null, head: { passed: 1, failed: 0 } } }, { spec: name }),
      ),
    });
    const xml = renderJunit(summary);
    const read: unknown = new XMLParser({ ignoreAttributes: false }).parse(xml);

    expect(harmInText(xml)).toBeNull();
    expect(JSON.stringify(read)).toContain('</details><h1>owned</h1><!-- spec-portability:v1:other --> on m');
    expect(readReport(junit, xml, [])?.cases).toHaveLength(2 * names.length);
  });

  test('tells the counts without a name should one slip through', () => {
    const unescaped = renderJunit(situation('hostile-names'), (_, text) => text);

    expect(unescaped).toContain('<testsuite name="comparison 1" tests="11" failures="3"');
    expect(unescaped).not.toContain('evil');
    expect(harmInText(unescaped)).toBeNull();
  });
});

function situation(name: string): PortabilitySummary {
  return reportSituations[name] ?? aSummary();
}
