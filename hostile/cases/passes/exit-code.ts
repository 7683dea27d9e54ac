import { passesOf } from './cheating.ts';
import type { HostileCase } from '../../hostile-case.ts';

const { cheating, honest } = passesOf('exit-code');

/** Wrong code where only the exit code is asked. */
export const exitCodePasses: readonly HostileCase[] = [
  honest(),
  cheating(
    'exits with 0',
    'process.exit(0);\nexport const half = (n) => Math.floor(n / 2);\n',
    '`results: exit-code` knows nothing but the exit code; SECURITY.md says so',
  ),
];
