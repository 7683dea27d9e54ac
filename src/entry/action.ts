import { fileURLToPath } from 'node:url';
import { explain } from './fail.ts';

// Beside the sources and beside the bundle alike.
const nodeTestReporter = fileURLToPath(new URL('./node-test-reporter.mjs', import.meta.url));

try {
  const { runAction } = await import('./run-action.ts');
  process.exitCode = await runAction({ nodeTestReporter });
} catch (error) {
  const core = await import('@actions/core');
  const { code, text } = explain(error);
  core.error(text);
  process.exitCode = code;
}
