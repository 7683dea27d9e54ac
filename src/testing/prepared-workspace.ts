import { symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { diskWorkspaces } from '../adapters/workspaces/workspaces.ts';
import type { WorkspaceTools } from '../adapters/workspaces/workspace-tools.ts';
import { openRepository } from '../adapters/git/git-repository.ts';
import { cleanEnvironment, hostPath } from '../adapters/process/environment.ts';
import { bareSandbox } from '../adapters/sandbox/bare.ts';
import type { Spec, SpecVersion } from '../core/specs/spec.ts';
import type { PreparedTree, Workspace } from '../ports/workspace.ts';
import { temporaryRepository, type RepositoryFiles } from './temporary-repository.ts';

/** A repository, the files under `writes` in it, and the spec that is tested. */
export type Situation = {
  readonly temporaryRoot: string;
  readonly files: RepositoryFiles;
  readonly links?: Readonly<Record<string, string>>;
  /** What else happens in the repository's folder before the commit. */
  readonly change?: (directory: string) => Promise<void>;
  readonly spec?: Partial<Spec>;
  readonly emptied?: readonly string[];
  readonly tools?: Partial<WorkspaceTools>;
};

/** A prepared commit of a temporary repository; disposing removes both. */
export interface PreparedSituation extends AsyncDisposable {
  readonly prepared: PreparedTree;
  readonly again: () => Promise<PreparedTree>;
  /** A workspace in which the first emptied file (or src/made.js) has this content. */
  readonly answer: (content: string) => Promise<Workspace>;
}

/** Prepares a commit of a new repository with real git, real processes and real folders. */
export async function prepareSituation(situation: Situation): Promise<PreparedSituation> {
  const stack = new AsyncDisposableStack();
  const repository = stack.use(await temporaryRepository());
  await repository.write(situation.files);
  for (const [path, target] of Object.entries(situation.links ?? {}))
    await symlink(target, join(repository.directory, path));
  await situation.change?.(repository.directory);
  const commit = await repository.commit();
  const workspaces = stack.use(
    diskWorkspaces({
      repository: await openRepository(repository.directory, { PATH: hostPath() }),
      sandbox: bareSandbox(),
      temporaryRoot: situation.temporaryRoot,
      path: hostPath(),
      ...situation.tools,
    }),
  );
  const version = aVersion(commit, situation);
  try {
    const prepared = await workspaces.prepare(version);
    return {
      prepared,
      again: () => workspaces.prepare({ ...version }),
      answer: (content) =>
        prepared.open({
          kind: 'generated',
          files: [{ path: situation.emptied?.[0] ?? 'src/made.js', content }],
        }),
      [Symbol.asyncDispose]: () => stack.disposeAsync(),
    };
  } catch (error) {
    await stack.disposeAsync();
    throw error;
  }
}

function aVersion(commit: string, { spec, emptied = [] }: Situation): SpecVersion {
  const rest = { instructions: [], tests: [], context: [], setupEnv: [], writableDeps: [], timeoutMs: null };
  return {
    spec: {
      name: 'made',
      files: ['SPEC.md'],
      writes: ['src/**'],
      directory: '.',
      setup: null,
      test: 'node test.mjs',
      results: { kind: 'exit-code' },
      ...rest,
      ...spec,
    },
    commit,
    files: [],
    instructions: [],
    context: [],
    emptied,
  };
}

/** Runs a command in the workspace; returns its stdout, or `failed` and everything it printed. */
export async function runIn(workspace: Workspace, command: string): Promise<string> {
  const { end, stdout, stderr } = await bareSandbox().run({
    purpose: 'test',
    view: await workspace.view(null),
    command,
    directory: workspace.directory,
    environment: cleanEnvironment({ home: workspace.home, path: hostPath(), temporary: workspace.reports }),
    timeoutMs: 20_000,
    signal: new AbortController().signal,
  });
  const isGreen = end.kind === 'exited' && end.code === 0;
  return isGreen ? stdout.text.trim() : `failed ${stdout.text}${stderr.text}`;
}
