// Writes docs/config.md from the schema of the config file; with --check it only compares.
import { configDocs } from './config-docs.ts';
import { keepGenerated } from './keep-generated.ts';

await keepGenerated('docs/config.md', configDocs);
