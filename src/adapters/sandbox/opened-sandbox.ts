import type { ProofPlace } from './kept-proof.ts';
import type { Sandbox } from '../../ports/sandbox.ts';

/** A sandbox that passed the self-attack. Disposing it removes its files from this machine. */
export type OpenedSandbox = Sandbox & AsyncDisposable;

/** The parts of this machine that a sandbox is made from. */
export type SandboxPlaces = {
  readonly temporaryRoot: string;
  /** PATH of the commands. */
  readonly path: string;
  /** Folders whose content is not the machine's: the checkout, and where jobs keep temporary files. No program in them is shown. */
  readonly changeable: readonly string[];
  /** Told what a user should know about this sandbox. */
  readonly warn: (line: string) => void;
  /** HOME of our own user; it is never shown. */
  readonly home: string;
  /** Value of a variable that names the folder of a version manager, or null; missing = none is set. */
  readonly variable?: (name: string) => string | null;
  /** The Node that runs this process, for the self-attack and for tests. */
  readonly node: string;
  /** Additional single files that commands need (the reporter of node:test). */
  readonly visible: readonly string[];
  /** Where it is kept that no attack came through; missing = every sandbox is attacked when it is opened. */
  readonly proofs?: ProofPlace | null;
  /** Sets an environment variable of this process while it is held: the self-attack searches for it. */
  readonly setVariable: (name: string, value: string) => Disposable;
};

/** The message says why a level cannot be used here, as part of a sentence. */
export class LevelUnavailableError extends Error {
  override readonly name = 'LevelUnavailableError';
}
