import type { CutSpec, Part, PartKind } from '../../core/parts/part.ts';

/**
 * A text as one part per line, its sections as groups. A line that begins with `#` is a heading, one with `e.g.` an
 * example, one with `Note` an explanation.
 */
export function cutLines(text: string, path = 'SPEC.md'): CutSpec {
  const parts = text
    .split(/(?<=\n)/)
    .filter((line) => line !== '')
    .map((line, index) => partOf(line, { path, line: index + 1 }));
  const groups = sections(parts);
  const held = parts.map((part): Part => {
    const [, ...holds] = groups.find(({ parts: [heading] }) => heading === part.id)?.parts ?? [];
    return holds.length === 0 ? part : { ...part, holds };
  });
  return { texts: [{ path, pieces: held }], parts: held, groups };
}

function partOf(line: string, at: { readonly path: string; readonly line: number }): Part {
  return {
    id: `${at.path}:${at.line}`,
    file: at.path,
    kind: kindOf(line),
    lines: [at.line, at.line],
    present: line,
    absent: '',
  };
}

function kindOf(line: string): PartKind {
  if (line.startsWith('#')) return 'heading';
  if (line.startsWith('e.g.')) return 'example';
  return line.startsWith('Note') ? 'explanation' : 'requirement';
}

function sections(parts: readonly Part[]): CutSpec['groups'] {
  return parts.flatMap((heading, start) => {
    if (heading.kind !== 'heading') return [];
    const depth = depthOf(heading.present);
    const rest = parts.slice(start + 1);
    const end = rest.findIndex((part) => /^#+/.test(part.present) && depthOf(part.present) <= depth);
    const own = end === -1 ? rest : rest.slice(0, end);
    return [{ title: heading.present.trim(), parts: [heading, ...own].map(({ id }) => id) }];
  });
}

function depthOf(line: string): number {
  return /^#+/.exec(line)?.[0].length ?? 0;
}
