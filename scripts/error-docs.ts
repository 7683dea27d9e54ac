import { errorCatalogue } from '../src/errors.ts';

/** The text of docs/errors.md: every code with its meaning and the way out. */
export function errorDocs(): string {
  const sections = Object.entries(errorCatalogue).map(
    ([code, { meaning, mend }]) => `## ${code}\n\n${meaning}\n\n**Way out.** ${mend}\n`,
  );
  return [introduction, ...sections].join('\n');
}

const introduction = `# Errors

<!-- Generated from src/errors.ts by scripts/generate-error-docs.ts; do not edit. -->

A mistake in the configuration, the workflow or the repository is answered with one line, \`CODE: what was found
and where. How to mend it.\`, and exit code 2. Exit code 1 means that the gate failed, 70 a bug of ours.
`;
