import { withoutSecrets } from './secrets.ts';

/** Prints a command for the runner, which may name the very secret that it is to hide. */
export function printCommand(line: string): void {
  process.stdout.write(`${line}\n`);
}

/** Prints what a command was asked for. */
export function print(text: string): void {
  process.stdout.write(withoutSecrets(text));
}
