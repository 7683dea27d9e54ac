import * as z from 'zod';
import { hasTooManyValues } from './json-text.ts';
import { testStatuses, type FoundReport, type ReportFormat } from './report-format.ts';

const headSchema = z.object({ format: z.literal('spec-portability-node-test'), version: z.literal(1) });

const caseSchema = z.object({
  file: z.string(),
  names: z.array(z.string()).min(1),
  status: z.enum(testStatuses),
  message: z.string(),
});

const cutShortSchema = z.strictObject({ file: z.string(), cutShort: z.literal(true) });

// The seal in it is read by read-guard.ts.
const endSchema = z.object({ end: z.literal(true) });

/**
 * The output of inside/node-test-reporter.mjs; no report without its last line, which a process that crashed never
 * wrote.
 */
export const nodeTestLines = {
  name: 'node-test',
  mayBe: (text) => text.trimStart().startsWith('{'),
  isPrintedIn: null,
  read: readNodeTestLines,
} as const satisfies ReportFormat;

function readNodeTestLines(text: string): FoundReport | null {
  if (hasTooManyValues(text)) return null;
  const lines = linesOf(text.trimStart());
  if (lines === null || lines.length < 2) return null;
  if (!headSchema.safeParse(lines[0]).success || !endSchema.safeParse(lines.at(-1)).success) return null;
  const found = z.array(z.union([caseSchema, cutShortSchema])).safeParse(lines.slice(1, -1));
  if (!found.success) return null;
  return {
    cases: found.data.filter((line) => 'names' in line),
    cutShort: found.data.flatMap((line) => ('cutShort' in line ? [line.file] : [])),
  };
}

function linesOf(text: string): readonly unknown[] | null {
  try {
    return text
      .split('\n')
      .filter((line) => line !== '')
      .map((line): unknown => JSON.parse(line));
  } catch {
    return null;
  }
}
