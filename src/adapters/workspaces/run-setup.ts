import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { overLimitWords } from '../../core/results/report-limits.ts';
import { isFault } from '../../core/results/own-run/last-lines.ts';
import type { CommandRun } from '../../core/results/test-report.ts';
import type { SpecVersion } from '../../core/specs/spec.ts';
import { CancelledError, UnsafePathError, UserError } from '../../errors.ts';
import { cleanEnvironment } from '../process/environment.ts';
import { removeFolder } from '../plain-files/remove-folder.ts';
import { makeRealFolder } from '../plain-files/safe-path.ts';
import type { WorkspaceTools } from './workspace-tools.ts';

/** Where a setup command runs; `folder` is for its other files. */
export type SetupPlaces = {
  readonly folder: string;
  readonly place: string;
  readonly home: string;
  /** What it lacks, and how to give it that: the reason, if it fails. */
  readonly lacks: readonly string[];
};

const setupTimeoutMs = 30 * 60 * 1000;
const lastLines = 15;
const lastCharacters = 1500;

/**
 * Runs the spec's setup command with a clean environment and the variables that `setup-env` names. Throws
 * SETUP_FAILED.
 */
export async function runSetup(
  tools: WorkspaceTools,
  version: SpecVersion,
  places: SetupPlaces,
): Promise<void> {
  const { setup, directory } = version.spec;
  if (setup === null) return;
  const temporary = join(places.folder, 'tmp');
  await mkdir(temporary);
  await makeDirectory(version, places.place);
  tools.log?.info(`setup of ${version.commit.slice(0, 12)}${folderOf(directory)}: ${setup}`);
  const run = await tools.sandbox.run({
    purpose: 'setup',
    view: {
      root: places.place,
      files: places.place,
      home: places.home,
      temporary,
      reports: null,
      bring: null,
      mostReportBytes: 16 * 1024 * 1024,
      readOnly: [],
      writable: [],
    },
    command: setup,
    directory: join(places.place, directory),
    environment: {
      ...setupVariables(tools, version),
      ...cleanEnvironment({ home: places.home, path: tools.path, temporary }),
    },
    timeoutMs: tools.setupTimeoutMs ?? setupTimeoutMs,
    signal: tools.signal ?? new AbortController().signal,
  });
  await removeFolder(temporary);
  if (run.end.kind === 'exited' && run.end.code === 0) return;
  if (run.end.kind === 'cancelled')
    throw new CancelledError('setup was cancelled', { cause: tools.signal?.reason });
  throw new UserError(
    'SETUP_FAILED',
    `\`${setup}\` ${endOf(run)} in ${version.commit.slice(0, 12)}, directory \`${directory}\`: ${lastWords(run)}`,
    wayOut(version, places, run),
  );
}

// In a monorepo the same command runs in many folders.
function folderOf(directory: string): string {
  return directory === '.' ? '' : ` in ${directory}`;
}

// What git and the tools that ask it for a version say where there is no repository, or no tag in it.
const wordsOfGit =
  /not a git repository|setuptools[-_]scm|hatch[-_]vcs|versioningit|dunamai|obtaining VCS status|no (?:names|tags?) found|git describe/i;

function wayOut(version: SpecVersion, { lacks }: SetupPlaces, run: CommandRun): string {
  const asksGit = wordsOfGit.test(`${run.stdout.text}\n${run.stderr.text}`);
  if (asksGit && lacks.length > 0) return lacks.join(' ');
  return asksGit && version.spec.git === undefined
    ? 'Trees have no `.git`. If setup asks git for a version, set `git: true` in this entry of `specs`: then setup, and setup alone, finds one.'
    : 'Change `setup` so that it passes in a clean checkout without your own environment variables.';
}

async function makeDirectory({ spec, commit }: SpecVersion, tree: string): Promise<void> {
  try {
    await makeRealFolder(tree, spec.directory);
  } catch (error) {
    if (!(error instanceof UnsafePathError)) throw error;
    throw new UserError(
      'CONFIG_INVALID',
      `\`directory\` of spec ${spec.name}: ${error.message} in ${commit.slice(0, 12)}.`,
      'Give a folder that is in the repository.',
    );
  }
}

function setupVariables(tools: WorkspaceTools, version: SpecVersion): Readonly<Record<string, string>> {
  return Object.fromEntries(
    version.spec.setupEnv.flatMap((name) => {
      const value = tools.setupVariable?.(name) ?? null;
      return value === null ? [] : [[name, value]];
    }),
  );
}

function endOf(run: CommandRun): string {
  switch (run.end.kind) {
    case 'exited':
      return `ended with code ${run.end.code}`;
    case 'killed':
      return `was killed by ${run.end.signal}`;
    case 'timed-out':
      return 'did not end in time';
    case 'over-limit':
      return overLimitWords(run.end);
    case 'cancelled':
      return 'was cancelled';
  }
}

function lastWords(run: CommandRun): string {
  const text = run.stderr.text.trim() === '' ? run.stdout.text : run.stderr.text;
  const lines = text.trim().split('\n');
  const shown = lines.slice(-lastLines);
  // A program that prints its usage below the reason pushes the reason out.
  const reason = lines.slice(0, -lastLines).find((line) => isFault(line));
  const said = shown.join('\n').slice(reason === undefined ? -lastCharacters : -lastCharacters / 3);
  const all = reason === undefined ? said : `${reason.trim().slice(0, 300)} … ${said}`;
  return all.replaceAll(/\p{Cc}+/gu, ' ');
}
