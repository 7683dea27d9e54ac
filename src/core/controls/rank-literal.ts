import type { Frame } from './frames.ts';
import { labelsOf } from './labels-of.ts';
import type { TestFile } from './test-file.ts';
import type { Token } from './tokens.ts';

/** How promising a literal is: of two places of one kind the lower rank is changed first. */
export type Rank = { readonly kind: 'expected' | 'row'; readonly rank: number };

/** What an assertion, or a table of examples, says about the literal at this token; null = it must not be changed. */
export function rankLiteral(file: TestFile, index: number): Rank | null {
  const { tokens, frames } = file;
  const token = tokens[index];
  if (token === undefined || isKey(file, index) || isLoaded(tokens, index) || isPath(token)) return null;
  const local = localFrames(frames.around[index] ?? null);
  if (labelsOf(tokens, placesOf(index, local)).some((label) => namesTest.test(label))) return null;
  const call = local.find((frame) => !isTransparent(frame));
  const depth = call === undefined ? local.length : local.indexOf(call);
  const position = { file, index, local, depth };
  return call === undefined ? withoutCall(position) : insideCall(position, call);
}

type Position = {
  readonly file: TestFile;
  readonly index: number;
  /** The brackets around it up to the nearest block of statements, the innermost first. */
  readonly local: readonly Frame[];
  readonly depth: number;
};

function placesOf(index: number, local: readonly Frame[]): readonly number[] {
  return [index, ...local.map(({ begin }) => begin)];
}

function localFrames(innermost: Frame | null): readonly Frame[] {
  const local: Frame[] = [];
  for (let frame = innermost; frame !== null && !frame.isBlock; frame = frame.parent) local.push(frame);
  return local;
}

const asserting =
  /^(?:to[A-Z]\w*|(?:debug_)?assert\w*!?|refute\w*|(?:not)?(?:[Dd]eep|[Ss]trict|[Ll]oose)?(?:[Dd]eep|[Ss]trict)?[Ee]qual\w*|notStrict\w*|notDeep\w*|eql?|eq|same|is|isNot|isEqualTo|includes?|contain\w*|match(?:es)?|throws?\w*|rejects|raises|have\w*|lengthOf|property|members|Len|Contains|DeepEqual|ErrorContains|EqualError|Exactly|be|above|below|least|most|within|closeTo|should\w*)$/;
const values =
  /^(?:Map|Set|Date|BigInt|Decimal|Fraction|timedelta|datetime|frozenset|approx|Some|Ok|Err|vec!|asList|Uint8Array|stringContaining|arrayContaining|objectContaining)$/;

// Values are built from their parts, so an expected value may be made by a call of its own.
function isTransparent({ bracket, callee, isNew }: Frame): boolean {
  return bracket !== '(' || callee === '' || isNew || callee === 'if' || values.test(callee);
}

function insideCall(position: Position, call: Frame): Rank | null {
  const { file, depth } = position;
  const argument = argumentIn(position, call);
  if (isTable(call))
    return /^(?:parametrize|rstest)$/.test(call.callee) && argument === 0 ? null : row(position);
  if (!asserting.test(call.callee) || isDenied(file, call)) return null;
  // Behind the two values stands the message.
  if (argument > lastArgument(file, call)) return null;
  const order = argument === 1 || /^to[A-Z]|^(?:be|eq|eql|equal)$/.test(call.callee) ? 0 : 1;
  return { kind: 'expected', rank: 10 * depth + order };
}

// The first argument of testify is the test itself.
function lastArgument({ tokens }: TestFile, { open }: Frame): number {
  return tokens[open + 1]?.text === 't' && tokens[open + 2]?.text === ',' ? 2 : 1;
}

/** What a value is not says nothing if it is not another value either. */
function isDenied({ tokens }: TestFile, { callee, open }: Frame): boolean {
  return /^(?:not|Not|doesNot|assertNot|assert_ne|refute)/.test(callee) || tokens[open - 3]?.text === 'not';
}

/** Which argument of the call the token is part of. */
function argumentIn({ file: { frames }, index, local }: Position, call: Frame): number {
  const inner = local[local.indexOf(call) - 1];
  return inner === undefined ? (frames.argument[index] ?? 0) : inner.argument;
}

function isTable({ callee }: Frame): boolean {
  return /^(?:each|for|parametrize|cases|rstest)$/.test(callee);
}

const expectedName = /^(?:wants?|wanted|expect\w*|exp|outputs?|outs?|results?)$/i;
const namesTest = /^(?:name|desc|description|title|label|scenario|it|test|id|testName|tc|msg|message|ids)$/i;
const comparing = new Set(['==', '!=', '===', '!==', 'is']);

function withoutCall(position: Position): Rank | null {
  const { file, index, local, depth } = position;
  if (labelsOf(file.tokens, placesOf(index, local)).some((label) => expectedName.test(label)))
    return { kind: 'expected', rank: 10 * depth + 1 };
  const lead = leadOf(position);
  const word = file.tokens[lead]?.text ?? '';
  if (/^assert\w*$/.test(word)) return asserted(position, lead);
  const isExpected = /^(?:if|unless)$/.test(word) && isUnequal(comparisonAt(file.tokens, index));
  if (isExpected) return { kind: 'expected', rank: 10 * depth + 2 };
  return local.length >= 2 ? row(position) : null;
}

function asserted(position: Position, lead: number): Rank | null {
  const { file, index, depth } = position;
  const comparison = comparisonAt(file.tokens, index);
  if (isMessage(position, lead) || isUnequal(comparison)) return null;
  return { kind: 'expected', rank: 10 * depth + (comparison !== null || depth > 0 ? 0 : 5) };
}

function isUnequal(comparison: string | null): boolean {
  return comparison === '!=' || comparison === '!==';
}

/** The first token of the line on which the expression around the token begins. */
function leadOf({ file: { tokens, text }, index, local }: Position): number {
  let first = local.at(-1)?.begin ?? index;
  const line = text.lastIndexOf('\n', (tokens[first]?.start ?? 0) - 1);
  while (first > 0 && (tokens[first - 1]?.start ?? -1) > line) first -= 1;
  return first;
}

/** `assert claim, message`: the token stands behind a comma of the statement itself. */
function isMessage({ file: { tokens, frames }, index, local }: Position, lead: number): boolean {
  if (tokens[lead]?.text !== 'assert') return false;
  const outside = frames.around[lead] ?? null;
  const last = local.at(-1)?.begin ?? index;
  return tokens
    .slice(lead, last)
    .some(({ text }, at) => text === ',' && (frames.around[lead + at] ?? null) === outside);
}

function comparisonAt(tokens: readonly Token[], index: number): string | null {
  const before = tokens[tokens[index - 1]?.text === '-' ? index - 2 : index - 1]?.text ?? '';
  const after = tokens[index + 1]?.text ?? '';
  return [before, after].find((text) => comparing.has(text)) ?? null;
}

/** The last value of a row is what the others should give, unless a row has only one. */
function row({ file, index, local, depth }: Position): Rank | null {
  const [innermost, outer] = local;
  if (innermost === undefined || outer === undefined || innermost.commas === 0) return null;
  const hasLabel = labelsOf(file.tokens, [index]).length > 0;
  const isLast = file.frames.argument[index] === innermost.commas;
  return hasLabel || !isLast ? null : { kind: 'row', rank: depth };
}

function isKey(file: TestFile, index: number): boolean {
  const { tokens, frames, language } = file;
  if (isSubscript(file, index)) return true;
  const after = tokens[index + 1]?.text;
  if (after === '=>') return true;
  if (after !== ':') return false;
  const bracket = frames.around[index]?.bracket;
  return bracket === '{' || bracket === undefined || !language.hasBraces;
}

/** `row["want"]`, `rows[0]`: without it the test would break, whatever the code gives. */
function isSubscript({ tokens }: TestFile, index: number): boolean {
  const [name, bracket] = tokens.slice(Math.max(0, index - 2), index);
  if (bracket?.text !== '[' || name === undefined || tokens[index + 1]?.text !== ']') return false;
  return name.end === bracket.start && (name.kind === 'word' || /^[\])]$/.test(name.text));
}

const loading = new Set(['import', 'from', 'require', 'package', 'use', 'include', 'using', 'mod', 'extern']);

function isLoaded(tokens: readonly Token[], index: number): boolean {
  const before = tokens[index - 1]?.text ?? '';
  return loading.has(before) || (before === '(' && loading.has(tokens[index - 2]?.text ?? ''));
}

function isPath({ kind, text }: Token): boolean {
  if (kind !== 'string') return false;
  return (
    /^.(?:\.{0,2}\/|node:|file:|https?:)/.test(text) ||
    /^.[\w@./-]+\.(?:[cm]?[jt]sx?|json|ya?ml|py|go|rs|rb|java|txt|md|csv).$/.test(text)
  );
}
