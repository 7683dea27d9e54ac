import * as z from 'zod';
import type { EarlierVerdict } from '../../ports/forge.ts';
import type { Remote } from './octokit.ts';

/** Which verdict is sought: for these texts, tests, models and settings (`externalId`), and on which commit. */
export type SoughtVerdict = {
  readonly name: string;
  readonly head: string;
  readonly externalId: string;
};

/** A check run that may hold the verdict, and the app that made it. Whether that app is ours is not known yet. */
export type Candidate = EarlierVerdict & { readonly app: number };

/**
 * The newest finished check run of this name and id on a commit, if it ended in `success` or `failure`. If the newest
 * one ended in any other way, older ones do not count either.
 */
export async function candidateOf(remote: Remote, sought: SoughtVerdict): Promise<Candidate | null> {
  const { octokit, owner, repo } = remote;
  const { data } = await octokit.rest.checks.listForRef({
    owner,
    repo,
    ref: sought.head,
    check_name: sought.name,
    status: 'completed',
    filter: 'all',
    per_page: 100,
  });
  const newest = checkRunsSchema
    .parse(data)
    .check_runs.filter(
      (run) =>
        run.name === sought.name && run.external_id === sought.externalId && run.head_sha === sought.head,
    )
    .toSorted((one, other) => other.id - one.id)[0];
  const read = repeatable.safeParse(newest);
  if (!read.success) return null;
  const { conclusion, app, output, html_url } = read.data;
  return { conclusion, app: app.id, title: output.title ?? '', url: html_url ?? '' };
}

const checkRunsSchema = z.object({
  check_runs: z
    .array(
      z.looseObject({
        id: z.number(),
        name: z.string(),
        head_sha: z.string(),
        external_id: z.string().nullish(),
      }),
    )
    .max(100),
});

const repeatable = z.object({
  conclusion: z.enum(['success', 'failure']),
  html_url: z.string().max(1000).nullish(),
  app: z.object({ id: z.number().int() }),
  output: z.object({ title: z.string().max(1000).nullish() }),
});
