import { withoutSecrets } from './secrets.ts';

/** Prints what a command was asked for. */
export function print(text: string): void {
  process.stdout.write(withoutSecrets(text));
}
