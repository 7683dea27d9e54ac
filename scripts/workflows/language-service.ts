// Bundled before it runs, because GitHub's language service imports JSON in a way that Node refuses.
import { validate } from '@actions/languageservice';
import { parse } from 'yaml';
import * as z from 'zod';

const actionFile = z.object({
  name: z.string(),
  description: z.string(),
  inputs: z.record(z.string(), z.object({ description: z.string() })),
});

// The inputs of other people's actions that our workflows may use; asking GitHub would need a network.
const foreignInputs: Readonly<Record<string, readonly string[]>> = {
  checkout: ['fetch-depth', 'persist-credentials'],
  'setup-node': ['node-version'],
  'upload-artifact': [
    'name',
    'path',
    'if-no-files-found',
    'retention-days',
    'overwrite',
    'include-hidden-files',
  ],
  attest: ['subject-path'],
  'download-artifact': ['name', 'path', 'pattern'],
};

const start = { line: 0, character: 0 };

/** What GitHub's own language service says of a workflow or of action.yml; `ownAction` is the text of ours. */
export async function languageServiceProblems(file: {
  readonly path: string;
  readonly text: string;
  readonly ownAction: string;
}): Promise<string[]> {
  const textDocument = {
    uri: `file:///${file.path}`,
    languageId: 'yaml',
    version: 1,
    lineCount: file.text.split('\n').length,
    getText: () => file.text,
    // Asked for by editors only.
    positionAt: () => start,
    offsetAt: () => 0,
    getLineRange: () => ({ start, end: start }),
    getEOLCharacters: () => '\n',
  };
  const fetchActionMetadata = async ({ name }: { readonly name: string }) =>
    name === 'spec-portability-action' ? actionFile.parse(parse(file.ownAction)) : foreignAction(name);
  const found = await validate(textDocument, { actionsMetadataProvider: { fetchActionMetadata } });
  return found.map(
    ({ message, range }) => `${file.path}:${range.start.line + 1}: ${JSON.stringify(message)}`,
  );
}

function foreignAction(name: string): z.infer<typeof actionFile> | undefined {
  const inputs = foreignInputs[name];
  if (inputs === undefined) return undefined;
  return {
    name,
    description: name,
    inputs: Object.fromEntries(inputs.map((input) => [input, { description: input }])),
  };
}
