/**
 * Why a figure needs no command: it was never measured. `limit` and `default` are set in the code or the config file,
 * `definition` says what a word or a rule means, `example` shows what a message or a text may look like, and `published` is
 * what a vendor says of itself.
 */
type Kind = 'limit' | 'default' | 'definition' | 'example' | 'published';

/** One place of a page: a section by its heading, or a paragraph or row by some of its words. */
export type AllowedFigure = {
  readonly page: string;
  readonly kind: Kind;
} & ({ readonly section: string } | { readonly text: string });

/** Every figure of README and docs that no command remakes. A line that matches nothing any more fails the test. */
export const allowedFigures: readonly AllowedFigure[] = [
  { page: 'docs/audit.md', kind: 'definition', text: 'A model is portable if' },
  { page: 'docs/budget.md', kind: 'limit', text: 'Every answered call is booked' },
  { page: 'docs/budget.md', kind: 'limit', section: 'What finding the words may cost' },
  { page: 'docs/comment.md', kind: 'example', text: 'the tests did not end within 60 s' },
  { page: 'docs/comment.md', kind: 'example', section: 'The words behind it' },
  { page: 'docs/examples.md', kind: 'limit', text: 'All files make one report' },
  { page: 'docs/glossary.md', kind: 'definition', text: 'how much lower the pass rate of the head is' },
  { page: 'docs/judge.md', kind: 'default', section: 'Options and exit codes' },
  { page: 'docs/models.md', kind: 'default', text: 'A coding agent' },
  { page: 'docs/outputs.md', kind: 'definition', text: 'the parts that together have 90 %' },
  { page: 'docs/peers.md', kind: 'published', text: 'promptfoo ends with 0 or 100' },
  { page: 'docs/records.md', kind: 'published', text: 'Who sees an entry is a rule of GitHub' },
  { page: 'docs/records.md', kind: 'limit', text: 'What an import takes' },
  { page: 'docs/records.md', kind: 'example', text: 'out of an outage' },
  { page: 'docs/report.md', kind: 'definition', text: '95 % intervals (Wilson, Newcombe)' },
  { page: 'docs/security.md', kind: 'limit', section: 'What a cell may use' },
  { page: 'docs/security.md', kind: 'limit', text: 'More room than a test' },
  { page: 'docs/security.md', kind: 'limit', text: 'above 32 MB' },
  { page: 'docs/security.md', kind: 'example', text: 'notice 31 of 40 changes' },
  { page: 'docs/shrink.md', kind: 'definition', text: 'A loss below 40 points may stay unseen' },
  { page: 'docs/shrink.md', kind: 'definition', text: 'A line says what the offer saves' },
  { page: 'docs/statistics.md', kind: 'definition', section: 'What is compared' },
];
