import type { PortabilitySummary } from '../summary/summary.ts';

/** Addresses inside the report, such as `#/duration/openai-gpt-6.1-sol`. */
export type Anchors = {
  /** `/duration` */
  readonly spec: (name: string) => string;
  /** `/duration/openai-gpt-6.1-sol`, by the id of the question. */
  readonly comparison: (question: string) => string;
};

/** Addresses of a summary's specs and comparisons: unique, and safe as a file name and in a link. */
export function anchorsOf(summary: PortabilitySummary): Anchors {
  const taken = new Set<string>();
  const specs = new Map<string, string>();
  for (const name of specsOf(summary)) specs.set(name, free(`/${slug(name)}`, taken));
  const spec = (name: string): string => specs.get(name) ?? `/${slug(name)}`;
  const comparisons = new Map(
    summary.verdicts.map((verdict) => [
      verdict.question,
      free(`${spec(verdict.spec)}/${slug(verdict.model)}`, taken),
    ]),
  );
  return { spec, comparison: (question) => comparisons.get(question) ?? '/' };
}

/** Every spec that the summary mentions, in the order of the changes. */
export function specsOf({ changes, verdicts, matrix }: PortabilitySummary): readonly string[] {
  return [
    ...new Set([...changes.map(({ name }) => name), ...[...verdicts, ...matrix].map(({ spec }) => spec)]),
  ];
}

/** Name of the file to which an address is written. */
export function fileOf(anchor: string): string {
  return `generations/${anchor.slice(1).replaceAll('/', '--')}.html`;
}

function slug(name: string): string {
  const plain = name
    .replaceAll(/[^A-Za-z0-9._-]+/g, '-')
    .replaceAll(/^[.-]+|[.-]+$/g, '')
    .slice(0, 60);
  return plain === '' ? 'unnamed' : plain;
}

function free(wanted: string, taken: Set<string>): string {
  let name = wanted;
  // File systems that ignore case would overwrite one page with another; so would `a/b--c` and `a--b/c`.
  const key = (): string => fileOf(name).toLowerCase();
  for (let number = 2; taken.has(key()); number += 1) name = `${wanted}-${number}`;
  taken.add(key());
  return name;
}
