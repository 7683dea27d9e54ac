import { bundleIn, type Bundle } from './make-bundle.ts';

const dist = process.env['SPEC_PORTABILITY_TEST_BUNDLE'];
if (dist === undefined) throw new Error('only suites under e2e/ have a bundle: see jest.config.js');

/** The sources as they were when this run of the tests began: e2e/bundle-once.ts made it for all suites. */
export const bundle: Bundle = bundleIn(dist);
