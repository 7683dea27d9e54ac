import { join } from 'node:path';
import { systemClock } from '../src/adapters/process/system-clock.ts';
import { cleanEnvironment } from '../src/adapters/process/environment.ts';
import { openRecordStore } from '../src/adapters/records/record-store.ts';
import { readSettings } from '../src/config/read-settings.ts';
import { localOrigin } from '../src/pipeline/trigger/origin.ts';
import type { Ports } from '../src/pipeline/engine/engine.ts';
import type { Repository } from '../src/ports/repository.ts';
import type { Sandbox } from '../src/ports/sandbox.ts';
import type { Workspaces } from '../src/ports/workspace.ts';
import { openCodeJudge, type CodeJudge } from '../src/testing/runs/code-judge.ts';
import { randomUUID } from 'node:crypto';
import { availableParallelism } from 'node:os';
import type { Suite } from './suites/suite.ts';

/** A repository, and what is needed to judge code in it as a run does. */
export type JudgePlace = {
  readonly suite: Suite;
  readonly commit: string;
  readonly repository: Repository;
  readonly workspaces: Workspaces;
  readonly sandbox: Sandbox;
  readonly path: string;
  readonly reporter: string;
};

/** Measures the repository and finds its controls with the functions of a real run. */
export async function openJudge(place: JudgePlace): Promise<CodeJudge> {
  const { repository, workspaces, sandbox, path, reporter, suite, commit } = place;
  const ports: Ports = {
    ...{ repository, workspaces, nodeTestReporter: reporter, cores: availableParallelism() },
    sandbox: async () => sandbox,
    records: await openRecordStore({
      directory: join(repository.root, '.spec-portability/records'),
      tracks: (tracked) => repository.tracks(tracked),
    }),
    restoreRecords: async () => undefined,
    reader: localOrigin,
    clock: systemClock(),
    log: { info: () => undefined, warn: () => undefined, progress: () => undefined },
    clientOf: () => {
      throw new Error('no model is asked');
    },
    hasKey: () => false,
    warmStart: false,
    environmentOf: (places) => cleanEnvironment({ ...places, path }),
    newKey: () => randomUUID(),
  };
  return openCodeJudge(ports, { settings: settingsFor(suite), commit });
}

/** JSON is YAML. */
function settingsFor({ timeoutSeconds, version: { spec } }: Suite) {
  const text = JSON.stringify({
    version: 1,
    specs: [
      {
        ...{ name: spec.name, spec: spec.files, writes: spec.writes, test: spec.test },
        ...(spec.setup === null ? {} : { setup: spec.setup }),
        ...(spec.results.kind === 'exit-code' ? { results: 'exit-code' } : {}),
        timeout: `${timeoutSeconds}s`,
      },
    ],
    models: [{ provider: 'openai', model: 'nobody', 'api-key-env': 'none', price: { input: 0, output: 0 } }],
    budget: { tokens: 'none', minutes: 60 },
  });
  return readSettings({ file: { path: 'hostile.yml', text }, inputs: {} }).settings;
}
