import { print } from '../../adapters/process/print.ts';
import { simpleGit } from 'simple-git';
import { dirname, join, resolve } from 'node:path';
import { mkdir, writeFile, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { writeReport } from '../../adapters/report-files/write-report.ts';
import { openReportFolder } from '../../adapters/report-files/report-folder.ts';
import { trackedAnywhere } from '../../adapters/git/tracked-anywhere.ts';
import { openRepository } from '../../adapters/git/git-repository.ts';
import { consoleLog } from '../../adapters/process/console-log.ts';
import { hostEnvironment } from '../../adapters/process/environment.ts';
import { systemClock } from '../../adapters/process/system-clock.ts';
import { allWires } from '../../adapters/providers.ts';
import { startSimulatedModels } from '../../adapters/simulated/simulated-server.ts';
import { readSettings } from '../../config/read-settings.ts';
import { renderTerminal } from '../../core/report/terminal/terminal.ts';
import { check } from '../../pipeline/check/check.ts';
import type { Checked } from '../../pipeline/check/conclude.ts';
import { findWork } from '../../pipeline/specs/find-work.ts';
import { commitsOf } from '../../pipeline/trigger/commits.ts';
import type { ExitCode } from '../wiring/fail.ts';
import { interruptSignal } from '../wiring/interrupt.ts';
import { localOrigin } from '../../pipeline/trigger/origin.ts';
import { wire } from '../wiring/wire.ts';
import { whereTold, writeComment } from '../wiring/write-comment.ts';
import { writeHtml } from '../wiring/write-html.ts';
import { scenario } from './scenario.ts';
import type { ManualEvent } from '../../core/trigger/dispatch-event.ts';
import type { Scenario } from './scenario.ts';

/** The whole check on a machine that has only git and Node: both SDKs, real tests, simulated models. */
export async function demo(of: {
  readonly nodeTestReporter: string;
  readonly reportDir: string | null;
}): Promise<ExitCode> {
  if (of.reportDir !== null)
    await openReportFolder({
      directory: resolve(of.reportDir),
      tracks: trackedAnywhere(hostEnvironment()),
    });
  const place = await mkdtemp(join(tmpdir(), 'spec-portability-demo-'));
  try {
    await runDemo(place, of);
    return 0;
  } finally {
    await rm(place, { recursive: true, force: true });
  }
}

async function runDemo(
  place: string,
  of: { readonly nodeTestReporter: string; readonly reportDir: string | null },
): Promise<void> {
  const say = (line: string): void => void process.stderr.write(`${line}\n`);
  say(
    'The demo: a small repository, one edit of its spec, two simulated models on this machine, asked through the vendors’ real SDKs.',
  );
  const report = of.reportDir ?? (await mkdtemp(join(tmpdir(), 'spec-portability-report-')));
  using log = consoleLog({ stream: process.stderr, live: process.stderr.isTTY, workflow: false });
  const startedAt = systemClock().now();
  const directory = join(place, 'repository');
  const event = await makeRepository(directory, scenario, hostEnvironment());
  await using server = await startSimulatedModels(scenario.models, { wires: await allWires() });
  const repository = await openRepository(directory, hostEnvironment());
  const config = { path: 'demo.yml', text: configFor(server.url) };
  const { settings } = readSettings({ file: config, inputs: {} });
  const signal = interruptSignal(say);
  await using ports = await wire({
    signal,
    origin: localOrigin,
    repository,
    recordsDirectory: join(place, 'records'),
    sandbox: settings.sandbox,
    onNoSandbox: () =>
      say(
        'There is no sandbox here (bubblewrap or docker), so none is used. The demo runs only code that is part of this program.',
      ),
    log,
    keyOf: () => 'none',
    setupVariable: () => null,
    nodeTestReporter: of.nodeTestReporter,
  });
  const trigger = await commitsOf(event, repository, null);
  const checked = await check(ports, {
    work: await findWork(repository, { trigger, settings }),
    mode: { kind: 'measure' },
    withoutSecrets: false,
    ...{ trigger, settings, startedAt, notes: [], signal },
  });
  const { summary } = checked;
  log[Symbol.dispose]();
  print(renderTerminal(summary));
  await writeAll(checked, report);
  say(whereTold(report));
  say(`${summary.spent.generations} calls to simulated models, ${summary.spent.seconds.toFixed(1)} seconds.`);
}

async function writeAll(checked: Checked, directory: string): Promise<void> {
  const { summary } = checked;
  await writeReport(summary, { directory, extra: null });
  await writeHtml(checked, directory, {
    repository: 'the demo’s own repository',
    repositoryUrl: null,
    runUrl: null,
  });
  await writeComment(summary, directory);
}

function configFor(url: string): string {
  return `version: 1
specs:
  - name: minutes
    spec: [specs/minutes/SPEC.md]
    writes: ["src/**"]
    test: node test/minutes.test.mjs
models:
  - id: anthropic/simulated-literal
    provider: anthropic
    model: simulated-literal
    base-url: ${url}
    price: { input: 0, output: 0 }
  - id: openai/simulated-banker
    provider: openai
    model: simulated-banker
    base-url: ${url}/v1
    price: { input: 0, output: 0 }
sandbox: auto
`;
}

/** Makes the demo's git repository, two commits on one branch, and returns the event that compares them. */
async function makeRepository(
  directory: string,
  scenario: Scenario,
  environment: Readonly<Record<string, string>>,
): Promise<ManualEvent> {
  await mkdir(directory, { recursive: true });
  // HOME is the demo's own folder: the user's git configuration (signing, hooks) must not affect the demo.
  const git = simpleGit({ baseDir: directory }).env({ PATH: environment['PATH'] ?? '', HOME: directory });
  await git.init(['--initial-branch=main']);
  await git.addConfig('user.name', 'Demo');
  await git.addConfig('user.email', 'demo@example.invalid');
  const commit = async (files: Readonly<Record<string, string>>, message: string): Promise<string> => {
    for (const [path, text] of Object.entries(files)) {
      await mkdir(dirname(join(directory, path)), { recursive: true });
      await writeFile(join(directory, path), text);
    }
    await git.add('.');
    await git.commit(message);
    return git.revparse(['HEAD']);
  };
  const base = await commit(scenario.base, 'The spec, its code and its tests');
  const head = await commit(scenario.head, 'Say it in fewer words');
  return { kind: 'manual', base, head };
}
