import type { CommandRun } from '../src/core/results/test-report.ts';
import type { BoxedAs, BoxedRun } from './boxed-agent.ts';
import type { Sandbox } from '../src/ports/sandbox.ts';
import type { JudgedCode } from '../src/testing/runs/code-judge.ts';

/** The result of an attack. */
export type Held = {
  readonly isBlocked: boolean;
  readonly happened: string;
  /** Why it gets through, if the documentation says so. */
  readonly known?: string;
};

/** A command that ran in a cell, with its output and the files that it left for us. */
export type Ran = {
  readonly run: CommandRun;
  readonly said: string;
  readonly reports: readonly string[];
  /** What the reports take on the machine's disk. */
  readonly reportBytesOnDisk: number;
};

/** The machine that is attacked: a job with secrets, and a repository whose tests run in a real sandbox. */
export type World = {
  readonly sandbox: Sandbox;
  /** Secrets of the job: in its environment, in a file of its HOME, behind an inherited descriptor. */
  readonly canary: string;
  /** A file like the one behind GITHUB_ENV. */
  readonly runnerFile: string;
  readonly home: string;
  /** Where a service of the machine listens on loopback. */
  readonly port: number;
  /** A unix socket of the machine. */
  readonly socket: string;
  /** The same in the abstract name space, with its leading NUL. */
  readonly abstract: string;
  /** Absolute path of the program of this suite, and the Node to run it with. */
  readonly program: string;
  readonly node: string;
  /** Runs a shell command where generated code runs. */
  command(command: string, timeoutMs?: number): Promise<Ran>;
  /** Runs a shell command as the setup of a repository. */
  setup(command: string): Promise<Ran>;
  /** Runs the text of a module as a coding agent whose vendor wants the canary as its key. */
  agent(script: string, of: BoxedAs): Promise<BoxedRun>;
  /** Tests this text as the generated file, as a run tests a sample, including the control run. */
  judge(suite: SuiteName, code: string): Promise<JudgedCode>;
  /** Whether tests, dependencies, HOME and the runner's files are unchanged. */
  isUntouched(): Promise<boolean>;
};

/** The test suites that test the generated code. */
export type SuiteName = 'node-test' | 'jest' | 'vitest' | 'mocha' | 'pytest' | 'go' | 'exit-code';

/** One attack. */
export type HostileCase = {
  readonly name: string;
  readonly tried: string;
  readonly attack: (world: World) => Promise<Held>;
  /** Also run as root: the sandbox must first change to another user. */
  readonly asRootToo?: true;
  /** It may run while others of its kind run, because it measures nothing of the machine. */
  readonly besideOthers?: true;
};

/** A shell attack. It is held if it ran and never prints ESCAPED. */
export function shellCase(
  name: string,
  tried: string,
  options: { readonly command: string; readonly timeoutMs?: number },
): HostileCase {
  return {
    name,
    tried,
    attack: async (world) => heldIn(await world.command(`${options.command}\necho TRIED`, options.timeoutMs)),
  };
}

/** An attack in JavaScript: `attempt(what, action)` prints ESCAPED if the action does not throw. */
export function nodeCase(name: string, tried: string, script: string): HostileCase {
  return { name, tried, attack: async (world) => heldIn(await world.command(inNode(script))) };
}

/** A shell command that runs the script, and prints TRIED at its end. */
export function inNode(script: string): string {
  return `node --input-type=module -e ${quoted(`${prelude}${script}\nconsole.log('TRIED');`)}`;
}

/** Text as one word of a shell command. */
export function quoted(text: string): string {
  return `'${text.replaceAll("'", String.raw`'\''`)}'`;
}

/** Reads what an attack printed about itself. */
export function heldIn({ run, said }: Ran): Held {
  const escaped = /ESCAPED.*/.exec(said)?.[0];
  if (escaped !== undefined) return { isBlocked: false, happened: escaped.slice(0, 200) };
  const isTried = said.includes('TRIED');
  return {
    isBlocked: isTried,
    happened: isTried ? 'refused' : `the attack was not made: ${endOf(run)} ${said.slice(-200)}`,
  };
}

/** How a run ended, in words. */
export function endOf({ end }: CommandRun): string {
  return end.kind === 'exited' ? `exit ${end.code}` : end.kind === 'killed' ? end.signal : end.kind;
}

const prelude = `
import fs from 'node:fs'; import net from 'node:net'; import dgram from 'node:dgram'; import dns from 'node:dns/promises';
import { spawnSync, spawn } from 'node:child_process';
const attempt = (what, action) => { try { action(); console.log('ESCAPED ' + what); } catch {} };
const reach = (what, options) => new Promise((done) => {
  const socket = net.connect({ timeout: 700, ...options });
  const end = () => { socket.destroy(); done(); };
  socket.on('connect', () => { console.log('ESCAPED reached ' + what); end(); });
  socket.on('error', end); socket.on('timeout', end);
});
`;
