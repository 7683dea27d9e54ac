import { join } from 'node:path';

/** The action and the command line as they are shipped. */
export type Bundle = { readonly action: string; readonly cli: string };

/** The sources as they were when this run of the tests began: e2e/bundle-once.ts made it for all suites. */
export const bundle: Bundle = bundleIn(process.env['SPEC_PORTABILITY_TEST_BUNDLE']);

function bundleIn(dist: string | undefined): Bundle {
  if (dist === undefined) throw new Error('only suites under e2e/ have a bundle: see jest.config.js');
  return { action: join(dist, 'index.js'), cli: join(dist, 'cli.js') };
}
