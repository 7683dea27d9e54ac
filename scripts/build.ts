// Bundles the action and the command line into dist/: committed, readable, byte-identical on every Node version.
import { cp, readFile, rm } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { build } from 'esbuild';

/** Writes the whole bundle into `directory`, replacing what was there. */
export async function buildInto(directory: string): Promise<void> {
  await rm(directory, { recursive: true, force: true });
  await build({
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
    charset: 'utf8',
    define: { PACKAGE_VERSION: JSON.stringify(await version()) },
    legalComments: 'linked',
    logLevel: 'warning',
    // CommonJS packages inside an ESM bundle still call require for Node's own modules.
    banner: {
      js: "import { createRequire as __cr } from 'node:module'; const require = __cr(import.meta.url);",
    },
  });
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
