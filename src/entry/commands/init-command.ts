import { lstat } from 'node:fs/promises';
import { join } from 'node:path';
import { writeNewFile } from '../../adapters/plain-files/safe-path.ts';
import { openRepository } from '../../adapters/git/git-repository.ts';
import { hostEnvironment } from '../../adapters/process/environment.ts';
import { readSettings } from '../../config/read-settings.ts';
import { filesToRead, propose } from '../../core/init/propose.ts';
import type { Proposal } from '../../core/init/propose.ts';
import { starterConfig } from '../../core/init/starter-config.ts';
import { starterWorkflow, workflowKindFor } from '../../core/init/starter-workflow.ts';
import { expandSpecs, matchingIn } from '../../core/specs/expand-specs.ts';
import { emptiedPaths } from '../../core/specs/writable.ts';
import { UnsafePathError, UserError } from '../../errors.ts';
import { configPaths } from '../../pipeline/trigger/find-config.ts';
import type { Repository } from '../../ports/repository.ts';
import type { ExitCode } from '../wiring/fail.ts';

/** The repository that `init` examines, and whether it only prints what it would write. */
export type InitCall = { readonly directory: string; readonly print: boolean };

const workflowPath = '.github/workflows/spec-portability.yml';

/** `init`: examines the repository and writes a config file and a workflow that fit. Never overwrites a file. */
export async function initCommand({ directory, print }: InitCall): Promise<ExitCode> {
  const repository = await openRepository(directory, hostEnvironment());
  const { paths, texts } = await lookAt(repository);
  const proposal = propose({ paths, texts });
  if (proposal.entries.length === 0) throw noSpec();
  const config = starterConfig(proposal);
  const specs = proposal.entries.reduce((sum, { names }) => sum + names.length, 0);
  const kind = workflowKindFor(specs);
  const workflow = starterWorkflow(kind);
  say([
    ...proposal.said,
    kind === 'fan-out'
      ? `Workflow: fan-out over many jobs, because there are ${specs} specs.`
      : 'Workflow: one job.',
  ]);
  const left = whatIsLeft(proposal, config, paths);
  if (print) {
    process.stdout.write(`# ${configPaths[0]}\n${config}\n# ${workflowPath}\n${workflow}`);
    say(left);
    return 0;
  }
  const isConfigWritten = await writeNew(directory, configPaths[0], { text: config, unless: configPaths });
  const isWorkflowWritten = await writeNew(directory, workflowPath, {
    text: workflow,
    unless: [workflowPath],
  });
  if (isConfigWritten) say(left);
  return isConfigWritten && isWorkflowWritten ? 0 : 2;
}

async function lookAt(
  repository: Repository,
): Promise<{ readonly paths: readonly string[]; readonly texts: ReadonlyMap<string, string> }> {
  const entries = await repository.listFiles(await repository.resolve('HEAD'));
  const files = entries.filter(({ kind, size }) => (kind === 'file' || kind === 'executable') && size <= 1e6);
  const paths = files.map(({ path }) => path);
  const wanted = new Set(filesToRead(paths));
  const texts = await Promise.all(
    files
      .filter(({ path }) => wanted.has(path))
      .map(async ({ path, oid }) => {
        const text = new TextDecoder().decode(await repository.readBlob(oid));
        return [path, text] as const;
      }),
  );
  return { paths, texts: new Map(texts) };
}

function noSpec(): UserError {
  return new UserError(
    'SPEC_NOT_FOUND',
    'no spec was found in HEAD: neither SPEC.md, specs/, openspec/specs/, .specify/specs/, .kiro/specs/, *.spec.md, nor AGENTS.md, CLAUDE.md or SKILL.md.',
    'Commit the spec, or write .github/spec-portability.yml by hand with its path under `specs`.',
  );
}

/** What the reader still has to do, or what the next check will empty. Both are said before any money is spent. */
function whatIsLeft(proposal: Proposal, config: string, paths: readonly string[]): readonly string[] {
  const unknown = proposal.entries.filter(({ writes }) => writes === null);
  const names = unknown.flatMap((entry) => entry.names);
  if (names.length > 0 || proposal.entries.some(({ command }) => command === null)) {
    const shown = names.slice(0, 5).join(', ');
    return [
      `To fill in${names.length > 0 ? ` for ${shown}${names.length > 5 ? ', …' : ''}` : ''}: the lines marked FILL IN. Until then the file is refused, and nothing is emptied or asked.`,
    ];
  }
  const { settings } = readSettings({ file: { path: configPaths[0], text: config }, inputs: {} });
  return expandSpecs(settings.specs, matchingIn(paths)).map((spec) => {
    const emptied = emptiedPaths(paths, spec);
    const shown = emptied.slice(0, 5).join(', ');
    return `${spec.name}: ${emptied.length} committed ${emptied.length === 1 ? 'file is' : 'files are'} emptied before each generation${emptied.length === 0 ? '' : `: ${shown}${emptied.length > 5 ? ', …' : ''}`}.`;
  });
}

async function writeNew(
  directory: string,
  path: string,
  what: { readonly text: string; readonly unless: readonly string[] },
): Promise<boolean> {
  for (const other of what.unless) {
    if ((await lstat(join(directory, other)).catch(() => null)) === null) continue;
    say([`${other} is there already and was left as it is; \`init --print\` shows what would be written.`]);
    return false;
  }
  try {
    await writeNewFile(directory, path, what.text);
  } catch (error) {
    if (!(error instanceof UnsafePathError)) throw error;
    say([`${path} was not written: ${error.message}.`]);
    return false;
  }
  say([`Wrote ${path}.`]);
  return true;
}

// Names come from the repository, so they are untrusted.
function say(lines: readonly string[]): void {
  for (const line of lines) process.stderr.write(`${plain(line)}\n`);
}

function plain(line: string): string {
  return line.replaceAll(/\p{C}+/gu, ' ');
}
