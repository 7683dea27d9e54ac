import * as z from 'zod';
import { configSchema } from './config-schema.ts';

/** The JSON Schema that editors use to complete and check the config file. */
export function jsonSchemaText(): string {
  const schema = z.toJSONSchema(configSchema, { io: 'input', target: 'draft-7' });
  const titled = { ...schema, title: 'Configuration of spec-portability-action' };
  return `${JSON.stringify(titled, null, 2)}\n`;
}
