// Writes the JSON Schema of the plain form that `judge` reads from its zod definition; with --check it only compares.
import * as z from 'zod';
import { plainOutcomesSchema } from '../src/core/outcomes/read-plain.ts';
import { keepGenerated } from './keep-generated.ts';

const schema = { title: 'outcomes for spec-portability judge', ...z.toJSONSchema(plainOutcomesSchema) };
await keepGenerated('schema/outcomes.schema.json', () => `${JSON.stringify(schema, null, 2)}\n`);
