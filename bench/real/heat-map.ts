import { rateOf } from './read-outcomes.ts';
import type { RecordedArm } from './read-outcomes.ts';
import type { RowSpread } from './noise.ts';

/** What the picture shows: one task, its models from the best to the worst, and where the answers come from. */
export type HeatMap = {
  readonly title: string;
  readonly notes: readonly string[];
  readonly wordings: readonly string[];
  readonly rows: readonly HeatMapRow[];
};

/** One model: an arm for each wording, and how far its wordings lie apart. */
export type HeatMapRow = { readonly arms: readonly RecordedArm[]; readonly spread: RowSpread };

const label = 236;
const column = 116;
const line = 24;
const top = 74;
const side = 16;

/** The picture as SVG. It brings its own ground, because a page's theme and a system's theme can differ. */
export function heatMapSvg({ title, notes, wordings, rows }: HeatMap): string {
  const width = label + column * wordings.length + 150;
  const height = top + line * rows.length + 20 + 17 * notes.length;
  const spreads = label + column * wordings.length + 12;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img">`,
    `<title>${escaped(title)}</title>`,
    `<style>${style}</style>`,
    `<rect class="ground" width="${width}" height="${height}" rx="8"/>`,
    text([side, 30], 'title', title),
    ...wordings.map((wording, index) => text([middleOf(index), top - 10], 'head middle', wording)),
    text([spreads, top - 26], 'head', 'apart by (noise'),
    text([spreads, top - 10], 'head', 'alone: at most)'),
    ...rows.flatMap((row, index) => rowOf(row, { y: top + line * index, spreads })),
    ...notes.map((note, index) => text([side, top + line * rows.length + 26 + 17 * index], 'note', note)),
    '</svg>\n',
  ].join('\n');
}

function rowOf({ arms, spread }: HeatMapRow, at: { readonly y: number; readonly spreads: number }): string[] {
  const isApart = spread.spread > spread.floor + 1e-9;
  const weight = isApart ? 'strong' : 'weak';
  const points = (rate: number): string => `${Math.round(100 * rate)}`;
  return [
    text([side, at.y + 16], weight, spread.model),
    ...arms.flatMap((arm, index) => {
      const rate = rateOf(arm);
      const shade = `fill="hsl(213 60% ${lightness(rate)}%)"`;
      return [
        `<rect x="${label + column * index}" y="${at.y}" width="${column - 3}" height="${line - 3}" rx="3" ${shade}/>`,
        text(
          [middleOf(index), at.y + 15],
          `${lightness(rate) < 55 ? 'onDark' : 'onLight'} middle`,
          points(rate),
        ),
      ];
    }),
    text(
      [at.spreads, at.y + 16],
      weight,
      `${points(spread.spread)} (${points(spread.floor)})${isApart ? ' ◂' : ''}`,
    ),
  ];
}

// Light for never and dark for always: it reads in grey, and by readers who see no colours.
function lightness(rate: number): number {
  return Math.round(93 - 61 * rate);
}

function middleOf(index: number): number {
  return label + column * index + (column - 3) / 2;
}

function text([x, y]: readonly [number, number], kind: string, words: string): string {
  return `<text x="${x}" y="${y}" class="${kind}">${escaped(words)}</text>`;
}

function escaped(words: string): string {
  return words
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}

const style = [
  'text{font:12px system-ui,-apple-system,"Segoe UI",sans-serif;fill:#1f2328}',
  '.ground{fill:#fff;stroke:#d1d9e0}.title{font-size:15px;font-weight:600}.head,.note{font-size:11.5px;fill:#59636e}',
  '.middle{text-anchor:middle}.strong{font-weight:600}.weak{fill:#59636e}.onDark{fill:#fff}.onLight{fill:#1f2328}',
  '@media (prefers-color-scheme:dark){text{fill:#f0f6fc}.ground{fill:#0d1117;stroke:#3d444d}',
  '.head,.note,.weak{fill:#9198a1}.onDark{fill:#fff}.onLight{fill:#1f2328}}',
].join('');
