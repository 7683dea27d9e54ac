import { dirname } from 'node:path';
import type { ICruiseResult } from 'dependency-cruiser';
import { providerNames } from '../src/core/providers.ts';

/**
 * The rooms of each wing; each is listed after all rooms that it imports. A line may have several rooms that do not import
 * each other. `.` stands for the files directly in the wing.
 */
export const rooms: Readonly<Record<string, readonly (readonly string[])[]>> = {
  core: [
    ['.'],
    ['specs', 'trigger'],
    ['generation', 'controls', 'parts'],
    ['agents/presets'],
    ['agents'],
    ['results/formats'],
    ['results/runners'],
    ['results'],
    ['results/own-run'],
    ['control-runs'],
    ['statistics'],
    ['records'],
    ['plan'],
    ['budget', 'audit'],
    ['verdict'],
    ['blame', 'clause-map', 'shrink'],
    ['fan-out', 'outcomes'],
    ['report/summary'],
    ['report/words'],
    ['report/changed-words'],
    ['report/advice'],
    ['report/evidence', 'report/history'],
    ['report/markdown'],
    ['report/html/assets', 'report/html/elements'],
    ['report/html/text'],
    ['report/html', 'report/machine', 'report/terminal', 'report/live'],
    ['init'],
  ],
  pipeline: [
    ['trigger', 'specs', 'queues'],
    ['engine'],
    ['blame'],
    ['check'],
    ['shrink'],
    ['fan-out', 'audit'],
  ],
  entry: [['wiring'], ['action', 'commands', 'demo'], ['.']],
  adapters: [
    ['process', 'plain-files', 'api-client'],
    ['sandbox/programs'],
    ['git', 'github', 'sandbox', 'records', 'report-files', 'actions-cache', 'simulated', 'agent-proxy'],
    // The folder of a provider has its name; one that is asked through another's SDK lies in the folder of that SDK.
    ['workspaces', ...providerNames],
    ['agent'],
    ['.'],
  ],
};

/** One import between two rooms of a wing. */
export type Arrow = { readonly from: string; readonly to: string; readonly wing: string };

/** Every import between rooms of one wing; tests and what only tests use have no room. */
export function arrowsOf({ modules }: Pick<ICruiseResult, 'modules'>): readonly Arrow[] {
  return modules
    .filter(({ source }) => isSource(source))
    .flatMap(({ source, dependencies }) =>
      dependencies.flatMap(({ resolved }) => {
        const wing = wingOf(source);
        const crosses =
          isSource(resolved) && wing === wingOf(resolved) && roomOf(source) !== roomOf(resolved);
        return crosses && wing in rooms ? [{ wing, from: source, to: resolved }] : [];
      }),
    );
}

/** Whether an import runs back: to a room that is not listed before its own, or that no list names. */
export function runsBack({ wing, from, to }: Arrow): boolean {
  const order = rooms[wing] ?? [];
  const lineOf = (path: string): number => order.findIndex((line) => line.includes(roomOf(path)));
  return lineOf(from) < 0 || lineOf(to) < 0 || lineOf(to) >= lineOf(from);
}

/** Whether a path is shipped source, and not a test or a helper of tests. */
export function isSource(path: string): boolean {
  return path.startsWith('src/') && !path.endsWith('.test.ts') && !path.startsWith('src/testing/');
}

/** `src/core/report/html/page.ts` is in the wing `core`. */
export function wingOf(path: string): string {
  return path.split('/')[1] ?? '';
}

/** `src/core/report/html/page.ts` is in the room `report/html`. */
export function roomOf(path: string): string {
  return dirname(path).split('/').slice(2).join('/') || '.';
}
