import { parse } from 'yaml';
import { z } from 'zod';

const step = z.object({
  uses: z.string().optional(),
  run: z.string().optional(),
  with: z.record(z.string(), z.unknown()).optional(),
});
const workflow = z.object({
  permissions: z.unknown().optional(),
  jobs: z.record(z.string(), z.object({ steps: z.array(step).default([]), uses: z.string().optional() })),
});

/** What is unsafe in a workflow: rules that the two linters do not have. */
export function unsafeInWorkflow(path: string, text: string): string[] {
  const { permissions, jobs } = workflow.parse(parse(text));
  const steps = Object.values(jobs).flatMap((job) => [...job.steps, { uses: job.uses }]);
  return [
    ...(permissions === undefined || permissions === 'write-all' ? ['no top-level `permissions`'] : []),
    ...steps.flatMap((one) => unsafeInStep(one)),
  ].map((problem) => `${path}: ${problem}`);
}

/**
 * The same workflow with `$/.`, the action of the very repository and commit that the workflow itself is of, written as
 * a release of it: the linters do not know that form yet, and so check what is handed to the action.
 */
export function withNamedSelf(text: string): string {
  return text.replaceAll(/(\buses: )\$\/\.(?=\s)/g, '$1OWNER/spec-portability-action@v1');
}

function unsafeInStep({ uses, run, with: given }: z.infer<typeof step>): string[] {
  const problems: string[] = [];
  if (uses !== undefined && !isPinned(uses)) problems.push(`\`${uses}\` is not pinned to a full commit sha`);
  if (uses?.startsWith('actions/checkout@') && given?.['persist-credentials'] !== false) {
    problems.push('a checkout without `persist-credentials: false`');
  }
  // A title or branch name in here would be shell.
  if (run !== undefined && /\$\{\{[^}]*\bgithub\s*(?:\.\s*(?:event|head_ref)|\[)/.test(run)) {
    problems.push('`github.event` inside `run`');
  }
  return problems;
}

function isPinned(uses: string): boolean {
  // Our own releases are named by the reader's owner and a version tag; a local action, and one of the workflow's own
  // commit, has no version.
  return /@[0-9a-f]{40}$|^\.\/|^\$\/|^OWNER\/spec-portability-action@v\d+$/.test(uses);
}
