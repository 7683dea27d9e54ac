import type { ChangedFile } from '../../core/controls/change.ts';
import type { TestMode } from '../../core/records/test-run-key.ts';
import { arrangeResults, askedFiles, filesOfTree } from '../../core/results/arrange-results.ts';
import type { Arrangement } from '../../core/results/arrange-results.ts';
import { collectReport } from '../../core/results/collect-report.ts';
import { loadedInstead, loadedList, traced } from '../../core/results/loaded-files.ts';
import { readGuard } from '../../core/results/read-guard.ts';
import type { ReportFile } from '../../core/results/report-file.ts';
import type { ReportLimits } from '../../core/results/report-limits.ts';
import { withSign } from '../../core/results/tampered.ts';
import type { TestRun } from '../../core/results/test-report.ts';
import type { SpecVersion } from '../../core/specs/spec.ts';
import type { Turn } from '../../ports/sandbox.ts';
import type { Content, Workspace } from '../../ports/workspace.ts';
import type { Engine } from './engine.ts';

/** What `testInWorkspace` needs to know of one run. */
export type Testing = {
  readonly content: Content;
  readonly timeoutMs: number;
  readonly mode?: TestMode;
  readonly changed?: readonly ChangedFile[];
  readonly isGuarded?: boolean;
  readonly limits: ReportLimits;
  readonly turn: Turn;
};

/** Runs the test command once on a tree with this content, and reads its report. */
export async function testInWorkspace(
  engine: Engine,
  version: SpecVersion,
  request: Testing,
): Promise<TestRun> {
  const { workspaces, sandbox, environmentOf } = engine.ports;
  const prepared = await workspaces.prepare(version, engine.signal);
  await using workspace = await prepared.open(request.content, request.changed);
  const key = request.isGuarded === false ? null : engine.ports.newKey();
  const arrangement = await arranged(engine, version, { ...request, workspace, key });
  const isTraced = request.mode === 'traced';
  const { command, environment } = isTraced ? traced(arrangement, workspace) : arrangement;
  const wanted = { files: filesOfTree(arrangement), mostBytes: request.limits.bytes };
  const place = await sandbox();
  const view = await workspace.view(wanted);
  const run = await place.run({
    purpose: 'test',
    view,
    command,
    directory: workspace.directory,
    environment: { ...environmentOf(workspace), ...environment },
    timeoutMs: request.timeoutMs,
    signal: engine.signal,
    turn: request.turn,
  });
  const reports = await workspace.readReports(wanted.mostBytes);
  const results = await workspace.readResults(wanted);
  const files = new Map(reports.flatMap(({ path, text }) => (text === null ? [] : [[path, text]])));
  const guard = key === null ? null : readGuard(files, key, askedFiles(arrangement));
  const isChanged = await workspace.isJudgeChanged();
  return {
    ...(isTraced ? { loaded: await whatWasLoaded(engine, version, { workspace, files }) } : {}),
    run,
    ...withSign(guard, isChanged ? 'files-changed' : null),
    ...tooLargeIn([...reports, ...results], wanted.mostBytes),
    report: collectReport({
      arrangement,
      files,
      results,
      largestBytes: Math.max(0, ...[...reports, ...results].map(({ bytes }) => bytes)),
      mostTests: request.limits.tests,
      stdout: run.stdout.text,
      root: workspace.root,
    }),
  };
}

async function arranged(
  { ports }: Engine,
  { spec }: SpecVersion,
  of: Pick<Testing, 'mode'> & { readonly workspace: Workspace; readonly key: string | null },
): Promise<Arrangement> {
  const { workspace, key, mode } = of;
  return arrangeResults({
    spec,
    packageJson: await workspace.read(`${workspace.directory}/package.json`),
    reports: workspace.reports,
    reporter: ports.nodeTestReporter,
    guard: key === null ? null : { key, mode: mode === 'forced-failure' ? 'forced-failure' : 'plain' },
  });
}

function tooLargeIn(files: readonly ReportFile[], limitBytes: number): Pick<TestRun, 'tooLarge'> {
  const large = files.find(({ text }) => text === null);
  return large === undefined ? {} : { tooLarge: { file: large.path, bytes: large.bytes, limitBytes } };
}

async function whatWasLoaded(
  { ports }: Engine,
  { commit, emptied }: SpecVersion,
  of: { readonly workspace: Workspace; readonly files: ReadonlyMap<string, string> },
): Promise<readonly string[]> {
  const committed = (await ports.repository.listFiles(commit)).map(({ path }) => path);
  const { root } = of.workspace;
  return loadedInstead(of.files.get(loadedList) ?? '', { root, written: emptied, committed });
}
