// Writes the JSON Schema of a line of `check --generations` from its zod definition; with --check it only compares.
import * as z from 'zod';
import { foreignGenerationSchema } from '../src/core/plan/foreign-generation.ts';
import { keepGenerated } from './keep-generated.ts';

const schema = {
  title: 'spec-portability generation',
  description: 'A line of the file of `check --generations`: one answer that was given elsewhere.',
  ...z.toJSONSchema(foreignGenerationSchema),
};
await keepGenerated('schema/generations.schema.json', () => `${JSON.stringify(schema, null, 2)}\n`);
