// Writes the JSON Schema of result.json from its zod definition; with --check it only compares.
import * as z from 'zod';
import { resultFileSchema } from '../src/core/report/machine/result-schema.ts';
import { keepGenerated } from './keep-generated.ts';

const schema = { title: 'spec-portability result', ...z.toJSONSchema(resultFileSchema) };
await keepGenerated('schema/result.schema.json', () => `${JSON.stringify(schema, null, 2)}\n`);
