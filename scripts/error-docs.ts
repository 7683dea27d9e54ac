import { errorCatalogue } from '../src/errors.ts';

/** The text of docs/errors.md: what each code means and how to fix the mistake. */
export function errorDocs(): string {
  const sections = Object.entries(errorCatalogue).map(
    ([code, { meaning, fix }]) => `## ${code}\n\n${meaning}\n\n**How to fix it.** ${fix}\n`,
  );
  return [introduction, ...sections].join('\n');
}

const introduction = `# Errors

<!-- Generated from src/errors.ts by scripts/generate-error-docs.ts; do not edit. -->

When the configuration, the workflow or the repository has a mistake, the run prints one line and ends with exit code 2.
The line is \`CODE: what was found and where. How to fix it.\` Exit code 1 means that the gate failed. Exit code 70 means
a bug in this program.
`;
