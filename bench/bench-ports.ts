import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { SandboxLevel } from '../src/core/settings.ts';
import { wire, type Wired } from '../src/entry/wiring/wire.ts';
import { localOrigin } from '../src/pipeline/trigger/origin.ts';
import type { Repository } from '../src/ports/repository.ts';

/** The ports of a run on a local repository, as the command line has them, with its records inside that repository. */
export async function benchPorts(of: {
  readonly repository: Repository;
  readonly sandbox: SandboxLevel;
  readonly signal: AbortSignal;
}): Promise<Wired> {
  return wire({
    ...of,
    origin: localOrigin,
    recordsDirectory: join(of.repository.root, '.spec-portability/records'),
    log: { info: () => {}, warn: console.error, progress: () => {} },
    keyOf: () => null,
    setupVariable: () => null,
    nodeTestReporter: fileURLToPath(new URL('../src/inside/node-test-reporter.mjs', import.meta.url)),
  });
}
