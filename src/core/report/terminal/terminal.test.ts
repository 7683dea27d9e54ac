import { expect, test } from '@jest/globals';
import { aSummary, aVerdict } from '../../../testing/builders/a-summary.ts';
import { reportSituations } from '../../../testing/builders/report-situations.ts';
import { renderTerminal } from './terminal.ts';

test('the terminal shows the state, the verdict, the rows, the changed words and what to do', () => {
  expect(renderTerminal(reportSituations['regression'] ?? aSummary())).toBe(
    `Spec portability · ❌ blocks merge

The tests did not change, and gpt-6.1-sol now fails duration > rounds half up: 20 of 20 samples passed before, 0 of 5 now. Held on claude-sonnet-5-5.

spec      model              passed before → now  drop in percentage points  verdict
duration  gpt-6.1-sol        20/20 → 0/5          100                        ❌ regressed
duration  claude-sonnet-5-5  20/20 → 5/5          0                          ✅ held (a drop of 40+ is ruled out)

the changed words
  specs/duration/SPEC.md:41
  - Half a unit rounds up.
  + Round to the nearest unit.

Next step: reword specs/duration/SPEC.md line 41 until every model reads it as before; if the new behaviour is what you want, change the tests in the same pull request.

Cost 1.84 USD · 10 model calls, 40 answers reused from earlier runs · 96 s · sandbox bubblewrap · base ${'b'.repeat(40)} → head ${'c'.repeat(40)}
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

test('the terminal says that no pass was proved, and only then', () => {
  const line = 'Passes not proved: with `controls: off` no passing code was run on changed tests';

  expect(renderTerminal(reportSituations['unproved'] ?? aSummary())).toContain(`\n\n${line}`);
  expect(renderTerminal(reportSituations['regression'] ?? aSummary())).not.toContain('not proved');
});

test('the terminal says in red that nothing was sandboxed, and only then', () => {
  const red = '🔴 Not sandboxed: generated code ran with the rights of this job.';

  expect(renderTerminal(reportSituations['unsandboxed'] ?? aSummary())).toContain(`\n\n${red}\n\n`);
  expect(renderTerminal(reportSituations['regression'] ?? aSummary())).not.toContain('🔴');
});
