// Draws the layers of src, and the rooms of each wing, with the imports between them into docs/architecture.md; --check fails when it is stale.
import type { ICruiseResult } from 'dependency-cruiser';
import { cruiseSources } from './cruise.ts';
import { keepGenerated, withSection } from './keep-generated.ts';
import { arrowsOf, isSource, roomOf, rooms, wingOf } from './rooms.ts';

const diagram = diagramOf(await cruiseSources());
await keepGenerated('docs/architecture.md', (page) => withSection(page, 'diagram', diagram));

function diagramOf(cruised: ICruiseResult): string {
  const layers = cruised.modules
    .filter(({ source }) => isSource(source))
    .flatMap(({ source, dependencies }) =>
      dependencies
        .filter(({ resolved }) => isSource(resolved))
        .map(({ resolved }) => [wingOf(source), wingOf(resolved)] as const),
    );
  const inside = Object.keys(rooms).map((wing) => `Inside ${wing}:\n\n${flowchart(roomsOf(cruised, wing))}`);
  return [flowchart(layers), ...inside].join('\n\n');
}

function roomsOf(cruised: ICruiseResult, wing: string): (readonly [string, string])[] {
  return arrowsOf(cruised)
    .filter((arrow) => arrow.wing === wing)
    .map(({ from, to }) => [nameOf(from), nameOf(to)] as const);
}

// Mermaid does not accept `.` as a name.
function nameOf(path: string): string {
  const room = roomOf(path);
  return room === '.' ? wingOf(path) : room;
}

function flowchart(edges: readonly (readonly [string, string])[]): string {
  const lines = edges
    .filter(([from, to]) => from !== to && to !== 'errors.ts')
    .map(([from, to]) => `  ${from} --> ${to}`);
  return ['```mermaid', 'flowchart LR', ...[...new Set(lines)].toSorted(), '```'].join('\n');
}
