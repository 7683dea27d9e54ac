// Writes docs/benchmarks.md and every table that other pages quote from what benches stored; with --check it only compares.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { outcomeFile, outcomesFolder } from '../bench/outcome/outcome-file.ts';
import { benchmarksText } from './benchmarks/benchmarks-text.ts';
import { outcomesOf } from './benchmarks/outcomes.ts';
import { quotedSections } from './benchmarks/quoted-sections.ts';
import { keepGenerated, withSection } from './keep-generated.ts';

const outcomes = outcomesOf(
  new Map(
    readdirSync(outcomesFolder)
      .filter((name) => name.endsWith('.json'))
      .map((name) => [
        name.slice(0, -'.json'.length),
        outcomeFile.parse(JSON.parse(readFileSync(join(outcomesFolder, name), 'utf8'))),
      ]),
  ),
);
await keepGenerated('docs/benchmarks.md', (before) =>
  withSection(before, 'figures', benchmarksText(outcomes)),
);
for (const [page, sections] of Object.entries(quotedSections(outcomes)))
  await keepGenerated(page, (before) =>
    Object.entries(sections).reduce((text, [name, content]) => withSection(text, name, content), before),
  );
