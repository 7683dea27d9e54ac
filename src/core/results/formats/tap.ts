import type { FoundCase, FoundReport, ReportFormat } from './report-format.ts';
import { readTapLine } from './tap-line.ts';
import type { TapLine } from './tap-line.ts';

type Point = {
  readonly line: Extract<TapLine, { kind: 'point' }>;
  name: string;
  children: readonly Point[];
  message: string;
  isSuite: boolean;
};

/** Points and plan of one level; `parent` is set if the subtests follow their parent in braces. */
type Block = { points: Point[]; plan: number | null; parent: Point | null };

/** Open blocks, the outermost first; `faulty` once the output cannot be a complete report. */
type Reading = { blocks: Block[]; finished: Point[]; faulty: boolean };

const depthLimit = 32;

/**
 * TAP 12, 13 or 14 with subtests of both styles; no report when it bailed out, or the number of tests differs from
 * its plan.
 */
export const tap = {
  name: 'tap',
  mayBe: (text) => !/^\s*[<{]/.test(text),
  isPrintedIn: (output) => /^(?:TAP version \d+|1\.\.\d+)\s*$/m.test(output),
  read: readTap,
} as const satisfies ReportFormat;

function readTap(text: string): FoundReport | null {
  const points = pointsOf(text.split(/\r?\n/));
  return points === null ? null : { cases: withoutTiming(foundIn(points, [])) };
}

const timing = / in \d+ms$/;

/** `bats --timing` writes how long a test took behind every name. Elsewhere such words belong to the name. */
function withoutTiming(cases: readonly FoundCase[]): readonly FoundCase[] {
  const isTimed = cases.every(({ names }) => timing.test(names.at(-1) ?? ''));
  if (!isTimed) return cases;
  return cases.map((each) => ({ ...each, names: each.names.map((name) => name.replace(timing, '')) }));
}

function pointsOf(lines: readonly string[]): readonly Point[] | null {
  const reading: Reading = { blocks: [newBlock(null)], finished: [], faulty: false };
  let last: Point | null = null;
  for (let index = 0; index < lines.length && !reading.faulty; index += 1) {
    const line = readTapLine(lines[index] ?? '');
    if (line.kind === 'yaml' && last !== null && line.indent === last.line.level * 4 + 2) {
      const yaml = readTapYaml(lines, index);
      if (yaml === null) return null;
      last.message = yaml.message;
      last.isSuite = yaml.isSuite;
      index = yaml.end;
    }
    if (line.kind !== 'noise') last = take(reading, line);
  }
  endDocument(reading);
  return reading.faulty ? null : reading.finished;
}

function newBlock(parent: Point | null): Block {
  return { points: [], plan: null, parent };
}

/** Processes one line and returns the point to which a following YAML block would belong. */
function take(reading: Reading, line: TapLine): Point | null {
  switch (line.kind) {
    case 'point':
      return takePoint(reading, line);
    case 'plan':
      takePlan(reading, line);
      return null;
    case 'version':
      // `node --test a && node --test b` prints two documents.
      if (line.level === 0 && hasBegun(reading)) endDocument(reading);
      return null;
    case 'close':
      closeBraces(reading, line.level);
      return null;
    case 'bail-out':
      reading.faulty = true;
      return null;
    case 'yaml':
    case 'noise':
      return null;
  }
}

function takePoint(reading: Reading, line: Point['line']): Point | null {
  const block = blockAt(reading, line.level);
  if (block === null) return null;
  const point: Point = {
    line,
    name: line.name,
    children: childrenFor(reading, line.level),
    message: '',
    isSuite: false,
  };
  block.points.push(point);
  if (line.opens) reading.blocks[line.level + 1] = newBlock(point);
  return point;
}

function takePlan(reading: Reading, line: Extract<TapLine, { kind: 'plan' }>): void {
  const block = blockAt(reading, line.level);
  if (block === null) return;
  if (block.plan !== null) reading.faulty = true;
  block.plan = line.count;
}

/** The block of a level, opened when it is one deeper than the last; null = indented output that is not TAP. */
function blockAt({ blocks }: Reading, level: number): Block | null {
  if (level > blocks.length || level > depthLimit) return null;
  blocks[level] ??= newBlock(null);
  return blocks[level];
}

/**
 * An indented block before a point holds its subtests if it has a plan; without a plan it is output of the tested
 * code.
 */
function childrenFor(reading: Reading, level: number): readonly Point[] {
  const block = reading.blocks[level + 1];
  reading.blocks.length = level + 1;
  if (block === undefined || block.plan === null) return [];
  if (block.plan !== block.points.length || block.parent !== null) reading.faulty = true;
  return block.points;
}

function closeBraces(reading: Reading, level: number): void {
  const block = reading.blocks[level + 1];
  if (block === undefined || block.parent === null) return;
  if (block.plan !== null && block.plan !== block.points.length) reading.faulty = true;
  block.parent.children = block.points;
  block.parent.name = block.parent.name.replace(/ ?\{$/, '');
  reading.blocks.length = level + 1;
}

function hasBegun({ blocks }: Reading): boolean {
  return blocks.length > 1 || blocks[0]?.plan !== null || blocks[0].points.length > 0;
}

function endDocument(reading: Reading): void {
  const [top, open] = reading.blocks;
  // A block without a plan is output of the tested code, and a test name may end with a brace.
  const isOpen =
    open !== undefined && (open.plan !== null || (open.parent !== null && open.points.length > 0));
  if (top === undefined || top.plan !== top.points.length || isOpen) reading.faulty = true;
  // Pushed one by one: a hostile report may have more points than a call may have arguments.
  for (const point of top?.points ?? []) reading.finished.push(point);
  reading.blocks = [newBlock(null)];
}

function foundIn(points: readonly Point[], parents: readonly string[]): readonly FoundCase[] {
  return points.flatMap(({ line, name, children, message, isSuite }) => {
    const names = [...parents, name];
    if (children.length > 0) return foundIn(children, names);
    if (isSuite) return [];
    const status = line.skipped ? 'skipped' : line.ok ? 'passed' : 'failed';
    return [{ file: '', names, status, message }];
  });
}

/** The content of the YAML block after a test point, and the index of its last line. */
export type TapYaml = { readonly message: string; readonly isSuite: boolean; readonly end: number };

const blockLimit = 2000;

/** Reads the block that begins at `start`; null when it is never closed. */
function readTapYaml(lines: readonly string[], start: number): TapYaml | null {
  const indent = indentOf(lines[start] ?? '');
  const after = lines.slice(start + 1, start + blockLimit);
  const length = after.findIndex((line) => line.trim() === '...' && indentOf(line) === indent);
  if (length === -1) return null;
  const block = after.slice(0, length);
  return {
    message: messageIn(block),
    isSuite: block.some((line) => /^\s*type: '?suite'?$/.test(line) && indentOf(line) === indent),
    end: start + 1 + length,
  };
}

/** node:test calls it `error`, mocha and node-tap `message`. */
function messageIn(block: readonly string[]): string {
  const at = block.findIndex((line) => /^\s*(?:error|message):/.test(line));
  const line = block[at];
  if (line === undefined) return '';
  const value = line.slice(line.indexOf(':') + 1).trim();
  if (!/^[|>][+-]?$/.test(value)) return value.replace(/^(['"])(.*)\1$/, '$2');
  const rest = block.slice(at + 1);
  const next = rest.findIndex((other) => other.trim() !== '' && indentOf(other) <= indentOf(line));
  return (next === -1 ? rest : rest.slice(0, next)).map((other) => other.trim()).join('\n');
}

function indentOf(line: string): number {
  return line.length - line.trimStart().length;
}
