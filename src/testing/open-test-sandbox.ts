import { chmod, mkdtemp, realpath, rm } from 'node:fs/promises';
import { homedir, tmpdir } from 'node:os';
import { join } from 'node:path';
import { hostPath, ownNode, setVariable } from '../adapters/process/environment.ts';
import { openBubblewrap } from '../adapters/sandbox/open-bubblewrap.ts';
import type { Sandbox } from '../ports/sandbox.ts';

/** Bubblewrap as a real run opens it, in a temporary folder that user 65534 may enter. Disposing removes both. */
export type TestSandbox = AsyncDisposable & { readonly sandbox: Sandbox; readonly temporaryRoot: string };

/** Opens bubblewrap for tests; the self-attack runs as always. */
export async function openTestSandbox(): Promise<TestSandbox> {
  const temporaryRoot = await realpath(await mkdtemp(join(tmpdir(), 'sandbox-')));
  await chmod(temporaryRoot, 0o755);
  const sandbox = await openBubblewrap({
    temporaryRoot,
    path: hostPath(),
    home: homedir(),
    changeable: [],
    warn: () => undefined,
    node: ownNode(),
    visible: [],
    setVariable,
  });
  return {
    sandbox,
    temporaryRoot,
    [Symbol.asyncDispose]: async () => {
      await sandbox[Symbol.asyncDispose]();
      await rm(temporaryRoot, { recursive: true, force: true });
    },
  };
}
