import { parse } from 'yaml';
import * as z from 'zod';
import { unpinnedIn } from './pinned-actions.ts';

const step = z.object({
  uses: z.string().optional(),
  run: z.string().optional(),
  with: z.record(z.string(), z.unknown()).optional(),
});
const job = z.object({
  permissions: z.unknown().optional(),
  steps: z.array(step).default([]),
  secrets: z.unknown().optional(),
});
const workflow = z.object({
  // In YAML 1.2 this word is a string.
  on: z.unknown(),
  permissions: z.unknown().optional(),
  jobs: z.record(z.string(), job),
});

/** What is unsafe in a workflow, by rules that the two linters do not have. */
export function unsafeInWorkflow(path: string, text: string): string[] {
  const { on, permissions, jobs } = workflow.parse(parse(text));
  const events = JSON.stringify(on) ?? '';
  return [
    ...(permissions === undefined || permissions === 'write-all' ? ['no top-level `permissions`'] : []),
    ...(/"(?:pull_request_target|workflow_run)"/.test(events)
      ? ['an event that runs the text of a fork with secrets']
      : []),
    ...unpinnedIn(text),
    ...Object.values(jobs).flatMap((one) => [...unsafeInJob(one), ...one.steps.flatMap(unsafeInStep)]),
  ].map((problem) => `${path}: ${problem}`);
}

function unsafeInJob({ permissions, secrets }: z.infer<typeof job>): string[] {
  return [
    ...(permissions === 'write-all' ? ['a job with every permission'] : []),
    ...(secrets === 'inherit' ? ['a called workflow that is given every secret'] : []),
  ];
}

/**
 * The same workflow with `$/.` (the action of the workflow's own repository and commit) written as a release of it:
 * the linters do not know `$/.` yet, and so they check the inputs of the action.
 */
export function withNamedSelf(text: string): string {
  return text.replaceAll(/(\buses: )\$\/\.(?=\s)/g, '$1OWNER/spec-portability-action@v1');
}

function unsafeInStep({ uses, run, with: given }: z.infer<typeof step>): string[] {
  const problems: string[] = [];
  if (uses?.startsWith('actions/checkout@') && given?.['persist-credentials'] !== false) {
    problems.push('a checkout without `persist-credentials: false`');
  }
  // A title or branch name in here would be run by the shell.
  if (run !== undefined && /\$\{\{[^}]*\bgithub\s*(?:\.\s*(?:event|head_ref)|\[)/.test(run)) {
    problems.push('`github.event` inside `run`');
  }
  if (run !== undefined && /\$\{\{[^}]*\binputs\b/.test(run)) problems.push('an input inside `run`');
  return problems;
}
