import * as z from 'zod';
import { digest } from '../digest.ts';
import { clippedSaying, type CollectedSample, type FoundSample, type FoundSides } from './collected.ts';
import type { OutcomeDocument } from './read-json.ts';
import { readDocument } from './read-document.ts';
import { outcomesError, shownName, shownNames } from './refuse-outcomes.ts';

const components = z.array(
  z.object({
    pass: z.boolean().nullish(),
    metadata: z.object({ graderError: z.unknown().optional() }).nullish(),
  }),
);

const row = z.object({
  id: z.string().nullish(),
  success: z.boolean(),
  /** 0 = none, 1 = an assertion, 2 = an error; older versions do not say. */
  failureReason: z.number().nullish(),
  error: z.string().nullish(),
  promptIdx: z.number(),
  prompt: z.object({ label: z.string().nullish(), raw: z.string().nullish() }),
  provider: z.object({ id: z.string().nullish(), label: z.string().nullish() }),
  testCase: z.object({
    description: z.string().nullish(),
    vars: z.record(z.string(), z.unknown()).nullish(),
    assert: z.unknown().optional(),
  }),
  gradingResult: z.object({ reason: z.string().nullish(), componentResults: components.nullish() }).nullish(),
  response: z.object({ output: z.unknown().optional() }).nullish(),
});

const resultsFile = z.object({ results: z.object({ results: z.array(row) }) });

type Row = z.output<typeof row>;

/** Whether a document looks like results of promptfoo, whole or not. */
export function isPromptfoo(value: unknown): boolean {
  return z.object({ results: z.object({ results: z.unknown() }) }).safeParse(value).success;
}

/**
 * The samples of both sides, collected before and after a change. One prompt a side is what changed. Several are matched
 * by their order, because promptfoo's labels hold their text.
 */
export function promptfooSides(documents: {
  readonly base: readonly OutcomeDocument[];
  readonly head: readonly OutcomeDocument[];
}): NotedSides {
  const base = documents.base.flatMap((document) => rowsOf(document));
  const head = documents.head.flatMap((document) => rowsOf(document));
  const [before, now] = [promptsOf(base), promptsOf(head)];
  if (before.length !== now.length)
    throw outcomesError(
      'OUTCOMES_NOT_COMPARABLE',
      `the base holds results of ${numberOf(before)} and the head of ${numberOf(now)}.`,
      'Give results of the same prompts, in the same order.',
    );
  const samplesOf = (rows: readonly Row[], prompts: readonly string[]): readonly FoundSample[] =>
    rows.map((each) => sampleOf(each, prompts.length > 1 ? prompts.indexOf(labelOf(each)) : null));
  return {
    base: samplesOf(base, before),
    head: samplesOf(head, now),
    notes: now.length > 1 ? now.map((label, index) => `Prompt ${index + 1} is ${label.slice(0, 100)}.`) : [],
  };
}

type NotedSides = FoundSides & { readonly notes: readonly string[] };

/** The samples of one file in which two prompts are compared: the first is the base, the second the head. */
export function promptsInOne(document: OutcomeDocument): NotedSides {
  const rows = rowsOf(document);
  const prompts = promptsOf(rows);
  const [base, head, ...more] = prompts;
  if (base === undefined || head === undefined || more.length > 0)
    throw outcomesError(
      'OUTCOMES_NOT_COMPARABLE',
      `${shownName(document.name)} holds results of ${numberOf(prompts)} (${shownNames(prompts)}), and one file alone must hold two: the base, then the head.`,
      'Give the results from before the change with `--base`.',
    );
  const side = (label: string): readonly FoundSample[] =>
    rows.filter((each) => labelOf(each) === label).map((each) => sampleOf(each, null));
  return {
    base: side(base),
    head: side(head),
    notes: [`The base is the prompt ${base.slice(0, 200)}; the head is the prompt ${head.slice(0, 200)}.`],
  };
}

function numberOf({ length }: readonly string[]): string {
  return length === 1 ? '1 prompt' : `${length} prompts`;
}

function rowsOf(document: OutcomeDocument): readonly Row[] {
  return readDocument(document, resultsFile).results.results;
}

// In the order of the configuration: rows arrive in the order in which calls end.
function promptsOf(rows: readonly Row[]): readonly string[] {
  const ordered = rows.toSorted((one, other) => one.promptIdx - other.promptIdx);
  return [...new Set(ordered.map((each) => labelOf(each)))];
}

function labelOf({ prompt }: Row): string {
  return prompt.label ?? prompt.raw ?? '';
}

function sampleOf(each: Row, prompt: number | null): FoundSample {
  const { id = null, provider, response } = each;
  const judged = outcomeOf(each);
  return {
    ...judged,
    ...itemOf(each, prompt),
    model: provider.label ?? provider.id ?? '',
    id,
    isEmptyFailure: judged.outcome === 'failed' && (response?.output ?? '') === '',
  };
}

function itemOf({ testCase }: Row, prompt: number | null): Pick<FoundSample, 'key' | 'item'> {
  const { description = null, vars = null, assert = null } = testCase;
  const named = description ?? textOf(vars ?? {});
  return {
    key: digest([prompt, description, vars, assert]),
    item: prompt === null ? named : `prompt ${prompt + 1} · ${named}`,
  };
}

function textOf(vars: Readonly<Record<string, unknown>>): string {
  const parts = Object.entries(vars).map(
    ([name, value]) => `${name}=${typeof value === 'string' ? value : JSON.stringify(value)}`,
  );
  return parts.length === 0 ? 'the only test' : parts.join(', ');
}

function outcomeOf(each: Row): CollectedSample {
  const { success, error, gradingResult } = each;
  if (isError(each)) return { outcome: 'unmeasured', said: clippedSaying(error ?? 'an error') };
  if (isGraderError(each)) return { outcome: 'unmeasured', said: clippedSaying(gradingResult?.reason) };
  if (!hasAssertions(each)) return { outcome: 'unmeasured', said: 'no assertion judged the answer' };
  return {
    outcome: success ? 'passed' : 'failed',
    said: success ? '' : clippedSaying(gradingResult?.reason ?? error),
  };
}

function isError({ success, failureReason, error, gradingResult }: Row): boolean {
  if (success) return false;
  if (typeof failureReason === 'number') return failureReason === 2;
  return typeof error === 'string' && (gradingResult ?? null) === null;
}

// A grader that failed says nothing of the answer, unless another assertion failed as well.
function isGraderError({ success, gradingResult }: Row): boolean {
  const failed = (gradingResult?.componentResults ?? []).filter(({ pass }) => pass !== true);
  return !success && failed.length > 0 && failed.every(({ metadata }) => metadata?.graderError === true);
}

// promptfoo passes whatever nobody judges.
function hasAssertions({ testCase, gradingResult }: Row): boolean {
  const { assert } = testCase;
  const isListed = Array.isArray(assert) && assert.length > 0;
  return isListed || (gradingResult?.componentResults ?? []).length > 0;
}
