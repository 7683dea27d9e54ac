import type { Clock } from '../../ports/clock.ts';
import type { EarlierVerdict, Found } from '../../ports/forge.ts';
import { attempt } from './attempt.ts';
import { candidateOf, type SoughtVerdict } from './find-verdict.ts';
import type { Remote } from './octokit.ts';
import { whyRefused } from './permission.ts';

/** A check run of this run that was begun and has to be completed, not made again. */
export type BegunCheckRun = { readonly id: number; readonly name: string; readonly headSha: string };

/**
 * A verdict on another commit that our own app gave. Who we are GitHub says only of what we make: so where there is a
 * candidate, this run's own check run is begun, and the two must be of one app.
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
  const created = await attempt(clock, async () =>
    octokit.rest.checks.create({
      owner,
      repo,
      name,
      head_sha: ownHead,
      status: 'in_progress',
      external_id: externalId,
    }),
  );
  if (created.kind === 'refused') return failed(whyRefused(created, 'checks: write'));
  const { id, app } = created.value.data;
  const { app: author, ...verdict } = candidate;
  return {
    found: { kind: 'found', value: app?.id === author ? verdict : null },
    begun: { id, name, headSha: ownHead },
  };
}

function failed(why: string): Awaited<ReturnType<typeof ownVerdict>> {
  return { found: { kind: 'failed', why }, begun: null };
}
