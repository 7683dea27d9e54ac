// What a check in many jobs takes in a large repository: 200 specs on 5 models are 1,000 questions; 12 made-up cells each
// are 24,000 records (a record is half a cell) besides those of the trees and of failing tests that were repeated.
import { spawnSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { fanOutFolder } from '../src/adapters/records/fan-out-folder.ts';
import { openRepository } from '../src/adapters/git/git-repository.ts';
import { hostEnvironment } from '../src/adapters/process/environment.ts';
import { readSettings } from '../src/config/read-settings.ts';
import { keepHeapSmall } from '../src/adapters/process/keep-heap-small.ts';
import { readPlanFile } from '../src/core/fan-out/plan-file.ts';
import { planOfFile } from '../src/core/fan-out/plan-of-file.ts';
import { renderComment } from '../src/core/report/markdown/comment.ts';
import { commentMarker } from '../src/core/report/markdown/marker.ts';
import { writeHtml } from '../src/entry/wiring/write-html.ts';
import { wire } from '../src/entry/wiring/wire.ts';
import { findWork } from '../src/pipeline/specs/find-work.ts';
import { matrixOf, planJob } from '../src/pipeline/fan-out/plan-job.ts';
import { reportJob } from '../src/pipeline/fan-out/report-job.ts';
import { gitEnvironment, temporaryRepository } from '../src/testing/temporary-repository.ts';
import { planFigures, reportFigures } from './fan-out/figures.ts';
import type { Started, Told } from './fan-out/figures.ts';
import { makeUpRecords } from './fan-out/made-up.ts';
import { startOutcome } from './outcome.ts';

const size = { specs: 200, models: 5, looks: [6] };

const names = Array.from({ length: size.specs }, (_, index) => `s${String(index + 1).padStart(3, '0')}`);
const models = Array.from({ length: size.models }, (_, index) => `model-${index + 1}`);
const config = JSON.stringify({
  version: 1,
  specs: names.map((name) => ({
    name,
    spec: [`specs/${name}.md`],
    writes: [`src/${name}/**`],
    test: 'npm test',
    results: 'report.xml',
  })),
  models: models.map((id) => ({
    id,
    provider: 'openai',
    model: `simulated-${id}`,
    'base-url': 'http://127.0.0.1:9/v1',
    'api-key-env': 'none',
    price: { input: 1, output: 5 },
  })),
  samples: { looks: size.looks },
  // Six samples of a thousand questions can raise a suspicion, no more.
  gate: { 'fail-on': 'never' },
  budget: { concurrency: 40, usd: 10_000, 'usd-per-pr': 'none', generations: 100_000 },
  sandbox: 'none',
});

const [job, directory, base, head] = process.argv.slice(2).filter((word) => word !== '--write');
if (job === undefined) await measure();
else await runJob({ job, directory: directory ?? '', base: base ?? '', head: head ?? '' });

type Place = {
  readonly job: string;
  readonly directory: string;
  readonly base: string;
  readonly head: string;
};

async function runJob(place: Place): Promise<void> {
  const { ports, request: asked, folder } = await open(place);
  const started = performance.now();
  if (place.job === 'report') keepHeapSmall();
  const request = {
    ...asked,
    work: await findWork(ports.repository, asked),
    mode: { kind: 'measure' },
    startedAt: Date.now(),
  } as const;
  if (place.job === 'plan') {
    const file = await planJob(ports, request, { folder, wanted: 40 });
    const bytes = matrixOf(file).length + JSON.stringify(file).length;
    tell({ ms: performance.now() - started, bytes, lead: '' });
  } else {
    const checked = await reportJob(ports, request, { folder, run: '1' });
    const ms = performance.now() - started;
    const comment = renderComment(checked.summary, {
      repositoryUrl: null,
      reportHint: null,
      marker: commentMarker('bench'),
    });
    const before = peakMb();
    const begun = performance.now();
    await writeHtml(checked, join(place.directory, 'report'), {
      repository: 'many specs',
      repositoryUrl: null,
      runUrl: null,
    });
    const html = { ms: performance.now() - begun, before };
    tell({ ms, bytes: comment.length, lead: comment.split('\n').slice(1, 9).join('\n'), html });
  }
  await ports[Symbol.asyncDispose]();
}

function peakMb(): number {
  return Math.round(process.resourceUsage().maxRSS / 1024);
}

function tell(told: Told): void {
  const mb = peakMb();
  const { user, system } = process.cpuUsage();
  console.log(JSON.stringify({ ...told, mb, cpuMs: (user + system) / 1000 }));
}

async function open({ directory, base, head }: Place) {
  const { settings } = readSettings({ file: { path: 'bench.yml', text: config }, inputs: {} });
  const repository = await openRepository(join(directory, 'repository'), hostEnvironment());
  const { signal } = new AbortController();
  const records = join(directory, 'records');
  const ports = await wire({
    signal,
    origin: { event: 'pull-request', ref: 'refs/pull/7/merge', run: '1', pullRequest: 7 },
    repository,
    recordsDirectory: records,
    sandbox: 'none',
    log: { info: () => {}, warn: console.error, progress: () => {} },
    keyOf: () => null,
    setupVariable: () => null,
    nodeTestReporter: fileURLToPath(new URL('../src/inside/node-test-reporter.mjs', import.meta.url)),
  });
  const request = {
    trigger: { kind: 'pull-request', number: 7, base, head, baseTip: base, fromFork: false },
    settings,
    withoutSecrets: false,
    notes: [],
    signal,
  } as const;
  const folder = fanOutFolder(join(directory, 'fan-out'), { directory: records, store: ports.records });
  return { ports, folder, request, settings };
}

// In a process of its own, so that only its own memory is measured.
function start(place: Place): Started {
  const argv = [fileURLToPath(import.meta.url), place.job, place.directory, place.base, place.head];
  const { stdout, stderr, status } = spawnSync(process.execPath, argv, { encoding: 'utf8' });
  if (status !== 0) throw new Error(`${place.job} failed: ${stderr}`);
  return JSON.parse(stdout);
}

async function measure(): Promise<void> {
  const directory = await mkdtemp(join(tmpdir(), 'bench-fan-out-'));
  try {
    await using source = await temporaryRepository();
    const text = (name: string, verb: string): string =>
      `# ${name}\n\n${`The module ${verb} values, one at a time, in order.\n`.repeat(40)}`;
    const all = (verb: string) =>
      Object.fromEntries(names.map((name) => [`specs/${name}.md`, text(name, verb)]));
    await source.write({
      ...all('must add'),
      ...Object.fromEntries(names.map((name) => [`src/${name}/a.mjs`, 'export {};\n'])),
    });
    const first = await source.commit('base');
    await source.write(all('should add'));
    const second = await source.commit('head');
    spawnSync('git', ['clone', '--quiet', source.directory, join(directory, 'repository')], {
      env: gitEnvironment,
    });
    const place = { directory, base: first, head: second };

    const outcome = startOutcome({ name: 'fanout', command: 'npm run bench:fanout' });
    const plan = start({ ...place, job: 'plan' });
    outcome.add(...planFigures(plan));
    const made = await makeUp({ ...place, job: 'make' });
    console.log(
      `made up: ${made.files} records of ${made.cells} cells, ${(made.bytes / 1e6).toFixed(0)} MB in all`,
    );
    const report = start({ ...place, job: 'report' });
    outcome.add(...reportFigures(report));
    outcome.end();
    console.log(`it begins:\n${report.lead}`);
  } finally {
    await rm(directory, { recursive: true, force: true });
  }
}

async function makeUp(place: Place) {
  const { ports, folder, request, settings } = await open(place);
  const file = readPlanFile((await folder.readPlan()) ?? '', settings);
  if (file === null) throw new Error('no plan');
  const { changes, questions } = await findWork(ports.repository, request);
  const { plan, shards } = planOfFile({ changes, questions }, file, settings);
  const trees = new Map<string, string>();
  for (const commit of [place.base, place.head]) trees.set(commit, await ports.repository.treeOf(commit));
  const made = makeUpRecords({
    plan,
    shards,
    placeOf: (id) => join(place.directory, 'fan-out', `spec-portability-shard-${id}`, `shard-${id}`),
    treeOf: (commit) => trees.get(commit) ?? '',
    size: { lines: 60, tests: 30 },
  });
  for (const { id } of shards) {
    const at = join(place.directory, 'fan-out', `spec-portability-shard-${id}`, `shard-${id}`);
    mkdirSync(at, { recursive: true });
    writeFileSync(
      join(at, 'shard.json'),
      JSON.stringify({
        schema: 1,
        plan: file.key,
        id,
        end: {
          kind: 'finished',
          asked: [],
          replayed: [],
          unmeasured: [],
          unsafe: [],
          stopped: [],
          ranOut: [],
          spent: { usd: 0, tokens: 0, generations: 0 },
        },
      }),
    );
  }
  await ports[Symbol.asyncDispose]();
  return made;
}
