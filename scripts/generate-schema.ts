import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { jsonSchemaText } from '../src/config/json-schema.ts';

const path = fileURLToPath(new URL('../schema/spec-portability.schema.json', import.meta.url));
const text = jsonSchemaText();

if (!process.argv.includes('--check')) {
  writeFileSync(path, text);
} else if (readFileSync(path, 'utf8') !== text) {
  console.error('schema/spec-portability.schema.json is stale: run `node scripts/generate-schema.ts`.');
  process.exitCode = 1;
}
