import type { Clock } from '../../ports/clock.ts';
import type { EarlierVerdict, Found } from '../../ports/forge.ts';
import { attempt, type Attempt } from './attempt.ts';
import { candidateOf, type SoughtVerdict } from './find-verdict.ts';
import type { Remote } from './octokit.ts';
import { whyRefused } from './permission.ts';

/** Completes a check run that got no verdict: if it stayed in progress, the merge queue would wait for it. */
export async function abandonCheckRun(
  { remote, clock, warn }: { remote: Remote; clock: Clock; warn: (line: string) => void },
  begun: BegunCheckRun,
): Promise<void> {
  const { octokit, owner, repo } = remote;
  const given = await attempt(clock, async () =>
    octokit.rest.checks.update({
      owner,
      repo,
      check_run_id: begun.id,
      status: 'completed',
      conclusion: 'cancelled',
      external_id: '',
      output: { title: 'No verdict', summary: 'The run ended before it had a verdict; its log says why.' },
    }),
  );
  if (given.kind === 'refused')
    warn(`the check run that was begun could not be ended: ${whyRefused(given, 'checks: write')}`);
}

/** A check run that this run has begun: it must be completed, not created again. */
export type BegunCheckRun = { readonly id: number; readonly name: string; readonly headSha: string };

/**
 * A verdict that our own app gave on another commit. GitHub tells us who we are only through what we create. So if
 * there is a candidate, this run's own check run is begun, and both must belong to the same app.
 */
export async function ownVerdict(
  remote: Remote,
  clock: Clock,
  sought: SoughtVerdict & { readonly ownHead: string | null },
): Promise<{ readonly found: Found<EarlierVerdict | null>; readonly begun: BegunCheckRun | null }> {
  const listed = await attempt(clock, () => candidateOf(remote, sought));
  if (listed.kind === 'refused') return failed(whyRefused(listed, 'checks: read'));
  const candidate = listed.value;
  if (candidate === null) return { found: { kind: 'found', value: null }, begun: null };
  const { octokit, owner, repo } = remote;
  const { name, ownHead, externalId } = sought;
  if (ownHead === null) {
    const { app: _, ...verdict } = candidate;
    return { found: { kind: 'found', value: verdict }, begun: null };
  }
  const taken = await takenUp(remote, clock, { ...sought, ownHead });
  const begun =
    taken ??
    (await attempt(clock, async () => {
      const status = 'in_progress';
      const own = { name, head_sha: ownHead, status, external_id: externalId } as const;
      return (await octokit.rest.checks.create({ owner, repo, ...own })).data;
    }));
  if (begun.kind === 'refused') return failed(whyRefused(begun, 'checks: write'));
  const { id, app } = begun.value;
  const { app: author, ...verdict } = candidate;
  return {
    found: { kind: 'found', value: app?.id === author ? verdict : null },
    begun: { id, name, headSha: ownHead },
  };
}

// Takes over a check run that an earlier job of this run, or a killed attempt, has begun. GitHub lets only the app
// that made it update it.
async function takenUp(
  { octokit, owner, repo }: Remote,
  clock: Clock,
  { name, ownHead, externalId }: SoughtVerdict & { readonly ownHead: string },
): Promise<Extract<Attempt<Begun>, { kind: 'done' }> | null> {
  const touched = await attempt(clock, async () => {
    const of = { owner, repo, ref: ownHead, check_name: name, status: 'in_progress' } as const;
    const { data } = await octokit.rest.checks.listForRef({ ...of, filter: 'all', per_page: 100 });
    const left = data.check_runs.find((run) => run.name === name && run.external_id === externalId);
    if (left === undefined) return null;
    const own = { check_run_id: left.id, status: 'in_progress' } as const;
    return (await octokit.rest.checks.update({ owner, repo, ...own })).data;
  });
  if (touched.kind === 'refused' || touched.value === null) return null;
  return { kind: 'done', value: touched.value };
}

type Begun = { readonly id: number; readonly app: { readonly id: number } | null };

function failed(why: string): Awaited<ReturnType<typeof ownVerdict>> {
  return { found: { kind: 'failed', why }, begun: null };
}
