import type { Sandbox } from '../../ports/sandbox.ts';

/** A sandbox that proved itself; disposing removes what it needed on this machine. */
export type OpenedSandbox = Sandbox & AsyncDisposable;

/** This machine as a sandbox is made from it. */
export type SandboxPlaces = {
  readonly temporaryRoot: string;
  /** PATH of the commands. */
  readonly path: string;
  /** HOME of our own user: never shown. */
  readonly home: string;
  /** The Node that runs us, for the self-attack and for tests. */
  readonly node: string;
  /** Single files that commands need besides (the reporter of node:test). */
  readonly visible: readonly string[];
  /** Sets a variable of our own environment for as long as it is held: the self-attack searches for it. */
  readonly plantVariable: (name: string, value: string) => Disposable;
};

/** Why a level cannot be used here, as part of a sentence. */
export class LevelUnavailableError extends Error {
  override readonly name = 'LevelUnavailableError';
}
