import { UserError } from '../../errors.ts';
import { expandSpecs, matchingIn } from '../specs/expand-specs.ts';
import { emptiedPaths } from '../specs/writable.ts';
import type { SpecEntry } from '../settings.ts';
import type { Surroundings } from './guess-writes.ts';
import { propose, type Proposal } from './propose.ts';
import { starterConfig } from './starter-config.ts';
import { starterKeys, starterWorkflow, workflowKindFor, type WorkflowKind } from './starter-workflow.ts';

/** The two files that `init` writes, and why they are as they are, one sentence each. */
export type Starter = {
  readonly proposal: Proposal;
  readonly config: string;
  readonly workflow: string;
  readonly said: readonly string[];
};

/** The files that fit a repository. Throws SPEC_NOT_FOUND. */
export function starterFor(around: Surroundings): Starter {
  const proposal = propose(around);
  if (proposal.entries.length === 0) throw noSpec();
  const specs = proposal.entries.reduce((sum, { names }) => sum + names.length, 0);
  const kind = workflowKindFor(specs);
  const why =
    kind === 'fan-out'
      ? `Workflow: fan-out over many jobs, because there are ${specs} specs.`
      : 'Workflow: one job.';
  return {
    proposal,
    config: starterConfig(proposal),
    workflow: starterWorkflow(kind, proposal.jobInstalls),
    said: [...proposal.said, why, ...installLines(kind, proposal)],
  };
}

function installLines(kind: WorkflowKind, { jobInstalls }: Proposal): readonly string[] {
  return jobInstalls.map((command) =>
    kind === 'one-job'
      ? `The job runs \`${command}\` first.`
      : `Each job needs \`${command}\` before it checks; the workflow does not do that yet.`,
  );
}

function noSpec(): UserError {
  return new UserError(
    'SPEC_NOT_FOUND',
    'HEAD contains no spec that `init` knows: no SPEC.md, specs/, openspec/specs/, .specify/specs/, .kiro/specs/, *.spec.md, AGENTS.md, CLAUDE.md or SKILL.md.',
    'Commit the spec, or write .github/spec-portability.yml yourself, with the path of the spec under `specs`.',
  );
}

/** What the reader still has to do, or what the next check will empty. Both are said before any money is spent. */
export function remainingSteps(
  { proposal }: Starter,
  of: {
    readonly paths: readonly string[];
    /** Reads the proposed config, which is complete. */
    readonly specsOf: () => readonly SpecEntry[];
  },
): readonly string[] {
  const unknown = proposal.entries.filter(({ writes }) => writes === null);
  const names = unknown.flatMap((entry) => entry.names);
  if (isToFillIn(proposal)) {
    const shown = names.slice(0, 5).join(', ');
    return [
      `To fill in${names.length > 0 ? ` for ${shown}${names.length > 5 ? ', …' : ''}` : ''}: the lines marked FILL IN. Until then the config file is refused: no file is removed and no model is asked.`,
    ];
  }
  return expandSpecs(of.specsOf(), matchingIn(of.paths)).map((spec) => {
    const emptied = emptiedPaths(of.paths, spec);
    const shown = emptied.slice(0, 5).join(', ');
    return `${spec.name}: ${emptied.length} committed ${emptied.length === 1 ? 'file is' : 'files are'} emptied before each generation${emptied.length === 0 ? '' : `: ${shown}${emptied.length > 5 ? ', …' : ''}`}.`;
  });
}

/** What to do with the files that were written, in the order in which it is done; null where nothing was. */
export function nextSteps(
  { proposal }: Starter,
  written: { readonly config: string | null; readonly workflow: string | null },
): string | null {
  const { config, workflow } = written;
  const files = [config, workflow].filter((file) => file !== null);
  if (files.length === 0) return null;
  const steps = [
    ...(workflow === null ? [] : [`replace OWNER in ${workflow}`]),
    ...(config !== null && isToFillIn(proposal) ? [`fill in ${config}`] : []),
    'run `spec-portability doctor`',
    `commit ${files.join(' and ')}`,
    `store ${starterKeys.join(' and ')} as secrets of the repository`,
  ];
  return `Next: ${steps.slice(0, -1).join(', ')}, and ${steps.at(-1) ?? ''}.`;
}

function isToFillIn({ entries }: Proposal): boolean {
  return entries.some(({ writes, command }) => writes === null || command === null);
}
