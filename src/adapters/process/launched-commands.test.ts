import { fileURLToPath } from 'node:url';
import { openLauncher } from './launcher.ts';

// Whoever starts a command, all that is promised of commands holds.
openLauncher(fileURLToPath(new URL('../../inside/launcher.mjs', import.meta.url)));
await import('./run-command.test.ts');
await import('./descendants.test.ts');
