// Draws the folders of src and the imports between them into docs/architecture.md; --check fails when it is stale.
import { execFile } from 'node:child_process';
import { readFile, writeFile } from 'node:fs/promises';
import { parseArgs, promisify } from 'node:util';

type Cruised = {
  readonly modules: readonly {
    readonly source: string;
    readonly dependencies: readonly { readonly resolved: string }[];
  }[];
};

/** Mermaid text of the imports between folders. */
export function diagramOf({ modules }: Cruised): string {
  const isSource = (path: string): boolean =>
    path.startsWith('src/') && !path.endsWith('.test.ts') && !path.startsWith('src/testing/');
  const edges = modules
    .filter(({ source }) => isSource(source))
    .flatMap(({ source, dependencies }) =>
      dependencies
        .filter(({ resolved }) => isSource(resolved))
        .map(({ resolved }) => `  ${roomOf(source)} --> ${roomOf(resolved)}`),
    )
    .filter((edge) => new Set(edge.trim().split(' --> ')).size === 2 && !edge.endsWith(' errors'));
  return ['```mermaid', 'flowchart LR', ...[...new Set(edges)].toSorted(), '```'].join('\n');
}

// Core is drawn by its rooms, the rest by folder: that is where the reader asks "what may this touch?".
function roomOf(path: string): string {
  const [, layer = '', room = ''] = path.split('/');
  if (layer === 'errors.ts') return 'errors';
  return layer === 'core' ? `core/${room}` : layer;
}

async function cruise(): Promise<Cruised> {
  const { stdout } = await promisify(execFile)(
    process.execPath,
    ['node_modules/dependency-cruiser/bin/dependency-cruise.mjs', 'src', '--config', '.dependency-cruiser.cjs', '--output-type', 'json'],
    { maxBuffer: 64 * 1024 * 1024 },
  ).catch((error: { readonly stdout?: string }) => ({ stdout: error.stdout ?? '' }));
  return JSON.parse(stdout) as Cruised;
}

if (import.meta.main) {
  const { values } = parseArgs({ options: { check: { type: 'boolean', default: false } } });
  const path = 'docs/architecture.md';
  const before = await readFile(path, 'utf8');
  const marked = /(<!-- diagram:begin -->\n)[\s\S]*(<!-- diagram:end -->)/;
  const after = before.replace(marked, `$1${diagramOf(await cruise())}\n$2`);
  if (values.check && after !== before) {
    console.error(`${path} does not show the imports as they are; run \`npm run fix\``);
    process.exitCode = 1;
  }
  if (!values.check) await writeFile(path, after);
}
