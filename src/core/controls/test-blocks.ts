import type { Frame } from './frames.ts';
import type { TestFile } from './test-file.ts';

/** One test or group of tests in the text of a file. */
export type Block = {
  /** The name as it is written, up to a place that is filled in later. */
  readonly name: string;
  /** The rest of the name is filled in later. */
  readonly isOpen: boolean;
  readonly start: number;
  readonly end: number;
};

/** The tests that a file declares, in the order in which they begin; groups of tests are left out. */
export function testBlocks(file: TestFile): readonly Block[] {
  const declared = file.language.hasRegex ? calledBlocks(file) : headedBlocks(file.text);
  const called = /\.rb$/.test(file.path) ? [...declared, ...rubyBlocks(file.text)] : declared;
  const blocks = called.toSorted((one, other) => one.start - other.start || other.end - one.end);
  return blocks.filter(({ end }, index) => (blocks[index + 1]?.start ?? end) >= end);
}

/** The innermost block around a position; null if there is none. */
export function blockAt(blocks: readonly Block[], at: number): Block | null {
  return blocks.findLast(({ start, end }) => start <= at && at < end) ?? null;
}

const declaring = /^(?:test|it|describe|suite|specify|context|fit|xit)$/;

/** `test('name', …)`, `it.only('name', …)`, `it.each(table)('name', …)`. */
function calledBlocks({ tokens, frames, text }: TestFile): readonly Block[] {
  return frames.all.flatMap((frame): readonly Block[] => {
    const name = tokens[frame.open + 1];
    if (frame.bracket !== '(' || !declares(frame) || name === undefined) return [];
    if (name.kind !== 'string' && name.kind !== 'opaque') return [];
    const start = tokens[frame.begin]?.start ?? 0;
    return [{ ...named(name.text.slice(1, -1)), start, end: tokens[frame.close]?.end ?? text.length }];
  });
}

function declares({ callee, owner }: Frame): boolean {
  return (
    declaring.test(callee) ||
    (declaring.test(owner) && /^(?:only|skip|concurrent|sequential|each\(\)|for\(\))$/.test(callee))
  );
}

// `%s` and `${…}` are filled in by the runner, and an escape is written differently in an id.
function named(written: string): Pick<Block, 'name' | 'isOpen'> {
  const name = written.slice(0, Math.max(0, written.search(/%|\$|#|\\|$/)));
  return { name: name.replaceAll(/\s+/g, ' ').trimStart(), isOpen: name !== written };
}

const head =
  /^([ \t]*)(?:(?:async[ \t]+)?def[ \t]+(\w+)|class[ \t]+\w+|func[ \t]+(?:\([^)\n]*\)[ \t]*)?(\w+)|(?:pub[ \t]+)?(?:async[ \t]+)?fn[ \t]+(\w+)|(?:[\w@]+[ \t]+)*(?:void|fun|Task)[ \t]+(\w+|`[^`\n]+`)[ \t]*\()/gm;
const isTestName = /^(?:test|Test|Example|should)/;

/** `def test_x`, `func TestX`, `fn x`, `void x`: a block reaches to the next head of any kind. */
function headedBlocks(text: string): readonly Block[] {
  const heads = [...text.matchAll(head)].map((found) => {
    const [, indent = '', ...names] = found;
    const name = names.find((each) => each !== undefined)?.replaceAll('`', '') ?? null;
    const isTest =
      name !== null &&
      (isTestName.test(name) || /^\s*(?:pub |async |fn |[\w@ ]*(?:void|fun|Task) )/.test(found[0]));
    return { name: isTest ? name : null, start: decorated(text, found.index, indent) };
  });
  return heads.flatMap(({ name, start }, index) =>
    name === null ? [] : [{ name, isOpen: false, start, end: heads[index + 1]?.start ?? text.length }],
  );
}

/** Where the decorators above a head begin. */
function decorated(text: string, at: number, indent: string): number {
  let start = at;
  let line = at;
  while (line > 0) {
    const above = text.lastIndexOf('\n', line - 2) + 1;
    const content = text.slice(above, line);
    const isDeeper = content.startsWith(`${indent} `) || content.startsWith(`${indent}\t`);
    const begins = content.startsWith(`${indent}@`) || content.startsWith(`${indent}#[`);
    if (begins) start = above;
    else if (!isDeeper && !/^\s*[)\]}]/.test(content)) break;
    line = above;
  }
  return start;
}

const rubyHead = /^[ \t]*(?:it|specify|test|should)[ \t(]+(['"])([^'"\n]*)\1[^\n]*\bdo\b/gm;

function rubyBlocks(text: string): readonly Block[] {
  const heads = [...text.matchAll(rubyHead)].map(({ index, 2: name = '' }) => ({ name, start: index }));
  return heads.map(({ name, start }, index) => ({
    ...named(name),
    start,
    end: heads[index + 1]?.start ?? text.length,
  }));
}
