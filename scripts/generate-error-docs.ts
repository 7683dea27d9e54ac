// Writes docs/errors.md from the catalogue; with --check it only compares.
import { errorDocs } from './error-docs.ts';
import { keepGenerated } from './keep-generated.ts';

await keepGenerated('docs/errors.md', errorDocs);
