import * as z from 'zod';
import { hasTooManyValues, valueOf } from './json-text.ts';
import type { FoundCase, FoundReport, ReportFormat } from './report-format.ts';

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

/** What `jest --json` and vitest's JSON reporter write. */
export const jestJson = {
  name: 'jest-json',
  mayBe: (text) => text.trimStart().startsWith('{'),
  isPrintedIn: null,
  read: readJestJson,
} as const satisfies ReportFormat;

function readJestJson(text: string): FoundReport | null {
  if (hasTooManyValues(text)) return null;
  const parsed = reportSchema.safeParse(valueOf(text));
  if (!parsed.success || parsed.data.wasInterrupted === true) return null;
  const cases = parsed.data.testResults.flatMap((file) =>
    file.assertionResults.map((assertion) => foundCase(file.name, assertion)),
  );
  return { cases };
}

function foundCase(file: string, assertion: z.infer<typeof assertionSchema>): FoundCase {
  return {
    file,
    names: [...suitesOf(assertion.ancestorTitles), assertion.title],
    status: statusOf(assertion.status),
    message: (assertion.failureMessages ?? []).join('\n'),
  };
}

// Vitest 1 counts the file as a suite without a name.
function suitesOf(ancestors: readonly string[]): readonly string[] {
  return ancestors[0] === '' ? ancestors.slice(1) : ancestors;
}

function statusOf(status: string): FoundCase['status'] {
  return status === 'passed' || status === 'failed' ? status : 'skipped';
}
