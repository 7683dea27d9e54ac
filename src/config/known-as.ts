import { nearest } from './nearest.ts';

/** What people call a key elsewhere: the action's inputs, vendors' parameters, other tools. */
const aliases: Readonly<Record<string, string>> = {
  testcommand: 'test',
  command: 'test',
  setupcommand: 'setup',
  install: 'setup',
  workingdirectory: 'directory',
  name: 'id',
  maxtokens: 'max-output-tokens',
  temperature: 'params',
  topp: 'params',
  seed: 'params',
  maxusd: 'usd',
  maxgenerations: 'generations',
};

/** The known key that an unknown one was probably meant to be; null when none is near. */
export function knownAs(key: string, known: readonly string[]): string | null {
  const near = nearest(key, known);
  if (near !== null) return near;
  const plain = key.toLowerCase().replaceAll(/[-_]/g, '');
  const alias = Object.hasOwn(aliases, plain) ? (aliases[plain] ?? null) : null;
  return alias !== null && known.includes(alias) ? alias : null;
}
