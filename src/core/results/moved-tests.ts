import type { TestFilePair } from '../specs/spec.ts';

/**
 * Maps ids of the base to ids of the head for tests whose id changed. Only proven pairs count. Either git says that
 * the file was renamed and the path inside it is the same; or the file and the last name are the same, the name
 * occurs once, and its body has the same lines under another suite name. All other tests count as deleted or new.
 */
export function movedTests(of: {
  readonly base: readonly string[];
  readonly head: readonly string[];
  readonly files: readonly TestFilePair[];
}): ReadonlyMap<string, string> {
  const head = new Set(of.head);
  const base = new Set(of.base);
  const gone = of.base.filter((id) => !head.has(id));
  const come = of.head.filter((id) => !base.has(id));
  const moved = new Map<string, string>();
  for (const file of of.files) {
    const before = inFile(gone, file.from);
    const after = inFile(come, file.path);
    for (const [id, inside] of before) {
      const same = after.filter(([, other]) => other === inside);
      const target = file.from !== file.path && same.length === 1 ? same[0] : undefined;
      const found = target ?? underAnotherSuite(inside, { before, after, file });
      if (found !== undefined) moved.set(id, found[0]);
    }
  }
  return withoutDoubles(moved);
}

type Located = readonly [id: string, inside: string];

// An id is `file > suites > name`.
function inFile(ids: readonly string[], path: string): readonly Located[] {
  const start = `${path}${separator}`;
  return ids.flatMap((id) => (id.startsWith(start) ? [[id, id.slice(start.length)] as const] : []));
}

const separator = ' > ';

function underAnotherSuite(
  inside: string,
  at: {
    readonly before: readonly Located[];
    readonly after: readonly Located[];
    readonly file: TestFilePair;
  },
): Located | undefined {
  const leaf = leafOf(inside);
  const named = (list: readonly Located[]): readonly Located[] =>
    list.filter(([, other]) => leafOf(other) === leaf);
  const [target, ...others] = named(at.after);
  if (target === undefined || others.length > 0 || named(at.before).length !== 1) return undefined;
  const before = bodyOf(leaf, at.file.base);
  return before !== null && before === bodyOf(leaf, at.file.head) ? target : undefined;
}

function leafOf(inside: string): string {
  return inside.split(separator).at(-1) ?? inside;
}

/**
 * The lines of a test, found by indentation: from the only line that holds its name in quotes up to the next line
 * that is indented no deeper. null if no line or several lines hold the name, because then nothing is proven.
 */
function bodyOf(name: string, text: string): string | null {
  const lines = text.split('\n');
  const quoted = ["'", '"', '`'].map((quote) => `${quote}${name}${quote}`);
  const starts = lines.flatMap((line, at) => (quoted.some((each) => line.includes(each)) ? [at] : []));
  const [start] = starts;
  if (start === undefined || starts.length > 1) return null;
  const indent = indentOf(lines[start] ?? '');
  const next = lines.findIndex((line, at) => at > start && line.trim() !== '' && indentOf(line) <= indent);
  const body = lines.slice(start, next < 0 ? lines.length : next + 1);
  return body.map((line) => line.slice(Math.min(indent, indentOf(line)))).join('\n');
}

function indentOf(line: string): number {
  return line.length - line.trimStart().length;
}

// Two tests of the base cannot have become the same test of the head.
function withoutDoubles(moved: ReadonlyMap<string, string>): ReadonlyMap<string, string> {
  const targets = [...moved.values()];
  return new Map([...moved].filter(([, to]) => targets.filter((each) => each === to).length === 1));
}
