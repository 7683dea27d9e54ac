// Writes the JSON Schema of the lines of `records export` from their zod definitions; with --check it only compares.
import * as z from 'zod';
import { recordFileSchema } from '../src/core/records/record.ts';
import { firstLineSchema } from '../src/core/records/records-file.ts';
import { keepGenerated } from './keep-generated.ts';

const schema = {
  title: 'spec-portability records',
  description: 'A line of a file that `records export` writes: the first one describes those that follow.',
  ...z.toJSONSchema(z.union([firstLineSchema, recordFileSchema])),
};
await keepGenerated('schema/records.schema.json', () => `${JSON.stringify(schema, null, 2)}\n`);
