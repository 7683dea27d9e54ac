// Bundles the action and the command line into dist/: committed, readable, byte-identical on every Node version.
import { cp, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { build, type BuildOptions } from 'esbuild';
import { buildUndici, undiciLater } from './undici-later.ts';
import { startInOneChunk } from './start-chunk.ts';

// What the action and a check of the command line load in any case.
const startedWith = [
  ['src/entry/action/run-action.ts'],
  ['src/entry/command-line.ts', 'src/entry/commands/check-command.ts'],
];

/** Writes the whole bundle into `directory`, replacing what was there. */
export async function buildInto(directory: string): Promise<void> {
  await rm(directory, { recursive: true, force: true });
  const options: BuildOptions = {
    entryPoints: {
      index: 'src/entry/action.ts',
      cli: 'src/entry/cli.ts',
      'cache-client': 'src/entry/cache-client.ts',
    },
    outdir: directory,
    chunkNames: 'chunks/[name]-[hash]',
    bundle: true,
    // Vendor SDKs and the GitHub client load only when they are used, which halves the time to start.
    splitting: true,
    platform: 'node',
    format: 'esm',
    target: 'node20',
    mainFields: ['module', 'main'],
    // V8 keeps a file of ASCII alone in half the memory, and Node reads it in a fraction of the time.
    charset: 'ascii',
    define: { PACKAGE_VERSION: JSON.stringify(await version()) },
    legalComments: 'linked',
    logLevel: 'warning',
    plugins: [undiciLater],
    // CommonJS packages inside an ESM bundle still call require for Node's own modules.
    banner: {
      js: "import { createRequire as __cr } from 'node:module'; const require = __cr(import.meta.url);",
    },
  };
  await build({ ...options, plugins: [undiciLater, await startInOneChunk(options, startedWith)] });
  await buildUndici(join(directory, 'chunks'));
  for (const name of [
    'node-test-reporter.mjs',
    'test-guard.cjs',
    'test-guard-jest.cjs',
    'agent-bridge.mjs',
    'launcher.mjs',
  ])
    await cp(`src/inside/${name}`, `${directory}/${name}`);
}

async function version(): Promise<string> {
  return JSON.parse(await readFile('package.json', 'utf8')).version;
}

if (import.meta.main) {
  const { values } = parseArgs({ options: { into: { type: 'string', default: 'dist' } } });
  await buildInto(values.into);
}
