import { constants, writeFileSync } from 'node:fs';
import { lstat, open, readFile, readdir, rm } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { digest, textDigest } from '../../core/digest.ts';
import { isOnlyOurs, makeOnlyOurs } from '../process/kept-folder.ts';
import { replaceFile } from '../plain-files/replace-file.ts';
import { ownUser } from '../process/environment.ts';
import { machineIdentity } from './machine-identity.ts';
import { sessionWays, type SessionWays } from './own-session.ts';

/** What is known of a sandbox in which no attack came through. */
export type Proof = {
  /** Of bubblewrap. */
  readonly version: string;
  /** How many attacks there were. */
  readonly probes: number;
  readonly session: SessionWays;
};

/** Where proofs are kept, and the file with the code that opens and attacks a sandbox. */
export type ProofPlace = {
  /** Absolute. It is not used if anybody but our own user may write to it. */
  readonly folder: string;
  readonly code: string;
};

/** The proof of one sandbox on this machine since its last start. */
export type KeptProof = {
  /** null where there is none, and where anything about it is not as it should be: then the sandbox is attacked. */
  readonly read: () => Promise<Proof | null>;
  /** Never fails. */
  readonly write: (proof: Proof) => Promise<void>;
};

/** Finds the place of a proof. `seen` is JSON: all that decides what a command in the sandbox can reach. */
export async function keptProof(
  { folder, code }: ProofPlace,
  of: { readonly path: string; readonly seen: unknown },
): Promise<KeptProof> {
  // In the bundle the name of a part changes with every part that it imports.
  const version = [basename(code), textDigest(await readFile(code, 'utf8'))];
  const key = digest({ machine: await machineIdentity(of.path), seen: of.seen, version });
  const file = join(folder, `${key}.json`);
  return {
    read: async () => (isOnlyOurs(folder) ? readProof(file) : null),
    write: async (proof) => {
      try {
        if (!makeOnlyOurs(folder)) return;
        await removeOld(folder);
        const text = JSON.stringify({ ...proof, at: Date.now() });
        await replaceFile(file, async (opened) => writeFileSync(opened, text), 0o600);
      } catch {
        // Whatever stops it here stops the run where it matters.
      }
    },
  };
}

/** A machine that runs for weeks is attacked once a day. */
const lifetimeMs = 24 * 60 * 60 * 1000;

async function readProof(file: string): Promise<Proof | null> {
  try {
    await using handle = await open(file, constants.O_RDONLY | constants.O_NOFOLLOW);
    const status = await handle.stat();
    if (!status.isFile() || status.uid !== ownUser().uid || status.size > 1000) return null;
    return proofIn(JSON.parse(await handle.readFile('utf8')));
  } catch {
    return null;
  }
}

function proofIn(value: Readonly<Record<string, unknown>>): Proof | null {
  const { at, version, probes } = value;
  const session = sessionWays.find((ways) => ways === value['session']);
  const age = typeof at === 'number' ? Date.now() - at : -1;
  if (age < 0 || age > lifetimeMs || session === undefined) return null;
  if (typeof version !== 'string' || typeof probes !== 'number' || probes < 1) return null;
  return { version, probes, session };
}

async function removeOld(folder: string): Promise<void> {
  for (const name of await readdir(folder)) {
    const status = await lstat(join(folder, name));
    if (Date.now() - status.mtimeMs > lifetimeMs) await rm(join(folder, name), { force: true });
  }
}
