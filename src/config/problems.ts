import type { z } from 'zod';
import type { UserError } from '../errors.ts';
import { configError, quoted, shown } from './config-error.ts';
import { keyPathText, type Locate } from './locate.ts';
import { nearest } from './nearest.ts';

type Issue = z.core.$ZodIssue;

/** One mistake in the configuration. */
type Problem = {
  readonly path: readonly PropertyKey[];
  readonly kind: 'unknown-key' | 'no-writes' | 'value';
  /** The values that are allowed; for an unknown key the comma-separated known keys. */
  readonly allowed: string;
};

/** The error for what the schema found: the first problem in full, the others as a count. */
export function problemsError(issues: readonly Issue[], value: unknown, locate: Locate): UserError {
  const problems = onePerPlace(issues.flatMap((issue) => problemsOf(issue, [])));
  const places = problems.map((problem) => ({ problem, place: locate(problem.path) }));
  // A key is often missing because it was written under another name. That name is the mistake to report.
  const isMissing = ({ problem }: { readonly problem: Problem }): number =>
    problem.kind !== 'unknown-key' && valueAt(value, problem.path) === undefined ? 1 : 0;
  const first = places.toSorted(
    (one, other) => isMissing(one) - isMissing(other) || lineIn(one.place) - lineIn(other.place),
  )[0];
  if (first === undefined) throw new Error('the schema refused the configuration without an issue');
  const more = problems.length <= 1 ? '' : ` (and ${problems.length - 1} more)`;
  const { problem, place } = first;
  return configError(
    problem.kind === 'no-writes' ? 'WRITES_EMPTY' : 'CONFIG_INVALID',
    `${place}: ${whatIsWrong(problem, value)}`,
    `${wayOut(problem, value)}${more}`,
  );
}

function onePerPlace(problems: readonly Problem[]): readonly Problem[] {
  const byPath = new Map<string, Problem>();
  for (const problem of problems) {
    const path = keyPathText(problem.path);
    if (!byPath.has(path)) byPath.set(path, problem);
  }
  return [...byPath.values()];
}

function problemsOf(issue: Issue, parents: readonly PropertyKey[]): readonly Problem[] {
  const path = [...parents, ...issue.path];
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => ({ path: [...path, key], kind: 'unknown-key', allowed: issue.message }));
  }
  if (issue.code === 'invalid_union') {
    const branch = issue.errors.find((branchIssues) => branchIssues.every((one) => isInside(one)));
    if (branch !== undefined && branch.length > 0) return branch.flatMap((one) => problemsOf(one, path));
  }
  return [{ path, kind: isEmptyWrites(issue, path) ? 'no-writes' : 'value', allowed: issue.message }];
}

function isEmptyWrites(issue: Issue, path: readonly PropertyKey[]): boolean {
  if (path.length !== 3 || path[0] !== 'specs' || path[2] !== 'writes') return false;
  return issue.code === 'too_small' || (issue.code === 'custom' && issue.params?.['tooWide'] !== true);
}

// The branch of a union that the user meant is the one whose type fits: text for text, mapping for mapping.
function isInside(issue: Issue): boolean {
  return issue.path.length > 0 || issue.code !== 'invalid_type';
}

function whatIsWrong(problem: Problem, value: unknown): string {
  const name = quoted(keyPathText(problem.path));
  if (problem.kind === 'unknown-key') return `unknown key ${name}.`;
  if (problem.path.length === 0) return `the file is ${shown(value)}.`;
  const found = valueAt(value, problem.path);
  if (found === undefined) return `${name} is missing.`;
  const key = problem.path.at(-1);
  // An API key that was written here by mistake must not be repeated, not even a malformed one.
  if (key === 'api-key-env' || (key === 'env' && problem.path.at(-3) === 'headers'))
    return `${name} is not the name of an environment variable (the value is not shown here).`;
  return `${name} is ${shown(found)}.`;
}

function wayOut(problem: Problem, value: unknown): string {
  if (problem.kind !== 'unknown-key') {
    const isExpression =
      problem.path.at(-1) === 'api-key-env' && isExpressionText(valueAt(value, problem.path));
    const hint = isExpression
      ? ' Expressions such as `${{ … }}` are not evaluated in this file: write the NAME of the variable.'
      : valueHint(valueAt(value, problem.path), problem.allowed);
    return `Allowed: ${problem.allowed}.${hint}`;
  }
  const meant = knownAs(String(problem.path.at(-1)), problem.allowed.split(', '));
  const question = meant === null ? '' : `Did you mean ${quoted(meant)}? `;
  return `${question}Known keys here: ${problem.allowed}.`;
}

/** How a text that is almost right is written right; empty where nothing is near. */
function valueHint(found: unknown, allowed: string): string {
  if (typeof found !== 'string') return '';
  if (allowed.startsWith('a list')) return ` Write a list of one as ${quoted(`[${JSON.stringify(found)}]`)}.`;
  if (/^(?:a|a whole) number/.test(allowed) && /^-?\d+(?:\.\d+)?$/.test(found))
    return ' Write it without quotes.';
  const words = allowed.split(', ').filter((word) => /^[\w-]+$/.test(word));
  const meant = nearest(found, words);
  return meant === null || meant === found ? '' : ` Did you mean ${quoted(meant)}?`;
}

/** Whether a text is a workflow expression; nothing evaluates such expressions in our config file. */
function isExpressionText(value: unknown): boolean {
  return typeof value === 'string' && value.includes('${{');
}

function valueAt(value: unknown, path: readonly PropertyKey[]): unknown {
  let found = value;
  for (const key of path) {
    if (typeof found !== 'object' || found === null || !Object.hasOwn(found, key)) return undefined;
    found = Reflect.get(found, key);
  }
  return found;
}

// Problems in inputs come before problems in the file: the inputs belong to this run.
function lineIn(place: string): number {
  const line = /:(\d+)$/.exec(place)?.[1];
  return line === undefined ? 0 : Number(line);
}

/** Names that people use for a key elsewhere: the action's inputs, vendors' parameters, other tools. */
const aliases: Readonly<Record<string, string>> = {
  testcommand: 'test',
  command: 'test',
  setupcommand: 'setup',
  install: 'setup',
  workingdirectory: 'directory',
  name: 'id',
  maxtokens: 'max-output-tokens',
  temperature: 'params',
  topp: 'params',
  seed: 'params',
  maxusd: 'usd',
  maxgenerations: 'generations',
};

/** The known key that an unknown one probably means; null when none is similar. */
function knownAs(key: string, known: readonly string[]): string | null {
  const near = nearest(key, known);
  if (near !== null) return near;
  const plain = key.toLowerCase().replaceAll(/[-_]/g, '');
  const alias = Object.hasOwn(aliases, plain) ? (aliases[plain] ?? null) : null;
  return alias !== null && known.includes(alias) ? alias : null;
}
