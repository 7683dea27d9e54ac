import { describe, expect, test } from '@jest/globals';
import * as z from 'zod';
import { aChange, aHunk, aSummary, aVerdict } from '../../../testing/builders/a-summary.ts';
import { hostileText } from '../../../testing/builders/hostile-text.ts';
import { reportSituations } from '../../../testing/builders/report-situations.ts';
import { renderSarif, harmInMessage } from './sarif.ts';
import type { PortabilitySummary } from '../summary/summary.ts';

const locationSchema = z.object({
  physicalLocation: z.object({
    artifactLocation: z.object({ uri: z.string(), uriBaseId: z.literal('%SRCROOT%') }),
    region: z.object({ startLine: z.int().min(1), endLine: z.int().min(1) }),
  }),
});
/** GitHub's requirements for a file that is uploaded to code scanning. */
const logSchema = z.object({
  version: z.literal('2.1.0'),
  $schema: z.string(),
  runs: z.tuple([
    z.object({
      tool: z.object({
        driver: z.object({ name: z.string(), rules: z.array(z.object({ id: z.string() })) }),
      }),
      results: z
        .array(
          z.object({
            ruleId: z.string(),
            level: z.enum(['error', 'warning']),
            message: z.object({ text: z.string().min(1).max(1000) }),
            locations: z.tuple([locationSchema]),
            relatedLocations: z.array(locationSchema).max(1000).optional(),
            partialFingerprints: z.record(z.string(), z.string()),
          }),
        )
        .max(5000),
    }),
  ]),
});

describe('results.sarif', () => {
  test.each(Object.entries(reportSituations))('of the situation %s is what GitHub takes', (_, summary) => {
    const results = resultsOf(summary);

    for (const { message } of results) {
      expect(harmInMessage(message.text)).toBeNull();
      expect(message.text).not.toContain('withheld');
    }
  });

  test('blames the lines of the head side, and is an error only where the gate closes', () => {
    expect(resultsOf(situation('regression'))).toMatchObject([
      {
        ruleId: 'regressed',
        level: 'error',
        message: {
          text: 'duration on openai/gpt-6.1-sol regressed: 20/20 → 0/5. Failing: duration > rounds half up.',
        },
        locations: [
          {
            physicalLocation: {
              artifactLocation: { uri: 'specs/duration/SPEC.md' },
              region: { startLine: 41, endLine: 41 },
            },
          },
        ],
      },
    ]);
    expect(resultsOf(situation('fail-on-never'))).toMatchObject([{ level: 'warning' }]);
  });

  test('says once for all results that no pass was proved, where controls are off', () => {
    expect(JSON.parse(renderSarif(situation('unproved')))).toMatchObject({
      runs: [
        {
          invocations: [
            {
              executionSuccessful: true,
              toolExecutionNotifications: [{ message: { text: expect.stringContaining('`controls: off`') } }],
            },
          ],
        },
      ],
    });
    expect(renderSarif(situation('regression'))).not.toContain('invocations');
  });

  test('points at the spec where no line can be blamed', () => {
    expect(resultsOf(situation('new-spec'))).toMatchObject([
      {
        ruleId: 'not-portable',
        locations: [{ physicalLocation: { artifactLocation: { uri: 'specs/calendar/SPEC.md' } } }],
      },
    ]);
  });

  test('gives one result for several hunks, and the same fingerprint when lines move', () => {
    const culprit = [aHunk({ headStart: 5 }), aHunk({ index: 1, headStart: 90 })];
    const at = (headStart: number) =>
      resultsOf(
        aSummary({
          verdicts: [
            aVerdict({ verdict: 'suspected', culprit: [aHunk({ headStart }), ...culprit.slice(1)] }),
          ],
        }),
      );

    expect(at(5)).toHaveLength(1);
    expect(at(5)[0]?.relatedLocations).toHaveLength(1);
    expect(at(5)[0]?.partialFingerprints).toEqual(at(70)[0]?.partialFingerprints);
  });

  test('has a rule for every result, and nothing to say where all held', () => {
    const rules = logOf(situation('hostile-names')).runs[0].tool.driver.rules.map(({ id }) => id);

    expect(rules).toEqual(['regressed', 'not-portable', 'suspected']);
    expect(resultsOf(situation('all-held'))).toEqual([]);
  });

  test('keeps names from making links, mentions and paths out of the repository', () => {
    const verdicts = hostileText.map((spec) =>
      aVerdict({
        spec,
        verdict: 'regressed',
        brokenTests: hostileText,
        culprit: [aHunk({ file: `a b/${spec}%/x` })],
      }),
    );
    const outside = aVerdict({ verdict: 'regressed', culprit: [aHunk({ file: '../../etc/passwd' })] });
    const results = resultsOf(aSummary({ changes: [aChange()], verdicts: [...verdicts, outside] }));

    for (const { message, locations } of results) {
      expect(message.text).not.toMatch(/(?<!\\)\]\(|@|:\/\//);
      expect(locations[0].physicalLocation.artifactLocation.uri).toMatch(/^[\w.%~/-]+$/);
    }
    // One text cannot be a path: a path with an empty segment has no address.
    expect(results).toHaveLength(hostileText.length - 1);
  });

  test.each([
    ['[x](https://evil.example)', 'a link'],
    ['{0}', 'a placeholder'],
    ['@team', 'a mention'],
    ['see https://evil.example', 'an address'],
    ['a\u202Eb', 'an invisible character'],
  ])('withholds what slipped through: %j is %s', (name, harm) => {
    const summary = aSummary({
      verdicts: [aVerdict({ spec: name, verdict: 'suspected', culprit: [aHunk()] })],
    });
    const unescaped = renderSarif(summary, (text) => text);

    expect(harmInMessage(name)).toBe(harm);
    expect(unescaped).toContain('(withheld) on (withheld) suspected: 20/20 → 5/5.');
    expect(unescaped).not.toContain(name);
  });

  test('shows the worst first and stops where GitHub does', () => {
    const many = Array.from({ length: 6000 }, (_, index) =>
      aVerdict({
        spec: `s${index}`,
        verdict: index === 5999 ? 'regressed' : 'suspected',
        culprit: [aHunk()],
      }),
    );
    const results = resultsOf(aSummary({ verdicts: many }));

    expect(results).toHaveLength(5000);
    expect(results[0]?.ruleId).toBe('regressed');
  });
});

function situation(name: string): PortabilitySummary {
  return reportSituations[name] ?? aSummary();
}

function logOf(summary: PortabilitySummary) {
  return logSchema.parse(JSON.parse(renderSarif(summary)));
}

function resultsOf(summary: PortabilitySummary) {
  return logOf(summary).runs[0].results;
}
