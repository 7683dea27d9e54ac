// Writes the JSON Schema of the config file from its zod definition; with --check it only compares.
import { jsonSchemaText } from '../src/config/json-schema.ts';
import { keepGenerated } from './keep-generated.ts';

await keepGenerated('schema/spec-portability.schema.json', jsonSchemaText);
