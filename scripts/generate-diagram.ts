// Draws the layers of src, and the rooms of core, with the imports between them into docs/architecture.md; --check fails when it is stale.
import type { ICruiseResult } from 'dependency-cruiser';
import { cruiseSources } from './cruise.ts';
import { keepGenerated, withSection } from './keep-generated.ts';

const diagram = diagramOf(await cruiseSources());
await keepGenerated('docs/architecture.md', (page) => withSection(page, 'diagram', diagram));

function diagramOf({ modules }: ICruiseResult): string {
  const imports = modules
    .filter(({ source }) => isSource(source))
    .flatMap(({ source, dependencies }) =>
      dependencies.filter(({ resolved }) => isSource(resolved)).map(({ resolved }) => ({ source, resolved })),
    );
  const layers = imports.map(({ source, resolved }) => [layerOf(source), layerOf(resolved)] as const);
  const rooms = imports
    .filter(({ source, resolved }) => layerOf(source) === 'core' && layerOf(resolved) === 'core')
    .map(({ source, resolved }) => [roomOf(source), roomOf(resolved)] as const);
  return `${flowchart(layers)}\n\nInside core:\n\n${flowchart(rooms)}`;
}

function flowchart(edges: readonly (readonly [string, string])[]): string {
  const lines = edges
    .filter(([from, to]) => from !== to && to !== 'errors.ts')
    .map(([from, to]) => `  ${from} --> ${to}`);
  return ['```mermaid', 'flowchart LR', ...[...new Set(lines)].toSorted(), '```'].join('\n');
}

function isSource(path: string): boolean {
  return path.startsWith('src/') && !path.endsWith('.test.ts') && !path.startsWith('src/testing/');
}

function layerOf(path: string): string {
  return path.split('/')[1] ?? '';
}

function roomOf(path: string): string {
  return path.split('/')[2] ?? '';
}
