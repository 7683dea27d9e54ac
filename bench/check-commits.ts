import { openRepository } from '../src/adapters/git/git-repository.ts';
import { hostEnvironment } from '../src/adapters/process/environment.ts';
import { readSettings } from '../src/config/read-settings.ts';
import type { PortabilitySummary } from '../src/core/report/summary/summary.ts';
import { check } from '../src/pipeline/check/check.ts';
import { findWork } from '../src/pipeline/specs/find-work.ts';
import { benchPorts } from './bench-ports.ts';

/** One check of two commits of a local repository, with this text as its configuration. */
export type CommitsToCheck = {
  readonly directory: string;
  readonly commits: { readonly base: string; readonly head: string };
  readonly config: string;
  /** False: all samples of an arm are asked for at once. */
  readonly warmStart?: boolean;
};

/** Checks two commits as the command line does, in this process, and tells how long that took. */
export async function checkCommits(
  of: CommitsToCheck,
): Promise<{ readonly summary: PortabilitySummary; readonly ms: number }> {
  const { settings } = readSettings({ file: { path: 'bench.yml', text: of.config }, inputs: {} });
  const { signal } = new AbortController();
  const repository = await openRepository(of.directory, hostEnvironment());
  await using ports = await benchPorts({ repository, sandbox: settings.sandbox, signal });
  const trigger = { kind: 'manual', ...of.commits } as const;
  const begun = performance.now();
  const { summary } = await check(
    { ...ports, warmStart: of.warmStart ?? ports.warmStart },
    {
      work: await findWork(repository, { trigger, settings }),
      mode: { kind: 'measure' },
      withoutSecrets: false,
      ...{ trigger, settings, startedAt: Date.now(), notes: [], signal },
    },
  );
  return { summary, ms: performance.now() - begun };
}
