// What jest does before the first end-to-end suite: all of them run the same bundle.
import { makeBundle } from '../src/testing/runs/make-bundle.ts';

/** Makes the bundle and passes its place to the suites. */
export default async function bundleOnce(): Promise<void> {
  // Jest's workers get the environment of the process that starts them.
  process.env['SPEC_PORTABILITY_TEST_BUNDLE'] = await makeBundle();
}
