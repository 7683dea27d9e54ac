import { fileURLToPath } from 'node:url';
import { keepCompiled } from './wiring/keep-compiled.ts';

const isBundled = !import.meta.url.endsWith('.ts');
const fileAt = (path: string): string => fileURLToPath(new URL(path, import.meta.url));
const programs = {
  nodeTestReporter: fileAt(isBundled ? './node-test-reporter.mjs' : '../inside/node-test-reporter.mjs'),
  cacheClient: fileAt(isBundled ? './cache-client.js' : './cache-client.ts'),
};

// Only what is loaded after this is kept compiled.
keepCompiled();
try {
  const { runAction } = await import('./action/run-action.ts');
  process.exitCode = await runAction(programs);
} catch (error) {
  const core = await import('@actions/core');
  const { explain } = await import('./wiring/fail.ts');
  const { code, text } = explain(error);
  core.error(text);
  process.exitCode = code;
}
