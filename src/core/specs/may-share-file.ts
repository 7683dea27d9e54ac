/** Whether some path could match both globs. In doubt it could: a rule too many does less harm than one too few. */
export function mayShareFile(one: string, other: string): boolean {
  const [left, right] = [partsOf(one), partsOf(other)];
  // A brace with a folder in it, or a length that nobody writes.
  if (left === null || right === null) return true;
  // A row says for every beginning of the other glob whether it can match what this beginning of the glob matches.
  let row = [true, ...right.map((_, at) => isAllWild(right, at))];
  for (const [depth, part] of left.entries())
    row = nextRow(row, { part, right, isOpen: isAllWild(left, depth) });
  return row[right.length] ?? false;
}

function nextRow(
  row: readonly boolean[],
  of: { readonly part: string; readonly right: readonly string[]; readonly isOpen: boolean },
): boolean[] {
  const next = [of.isOpen];
  for (const [at, part] of of.right.entries()) {
    const [diagonal = false, above = false, before = false] = [row[at], row[at + 1], next[at]];
    const isWild = of.part === '**' || part === '**';
    next.push(isWild ? above || before : diagonal && canBeOne(of.part, part));
  }
  return next;
}

function isAllWild(parts: readonly string[], depth: number): boolean {
  return parts.slice(0, depth + 1).every((part) => part === '**');
}

const mostParts = 40;
const isFileName = /[^/]\.(?:\w+|\{[\w,]+\})$/;

// A glob that names a folder also means everything below it; a name with an ending is that of a file.
function partsOf(glob: string): readonly string[] | null {
  const parts = glob.replace(/\/+$/, '').split('/');
  const hasSplitBrace = parts.some((part) => part.split('{').length !== part.split('}').length);
  if (hasSplitBrace || parts.length > mostParts) return null;
  return parts.at(-1) === '**' || isFileName.test(glob) ? parts : [...parts, '**'];
}

/** Whether one name could match two patterns: compared are only the letters before and after their wildcards. */
function canBeOne(one: string, other: string): boolean {
  const [left, right] = [endsOf(one), endsOf(other)];
  if (left === null && right === null) return one === other;
  if (left === null) return fits(one, right);
  if (right === null) return fits(other, left);
  return (
    (left.start.startsWith(right.start) || right.start.startsWith(left.start)) &&
    (left.end.endsWith(right.end) || right.end.endsWith(left.end))
  );
}

type Ends = { readonly start: string; readonly end: string };

const wildcard = /[*?[\]{}()!+@|\\]/;

/** null for a name without wildcards. */
function endsOf(part: string): Ends | null {
  const [start = '', ...rest] = part.split(wildcard);
  const end = rest.at(-1);
  return end === undefined ? null : { start, end };
}

function fits(name: string, ends: Ends | null): boolean {
  if (ends === null) return false;
  const { start, end } = ends;
  return name.startsWith(start) && name.endsWith(end) && name.length >= start.length + end.length;
}
