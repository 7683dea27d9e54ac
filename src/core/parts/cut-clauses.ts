import { isMarkdown, isReadable, readMarkdown } from '../specs/markdown-tree.ts';
import type { SpecVersion, TextFile } from '../specs/spec.ts';
import { blocksOf } from './clause-blocks.ts';
import { sectionsOf, withHolds } from './clause-holds.ts';
import type { Clause, ClauseGroup } from './clause.ts';
import { partIds } from './part-id.ts';
import { kindOf } from './part-kind.ts';
import type { CutSpec, CutText, Part, PartGroup } from './part.ts';
import { positionsIn } from './positions.ts';

/**
 * The texts of a version cut into clauses: list items, table rows, sentences that hold a requirement, paragraphs,
 * blocks of code. Any of them can be left out. A text that cannot be read as Markdown is one clause.
 */
export function cutClauses(version: SpecVersion): CutSpec {
  const idOf = partIds();
  const cut = [
    ...version.files.map((file) => cutFile(file, idOf)),
    ...version.instructions.map((file) => asInstructions(cutFile(file, idOf))),
  ];
  return {
    texts: cut.map(({ text }) => text),
    parts: cut.flatMap(({ parts }) => parts),
    groups: cut.flatMap(({ groups }) => groups),
  };
}

type CutFile = {
  readonly text: CutText;
  readonly parts: readonly Part[];
  readonly groups: readonly PartGroup[];
};

function asInstructions({ text, ...rest }: CutFile): CutFile {
  return { text: { ...text, isInstructions: true }, ...rest };
}

function cutFile(file: TextFile, idOf: ReturnType<typeof partIds>): CutFile {
  const { front, body, clauses, groups } = clausesOf(file);
  const positionOf = positionsIn(file.text);
  const ids = new Map<number, string>();
  for (const { from, to } of clauses)
    ids.set(from, idOf({ file: file.path, present: body.slice(from, to), absent: '' }));
  const idsOf = (begins: readonly number[]): readonly string[] =>
    begins.flatMap((from) => ids.get(from) ?? []);
  const parts = clauses.map((clause) => {
    const present = body.slice(clause.from, clause.to);
    return {
      id: idsOf([clause.from])[0] ?? '',
      file: file.path,
      kind: clause.kind,
      ...positionOf(front.length + clause.from, front.length + clause.to),
      present,
      absent: '',
      ...(clause.holds.length > 0 ? { holds: idsOf(clause.holds) } : {}),
    };
  });
  const pieces = piecesOf({ front, body, clauses, parts });
  return {
    text: { path: file.path, pieces, joinsBlankLines: true },
    parts,
    groups: groups.map(({ title, clauses: begins }) => ({ title, parts: idsOf(begins) })),
  };
}

type Clauses = {
  readonly front: string;
  readonly body: string;
  readonly clauses: readonly Clause[];
  readonly groups: readonly ClauseGroup[];
};

function clausesOf({ path, text }: TextFile): Clauses {
  if (text === '') return { front: '', body: '', clauses: [], groups: [] };
  if (!isMarkdown(path) || !isReadable(text)) {
    const clauses = [{ from: 0, to: text.length, kind: kindOf(text), holds: [] }];
    return { front: '', body: text, clauses, groups: [] };
  }
  const { front, body, tree } = readMarkdown(text);
  const blocks = withHolds(body, blocksOf(body, tree));
  const clauses = blocks.flatMap((block) => block.clauses);
  const file = { title: path, clauses: clauses.map(({ from }) => from) };
  const groups = [file, ...sectionsOf(body, blocks), ...blocks.flatMap((block) => block.groups)]
    .filter((group) => group.clauses.length > 1)
    .toSorted(
      (one, other) =>
        (one.clauses[0] ?? 0) - (other.clauses[0] ?? 0) || other.clauses.length - one.clauses.length,
    );
  return { front, body, clauses, groups };
}

/** The parts and what stands between them; blank lines are pieces of their own. */
function piecesOf(
  of: Omit<Clauses, 'groups'> & { readonly parts: readonly Part[] },
): readonly (string | Part)[] {
  const pieces: (string | Part)[] = of.front === '' ? [] : [of.front];
  let reached = 0;
  for (const [index, part] of of.parts.entries()) {
    const { from = reached, to = reached } = of.clauses[index] ?? {};
    pieces.push(...fixedPieces(of.body.slice(reached, from)), part);
    reached = to;
  }
  return [...pieces, ...fixedPieces(of.body.slice(reached))];
}

function fixedPieces(text: string): readonly string[] {
  const [, before = '', words = '', after = ''] = /^((?:[ \t]*\n)*)([^]*?)((?:\n[ \t]*)*)$/.exec(text) ?? [];
  // The end of the last line of words is no blank line.
  const lineEnd = words === '' ? '' : after.slice(0, 1);
  return [before, words + lineEnd, words === '' ? after : after.slice(1)].filter((piece) => piece !== '');
}
