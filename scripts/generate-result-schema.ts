// Writes schema/result.schema.json from the zod definition; with --check it only compares.
import { readFile, writeFile } from 'node:fs/promises';
import { z } from 'zod';
import { resultFileSchema } from '../src/core/report/result-schema.ts';

const target = new URL('../schema/result.schema.json', import.meta.url);
const schema = { title: 'spec-portability result', ...z.toJSONSchema(resultFileSchema) };
const wanted = `${JSON.stringify(schema, null, 2)}\n`;

if (!process.argv.includes('--check')) {
  await writeFile(target, wanted);
} else if ((await readFile(target, 'utf8').catch(() => '')) !== wanted) {
  console.error('schema/result.schema.json is stale: run scripts/generate-result-schema.ts');
  process.exitCode = 1;
}
