import type { PortabilitySummary } from '../../src/core/report/summary/summary.ts';
import type { Hunk, SpecVersion } from '../../src/core/specs/spec.ts';

/**
 * The summary with texts of both sides in which each changed line stands at its number: a made-up version is one line
 * long, and a page would show line 41 of it.
 */
export function withWholeTexts(summary: PortabilitySummary): PortabilitySummary {
  return {
    ...summary,
    changes: summary.changes.map((change) => ({
      ...change,
      base: wholeText(change.base, change.hunks, 'base'),
      head: wholeText(change.head, change.hunks, 'head'),
    })),
  };
}

function wholeText(
  version: SpecVersion | null,
  hunks: readonly Hunk[],
  side: 'base' | 'head',
): SpecVersion | null {
  // A text of several lines is the one that the situation is about.
  const isWhole = version?.files.some(({ text }) => text.split('\n').length > 5) ?? false;
  if (version === null || hunks.length === 0 || isWhole) return version;
  const files = version.files.map(({ path }) => {
    const own = hunks
      .filter(({ file }) => file === path)
      .map(({ baseStart, headStart, removed, added }) =>
        side === 'base' ? { start: baseStart, lines: removed } : { start: headStart, lines: added },
      )
      .toSorted((one, other) => one.start - other.start);
    const lines: string[] = [];
    for (const { start, lines: changed } of own)
      lines.push(...filler(lines.length + 1, start - 1), ...changed);
    return { path, text: `${[...lines, ...filler(lines.length + 1, lines.length + 6)].join('\n')}\n` };
  });
  return { ...version, files };
}

const rules = [
  'A duration is a number and a unit, such as `90 s`.',
  'Units are `s`, `min`, `h` and `d`.',
  'Blanks before and after are cut.',
  'A negative duration is refused.',
  'Nothing else may follow the unit.',
];

/** Lines of a spec from one number to another. */
function filler(from: number, to: number): readonly string[] {
  return Array.from({ length: Math.max(0, to - from + 1) }, (_, index) => lineAt(from + index));
}

function lineAt(number: number): string {
  if (number === 1) return '# Duration';
  return number === 2 ? '' : `- ${rules[number % rules.length] ?? ''}`;
}
