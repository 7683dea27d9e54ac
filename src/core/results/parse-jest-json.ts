import * as z from 'zod';
import { casesOf, hasTooManyValues, reportSizeLimit } from './found-case.ts';
import type { FoundCase } from './found-case.ts';
import type { Root } from './case-id.ts';
import type { TestCase, TestReport } from './test-report.ts';

const assertionSchema = z.object({
  ancestorTitles: z.array(z.string()),
  title: z.string(),
  status: z.enum(['passed', 'failed', 'pending', 'skipped', 'todo', 'disabled']),
  failureMessages: z.array(z.string()).nullish(),
});

const reportSchema = z.object({
  wasInterrupted: z.boolean().optional(),
  testResults: z.array(z.object({ name: z.string(), assertionResults: z.array(assertionSchema) })),
});

/** Reads what `jest --json` and vitest's JSON reporter write; null when it is not a whole report. */
export function parseJestJson(text: string, root: Root): TestReport | null {
  if (text.length > reportSizeLimit || hasTooManyValues(text)) return null;
  const parsed = reportSchema.safeParse(jsonOf(text));
  if (!parsed.success || parsed.data.wasInterrupted === true) return null;
  const found = parsed.data.testResults.flatMap((file) =>
    file.assertionResults.map((assertion) => foundCase(file.name, assertion)),
  );
  const cases = casesOf(found, root);
  return cases === null ? null : { format: 'jest-json', cases };
}

/** The value of a JSON text, or undefined, which no schema accepts. */
function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function foundCase(file: string, assertion: z.infer<typeof assertionSchema>): FoundCase {
  return {
    file,
    names: [...assertion.ancestorTitles, assertion.title],
    status: statusOf(assertion.status),
    message: (assertion.failureMessages ?? []).join('\n'),
  };
}

function statusOf(status: string): TestCase['status'] {
  return status === 'passed' || status === 'failed' ? status : 'skipped';
}
