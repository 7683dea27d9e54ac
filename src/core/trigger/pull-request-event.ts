import * as z from 'zod';
import { issueNumber, login, sha, unreadable, type NothingEvent } from './event-parts.ts';

/** A pull request whose head is to be compared with its base. */
export type PullRequestEvent = {
  readonly kind: 'pull-request';
  readonly number: number;
  /** Tip of the base branch when the event was sent. */
  readonly baseTip: string;
  readonly head: string;
  readonly fromFork: boolean;
  /** Dependabot's runs get no secrets, like those of a fork. */
  readonly dependabot: boolean;
  readonly draft: boolean;
  /** The person who asks for this run, who must be allowed to spend; null if a push is the reason. */
  readonly askedBy: AskedBy | null;
};

/** A person who asks for a run. */
export type AskedBy = { readonly by: 'label' | 'comment'; readonly login: string };

/** Reads `pull_request`: any type, the label `portability`, and types that ask for nothing. */
export function readPullRequest(payload: unknown): PullRequestEvent | NothingEvent {
  const read = pullRequestPayload.safeParse(payload);
  if (!read.success) throw unreadable('pull_request', 'pull request', read.error);
  const { action, pull_request: pullRequest, sender } = read.data;
  const { base, head } = pullRequest;
  if (action === 'closed') return { kind: 'nothing', why: 'the pull request was closed', head: null };
  const isLabel = action === 'labeled' || action === 'unlabeled';
  if (isLabel && !asksByLabel(read.data))
    return { kind: 'nothing', why: `only the label \`${askingLabel}\` asks for a check`, head: head.sha };
  return {
    kind: 'pull-request',
    number: pullRequest.number,
    baseTip: base.sha,
    head: head.sha,
    fromFork: head.repo === null || head.repo.full_name !== base.repo.full_name,
    dependabot: isDependabot(pullRequest.user) || isDependabot(sender),
    draft: pullRequest.draft ?? false,
    askedBy: isLabel ? { by: 'label', login: labeller(payload) } : null,
  };
}

const askingLabel = 'portability';

const account = z.object({ login: z.string() }).nullish();
const repository = z.object({ full_name: z.string() });

const pullRequestPayload = z.object({
  action: z.string().nullish(),
  label: z.object({ name: z.string() }).nullish(),
  pull_request: z.object({
    number: issueNumber,
    draft: z.boolean().nullish(),
    user: account,
    base: z.object({ sha, repo: repository }),
    // A deleted fork leaves no repository.
    head: z.object({ sha, repo: repository.nullable() }),
  }),
  sender: account,
});

function asksByLabel({ action, label }: z.output<typeof pullRequestPayload>): boolean {
  return action === 'labeled' && label?.name.toLowerCase() === askingLabel;
}

function isDependabot(one: z.output<typeof account>): boolean {
  return one?.login === 'dependabot[bot]';
}

function labeller(payload: unknown): string {
  const read = z.object({ sender: z.object({ login }) }).safeParse(payload);
  if (!read.success) throw unreadable('pull_request', 'sender of the label', read.error);
  return read.data.sender.login;
}
