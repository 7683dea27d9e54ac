import { linesOf } from '../specs/changed-lines.ts';
import type { SpecVersion, TextFile } from '../specs/spec.ts';
import { partIds } from './part-id.ts';
import { kindOf } from './part-kind.ts';
import type { CutSpec, CutText, Part } from './part.ts';

/** The texts of a version cut into clauses: any of them can be left out. */
export function cutClauses(version: SpecVersion): CutSpec {
  const idOf = partIds();
  const cut = (file: TextFile, isInstructions: boolean): CutText => ({
    path: file.path,
    pieces: blocksOf(file).map((block) => ({ id: idOf(block), ...block })),
    ...(isInstructions ? { isInstructions } : {}),
  });
  const texts = [
    ...version.files.map((file) => cut(file, false)),
    ...version.instructions.map((file) => cut(file, true)),
  ];
  const parts = texts.flatMap(({ pieces }) => pieces.filter((piece) => typeof piece !== 'string'));
  return { texts, parts, groups: [] };
}

function blocksOf({ path, text }: TextFile): readonly Omit<Part, 'id'>[] {
  const blocks: Omit<Part, 'id'>[] = [];
  let block = '';
  let start = 1;
  let isFenced = false;
  for (const [index, line] of linesOf(text).entries()) {
    if (/^\s*(?:```|~~~)/.test(line)) isFenced = !isFenced;
    if (!isFenced && line.trim() !== '' && /\n\s*\n$|^\s*\n$/.test(block)) {
      blocks.push({ file: path, kind: kindOf(block), lines: [start, index], present: block, absent: '' });
      block = '';
      start = index + 1;
    }
    block += line;
  }
  const last = { file: path, kind: kindOf(block), lines: [start, linesOf(text).length] as const };
  return block === '' ? blocks : [...blocks, { ...last, present: block, absent: '' }];
}
