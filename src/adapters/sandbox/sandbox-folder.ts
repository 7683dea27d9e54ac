import { chmod, mkdir, mkdtemp, realpath, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Bound } from '../../ports/sandbox.ts';
import { homePath } from './bubblewrap-arguments.ts';

/** The folder with the files that bubblewrap gets. */
export type SandboxFolder = AsyncDisposable & {
  readonly folder: string;
  readonly identity: readonly Bound[];
};

/**
 * Creates the folder, readable by the user that bubblewrap runs as, with the lists of users and hosts that tests may
 * see.
 */
export async function makeSandboxFolder(temporaryRoot: string): Promise<SandboxFolder> {
  await mkdir(temporaryRoot, { recursive: true });
  const folder = await mkdtemp(join(await realpath(temporaryRoot), 'spec-portability-sandbox-'));
  await chmod(folder, 0o755);
  const identity: Bound[] = [];
  for (const [name, text] of Object.entries(identityFiles)) {
    await writeFile(join(folder, name), text, { mode: 0o644 });
    identity.push({ from: join(folder, name), to: `/etc/${name}` });
  }
  return {
    folder,
    identity,
    [Symbol.asyncDispose]: () => rm(folder, { recursive: true, force: true }),
  };
}

const identityFiles = {
  // Java takes `user.home` from here and not from HOME: Maven, sbt and others look below it for what setup fetched.
  passwd: `sandbox:x:65534:65534:sandbox:${homePath}:/bin/sh\n`,
  group: 'sandbox:x:65534:\n',
  hosts: '127.0.0.1 localhost sandbox\n::1 localhost\n',
  'nsswitch.conf': 'passwd: files\ngroup: files\nhosts: files dns\n',
} as const;
