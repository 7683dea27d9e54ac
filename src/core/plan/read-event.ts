import { z } from 'zod';
import { UserError } from '../../errors.ts';

/** What an event says about the commits to compare, before git has been asked. */
export type TriggerEvent =
  | {
      readonly kind: 'pull-request';
      readonly number: number;
      /** Tip of the base branch when the event was sent. */
      readonly baseTip: string;
      readonly head: string;
      readonly fromFork: boolean;
      /** Dependabot's runs see no secrets, like those of a fork. */
      readonly dependabot: boolean;
      readonly draft: boolean;
    }
  /** Refs or shas as they were typed. */
  | { readonly kind: 'manual'; readonly base: string; readonly head: string }
  /** Every spec as it stands in one commit. */
  | { readonly kind: 'audit'; readonly head: string };

/** An event as GitHub Actions hands it over; empty inputs were not given. */
export type WorkflowEvent = {
  /** GITHUB_EVENT_NAME. */
  readonly name: string;
  /** The JSON of GITHUB_EVENT_PATH. */
  readonly payload: unknown;
  /** GITHUB_SHA, or null where it is not set. */
  readonly sha: string | null;
  readonly inputs: { readonly base: string; readonly head: string };
};

/** Reads what is to be compared from a workflow event; throws EVENT_UNSUPPORTED for events that say nothing of it. */
export function readEvent(event: WorkflowEvent): TriggerEvent {
  switch (event.name) {
    case 'pull_request':
      return readPullRequest(event.payload);
    case 'workflow_dispatch':
      return readDispatch(event);
    case 'push':
    case 'schedule':
      return { kind: 'audit', head: headOf(event) };
    case 'merge_group':
      throw unsupported(`event \`${event.name}\` is not in this version.`);
    case 'pull_request_target':
      throw unsupported(
        'event `pull_request_target` is refused: it would run the code of a fork with your secrets.',
      );
    default:
      throw unsupported(`event ${quoted(event.name)} carries no two commits to compare.`);
  }
}

const sha = z.string().regex(/^[0-9a-f]{40}$/);
const account = z.object({ login: z.string() }).nullish();
const repository = z.object({ full_name: z.string() });

const pullRequestPayload = z.object({
  pull_request: z.object({
    number: z.number().int().positive(),
    draft: z.boolean().nullish(),
    user: account,
    base: z.object({ sha, repo: repository }),
    // A fork that was deleted leaves no repository behind.
    head: z.object({ sha, repo: repository.nullable() }),
  }),
  sender: account,
});

function readPullRequest(payload: unknown): TriggerEvent {
  const read = pullRequestPayload.safeParse(payload);
  if (!read.success) {
    const path = read.error.issues[0]?.path.map(String).join('.') || 'payload';
    throw unsupported(`event \`pull_request\` came without a readable pull request (at \`${path}\`).`);
  }
  const { pull_request: pullRequest, sender } = read.data;
  const { base, head } = pullRequest;
  return {
    kind: 'pull-request',
    number: pullRequest.number,
    baseTip: base.sha,
    head: head.sha,
    fromFork: head.repo === null || head.repo.full_name !== base.repo.full_name,
    dependabot: [pullRequest.user, sender].some((one) => one?.login === 'dependabot[bot]'),
    draft: pullRequest.draft ?? false,
  };
}

const dispatchInputs = z.object({
  inputs: z.object({ base: z.string().nullish(), head: z.string().nullish() }).nullish(),
});

function readDispatch(event: WorkflowEvent): TriggerEvent {
  const read = dispatchInputs.safeParse(event.payload);
  const typed = read.success ? read.data.inputs : null;
  const base = firstGiven([event.inputs.base, typed?.base]);
  const head = firstGiven([event.inputs.head, typed?.head, event.sha]);
  if (base === null) return { kind: 'audit', head: headOf(event) };
  if (head === null) throw unsupported('event `workflow_dispatch` says neither `head` nor a commit.');
  return { kind: 'manual', base: gitRef(base, 'base'), head: gitRef(head, 'head') };
}

function headOf(event: WorkflowEvent): string {
  const read = dispatchInputs.safeParse(event.payload);
  const head = firstGiven([event.inputs.head, read.success ? read.data.inputs?.head : null, event.sha]);
  if (head === null) throw unsupported(`event \`${event.name}\` says no commit.`);
  return gitRef(head, 'head');
}

function firstGiven(texts: readonly (string | null | undefined)[]): string | null {
  return texts.find((text) => text !== null && text !== undefined && text !== '') ?? null;
}

function gitRef(text: string, input: 'base' | 'head'): string {
  // No commit is written with these, and a leading `-` would be read as an option by git.
  if (text.length <= 250 && /^[^-\s\p{C}:?*[\\][^\s\p{C}:?*[\\]*$/u.test(text) && !text.includes('..'))
    return text;
  throw new UserError(
    'REF_NOT_FOUND',
    `${quoted(text)} cannot be a git ref (input \`${input}\`).`,
    'Give a branch, a tag or a full commit sha.',
  );
}

function unsupported(what: string): UserError {
  return new UserError(
    'EVENT_UNSUPPORTED',
    what,
    'Run on `pull_request`, or on `workflow_dispatch` with the input `base`.',
  );
}

function quoted(text: string): string {
  return `\`${text.slice(0, 60).replaceAll(/[^\x20-\x5f\x61-\x7e]/g, '?')}\``;
}
