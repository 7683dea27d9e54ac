import { readFileSync, writeFileSync } from 'node:fs';
import { withSection } from '../../scripts/keep-generated.ts';
import { pictureOf } from './picture.ts';
import type { Pictured } from './picture.ts';

/** What a page shows between marks, by the name of the marks. */
type Sections = Readonly<Record<string, string>>;

/** Writes the figures and the picture of the evidence page, and those that the README quotes. */
export function writeEvidence(
  of: Pictured & { readonly evidence: Sections; readonly readme: Sections },
): void {
  writeSections('docs/evidence.md', of.evidence);
  writeSections('README.md', of.readme);
  writeFileSync('docs/evidence.svg', pictureOf(of));
}

function writeSections(page: string, sections: Sections): void {
  const written = Object.entries(sections).reduce(
    (text, [name, content]) => withSection(text, name, content),
    readFileSync(page, 'utf8'),
  );
  writeFileSync(page, written);
}
