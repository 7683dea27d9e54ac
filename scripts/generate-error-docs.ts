import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { errorDocs } from './error-docs.ts';

const path = fileURLToPath(new URL('../docs/errors.md', import.meta.url));
const text = errorDocs();

if (!process.argv.includes('--check')) {
  writeFileSync(path, text);
} else if (readFileSync(path, 'utf8') !== text) {
  console.error('docs/errors.md is stale: run `node scripts/generate-error-docs.ts`.');
  process.exitCode = 1;
}
