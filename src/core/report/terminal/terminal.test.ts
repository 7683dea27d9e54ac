import { expect, test } from '@jest/globals';
import { aSummary, aVerdict } from '../../../testing/builders/a-summary.ts';
import { reportSituations } from '../../../testing/builders/report-situations.ts';
import { renderTerminal } from './terminal.ts';

test('the terminal shows the verdict, the rows, the moved test and the changed words', () => {
  expect(renderTerminal(reportSituations['regression'] ?? aSummary())).toBe(
    `❌ The tests did not change, and gpt-6.1-sol now fails duration > rounds half up: 20/20 before, 0/5 now. Held on claude-sonnet-5-5: drops of 40 points or more are ruled out (90 %).

spec      model              base → head  drop [95 %]           verdict
duration  gpt-6.1-sol        20/20 → 0/5  100 points [57, 100]  ❌ regressed
duration  claude-sonnet-5-5  20/20 → 5/5  0 points              ✅ held: drops of 40 points or more are ruled out

tests that moved (observed)
  duration > rounds half up on gpt-6.1-sol: 20/20 → 0/5

the changed words
  specs/duration/SPEC.md:41
  - Half a unit rounds up.
  + Round to the nearest unit.

Cost 1.84 USD · 10 model calls, 40 replayed from records · 96 s · sandbox bubblewrap · base ${'b'.repeat(40)} → head ${'c'.repeat(40)}
`,
  );
});

test('hostile names reach the terminal without control characters', () => {
  const text = renderTerminal(reportSituations['hostile-names'] ?? aSummary());

  expect(text).not.toMatch(/(?!\n)[\p{Cc}\u202E\u2066]/u);
});

test('a spec whose name is a runner command is only a name', () => {
  const text = renderTerminal(aSummary({ verdicts: [aVerdict({ spec: '::error::x' })] }));

  expect(text).not.toContain('::');
});

test('the terminal says in red that nothing was sandboxed, and only then', () => {
  const red = '🔴 Not sandboxed: generated code ran with the rights of this job.';

  expect(renderTerminal(reportSituations['unsandboxed'] ?? aSummary())).toContain(`\n\n${red}\n\n`);
  expect(renderTerminal(reportSituations['regression'] ?? aSummary())).not.toContain('🔴');
});
