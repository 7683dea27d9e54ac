import type { ChildProcessWithoutNullStreams } from 'node:child_process';
import { Socket } from 'node:net';
import { startGit, type GitPlace } from './git-process.ts';
import { ObjectStream, type GitObject } from './object-stream.ts';

/** Reads an object by a name without line breaks; null where git finds none. */
export type ObjectReader = (name: string) => Promise<GitObject | null>;

/** Asks one git process for all objects. It is started when it is needed, and ends a second after that, or with us. */
export function objectReader(place: GitPlace): ObjectReader {
  let conversation: Conversation | null = null;
  return async (name) => {
    if (conversation === null || conversation.isOver) conversation = new Conversation(place);
    return conversation.ask(name);
  };
}

/** How long it waits for a question, and for a part of an answer. */
const longest = { idleMs: 1000, silentMs: 120_000 };

type Asked = {
  readonly resolve: (found: GitObject | null) => void;
  readonly reject: (error: Error) => void;
};

class Conversation {
  readonly #process: ChildProcessWithoutNullStreams;
  readonly #objects = new ObjectStream();
  /** In the order of the questions, which is the order of the answers. */
  readonly #asked: Asked[] = [];
  #timer: NodeJS.Timeout | null = null;
  isOver = false;

  constructor(place: GitPlace) {
    const git = startGit(place, ['cat-file', '--batch']);
    this.#process = git;
    git.stdout.on('data', (bytes: Uint8Array) => this.#hear(bytes));
    let said = '';
    git.stderr.setEncoding('utf8').on('data', (text: string) => void (said = text.slice(0, 300)));
    git.once('error', (error) => this.#end(error));
    git.once('close', () => this.#end(new Error(`git cat-file has ended: ${said.trim()}`)));
    // A broken pipe is followed by `close`.
    git.stdin.on('error', () => undefined);
    // Only a question keeps us running, by its timer.
    for (const held of [git, git.stdin, git.stdout, git.stderr])
      if (held === git || held instanceof Socket) held.unref();
  }

  async ask(name: string): Promise<GitObject | null> {
    return new Promise((resolve, reject) => {
      this.#asked.push({ resolve, reject });
      this.#process.stdin.write(`${name}\n`);
      this.#wait();
    });
  }

  #hear(bytes: Uint8Array): void {
    for (const found of this.#objects.take(bytes)) this.#asked.shift()?.resolve(found);
    this.#wait();
  }

  #wait(): void {
    clearTimeout(this.#timer ?? undefined);
    this.#timer =
      this.#asked.length === 0
        ? setTimeout(() => this.#leave(), longest.idleMs).unref()
        : setTimeout(() => this.#process.kill(), longest.silentMs);
  }

  #leave(): void {
    this.isOver = true;
    this.#process.stdin.end();
  }

  #end(error: Error): void {
    this.isOver = true;
    clearTimeout(this.#timer ?? undefined);
    for (const { reject } of this.#asked.splice(0)) reject(error);
  }
}
