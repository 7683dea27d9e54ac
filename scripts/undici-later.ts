import { join } from 'node:path';
import { build, type Plugin } from 'esbuild';

/**
 * GitHub's packages import the whole of undici for its `ProxyAgent`, and for the `fetch` that goes with it: 800 kB that
 * only a machine behind a proxy uses. This puts it into a file beside the chunks that is read at the first use.
 */
export const undiciLater: Plugin = {
  name: 'undici later',
  setup: (on) => {
    on.onResolve({ filter: /^undici$/ }, ({ path }) => ({ path, namespace: 'undici-later' }));
    on.onResolve({ filter: /.*/, namespace: 'undici-later' }, ({ path }) => ({ path, external: true }));
    on.onLoad({ filter: /.*/, namespace: 'undici-later' }, () => ({ contents: shim, loader: 'js' }));
  },
};

/** Builds that file; `directory` is the one of the chunks. */
export async function buildUndici(directory: string): Promise<void> {
  await build({
    entryPoints: ['undici'],
    outfile: join(directory, fileName),
    bundle: true,
    platform: 'node',
    // What asks for it does so in the middle of a function, where only `require` can.
    format: 'cjs',
    target: 'node20',
    charset: 'ascii',
    legalComments: 'linked',
    logLevel: 'warning',
  });
}

const fileName = 'undici.cjs';

// esbuild keeps getters, so neither name is looked up before it is used.
const shim = `module.exports = {
  get ProxyAgent() { return require('./${fileName}').ProxyAgent; },
  get fetch() { return require('./${fileName}').fetch; },
};
`;
