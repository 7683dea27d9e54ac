import { link, words, type Phrases } from '../words/phrases.ts';
import { code } from '../words/prose.ts';

/** Where a report leads on to: the workflow run that made it, and the page with everything that was measured. */
export function runLinks(runUrl: string | null): Phrases {
  if (runUrl === null) return [];
  return [
    ...link(runUrl, words('This run')),
    ...words(' · '),
    ...link(`${runUrl}#artifacts`, words('the page')),
    ...words(' with every sample: '),
    ...code('index.html'),
    ...words(', where the workflow uploads the report folder'),
  ];
}

/** The address of a workflow run, if it is one. */
export function runPage(runUrl: string | null | undefined, repositoryUrl: string | null): string | null {
  if (runUrl === null || runUrl === undefined || repositoryUrl === null) return null;
  const isOfRepository = runUrl.startsWith(`${repositoryUrl}/actions/runs/`);
  return isOfRepository && /\/\d+\/attempts\/\d+$/.test(runUrl) ? runUrl : null;
}
