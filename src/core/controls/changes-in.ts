import type { Change } from './change.ts';
import { otherValues } from './other-value.ts';
import { rankLiteral } from './rank-literal.ts';
import { blockAt, testBlocks, type Block } from './test-blocks.ts';
import { readTestFile, type TestFile } from './test-file.ts';
import type { Token } from './tokens.ts';
import { turnedAssertions } from './turned.ts';

/** One place of a test file that may be changed, with the changes that can be made there. */
export type Place = { readonly change: Change; readonly other: Change | null };

/** The places of one test, or outside of all tests of its file; the most promising ones first. */
export type PlacesOfBlock = {
  readonly path: string;
  readonly block: string | null;
  readonly places: readonly Place[];
};

/**
 * Everything in a test file that may be changed, by the tests in which it stands. Never a path, an import, a name of a
 * test or a key.
 */
export function placesIn(path: string, text: string): readonly PlacesOfBlock[] {
  const file = readTestFile(path, text);
  if (file === null) return [];
  const blocks = testBlocks(file);
  if (blocks.length === 0) return [];
  const found = [...literalPlaces(file, blocks), ...turnedPlaces(file, blocks)];
  const byBlock = new Map<string | null, Ranked[]>();
  for (const each of found) {
    const { block } = each.place.change;
    byBlock.set(block, [...(byBlock.get(block) ?? []), each]);
  }
  return [...byBlock].map(([block, ranked]) => ({ path, block, places: bestFirst(ranked) }));
}

type Ranked = { readonly place: Place; readonly rank: number };

function literalPlaces(file: TestFile, blocks: readonly Block[]): readonly Ranked[] {
  return file.tokens.flatMap((token, index): readonly Ranked[] => {
    const kind = literalKind(token);
    const ranked = kind === null ? null : rankLiteral(file, index);
    if (kind === null || ranked === null) return [];
    const [first, second] = otherValues(kind, token.text).map((to) =>
      changeAt(file, blocks, { start: token.start, end: token.end, to, kind: ranked.kind }),
    );
    if (first === undefined) return [];
    return [
      {
        place: { change: first, other: second ?? null },
        rank: ranked.rank + (ranked.kind === 'row' ? 100 : 0),
      },
    ];
  });
}

function turnedPlaces(file: TestFile, blocks: readonly Block[]): readonly Ranked[] {
  return turnedAssertions(file)
    .filter(({ start, end }) => !file.text.slice(start, end).includes('\n'))
    .map((turn) => ({
      place: { change: changeAt(file, blocks, { ...turn, kind: 'turned' }), other: null },
      rank: 1000,
    }));
}

function literalKind({ kind, text }: Token): 'number' | 'string' | 'boolean' | null {
  if (kind === 'number' || kind === 'string') return kind;
  return kind === 'word' && /^(?:[tT]rue|[fF]alse)$/.test(text) ? 'boolean' : null;
}

type Edit = Pick<Change, 'to' | 'kind'> & { readonly start: number; readonly end: number };

function changeAt(
  { path, text }: TestFile,
  blocks: readonly Block[],
  { start, end, to, kind }: Edit,
): Change {
  const begin = text.lastIndexOf('\n', start - 1) + 1;
  const newline = text.indexOf('\n', start);
  const line = text.slice(begin, newline === -1 ? text.length : newline);
  const occurrence = text
    .slice(0, begin)
    .split('\n')
    .filter((each) => each === line).length;
  const block = blockAt(blocks, start)?.name ?? null;
  return { path, line, occurrence, column: start - begin, from: text.slice(start, end), to, block, kind };
}

// An assertion is turned round only where no literal serves.
function bestFirst(ranked: readonly Ranked[]): readonly Place[] {
  const places = ranked.toSorted((one, other) => one.rank - other.rank).map(({ place }) => place);
  const literals = places.filter(({ change }) => change.kind !== 'turned');
  return literals.length > 0 ? literals : places;
}
