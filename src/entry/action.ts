import { fileURLToPath } from 'node:url';
import { explain } from './fail.ts';

// Beside the sources and beside the bundle alike.
const besideUs = (name: string): string => fileURLToPath(new URL(name, import.meta.url));
const programs = {
  nodeTestReporter: besideUs('./node-test-reporter.mjs'),
  cacheClient: besideUs(import.meta.url.endsWith('.ts') ? './cache-client.ts' : './cache-client.js'),
};

try {
  const { runAction } = await import('./run-action.ts');
  process.exitCode = await runAction(programs);
} catch (error) {
  const core = await import('@actions/core');
  const { code, text } = explain(error);
  core.error(text);
  process.exitCode = code;
}
