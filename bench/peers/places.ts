import { mkdir, mkdtemp, realpath, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import type { SpecVersion } from '../../src/core/specs/spec.ts';
import { renderPrompt } from '../../src/core/generation/prompt.ts';
import type { Prompt } from '../../src/core/generation/completion.ts';
import { bundleIn, makeBundle } from '../../src/testing/runs/make-bundle.ts';
import { temporaryRepository } from '../../src/testing/temporary-repository.ts';
import { repositoryFiles, specs } from './work.ts';

/** Where a bench works: the repository for our check, and the files for the others. */
export interface Places extends AsyncDisposable {
  readonly folder: string;
  /** The command line, bundled from the sources as they are now. */
  readonly cli: string;
  readonly repository: string;
  readonly base: string;
  readonly head: string;
  /** The tree of a cell without its generated file. */
  readonly tree: string;
  readonly prompts: readonly [Prompt, Prompt];
  /** Variables of every measured program: this Node first on PATH, nothing of the caller's. */
  readonly env: Readonly<Record<string, string>>;
}

/** Makes the places; disposing removes them. */
export async function makePlaces(): Promise<Places> {
  const folder = await realpath(await mkdtemp(join(tmpdir(), 'bench-peers-')));
  const repository = await temporaryRepository(repositoryFiles);
  const base = await repository.git('rev-parse', 'HEAD');
  await repository.write({ 'SPEC.md': specs.head });
  const head = await repository.commit('head');
  const tree = join(folder, 'tree');
  for (const path of ['package.json', 'test/slug.test.mjs']) {
    await mkdir(dirname(join(tree, path)), { recursive: true });
    await writeFile(join(tree, path), repositoryFiles[path] ?? '');
  }
  const home = join(folder, 'home');
  await mkdir(home);
  const path = [dirname(process.execPath), '/usr/local/bin', '/usr/bin', '/bin'].join(delimiter);
  return {
    ...{ folder, repository: repository.directory, base, head, tree },
    cli: bundleIn(await makeBundle()).cli,
    prompts: [promptOf(specs.base), promptOf(specs.head)],
    env: { PATH: path, HOME: home, CI: 'true' },
    [Symbol.asyncDispose]: async () => {
      await repository[Symbol.asyncDispose]();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

// The very prompt that our check sends, so that every server reads and every tool sends the same bytes.
function promptOf(text: string): Prompt {
  const version: SpecVersion = {
    spec: {
      ...{ name: 'slug', files: ['SPEC.md'], instructions: [], writes: ['src/**'], tests: [], context: [] },
      ...{ directory: '.', setup: null, setupEnv: [], writableDeps: [], test: '', timeoutMs: null },
      results: { kind: 'exit-code' },
    },
    ...{ commit: '', files: [{ path: 'SPEC.md', text }], instructions: [], context: [], emptied: [] },
  };
  return renderPrompt({ version, nonce: 'K7QZ3M', writes: ['src/**'], protectedPatterns: [] });
}
