// Computes the tables of docs/statistics.md from the shipped statistics; with --check it only compares.
import { keepGenerated } from './keep-generated.ts';
import { statisticsDocs } from './statistics-table.ts';

await keepGenerated('docs/statistics.md', statisticsDocs);
