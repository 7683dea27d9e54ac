// For .github/workflows/release.yml: `--notes` prints the text of the release of a tag, `--short-tags` the tags to move.
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import * as z from 'zod';
import { releaseOf } from './release/release-of.ts';

const { values } = parseArgs({
  options: {
    tag: { type: 'string', default: '' },
    notes: { type: 'boolean', default: false },
    'short-tags': { type: 'boolean', default: false },
  },
});
const { version } = z.object({ version: z.string() }).parse(JSON.parse(readFileSync('package.json', 'utf8')));
try {
  const { notes, shortTags } = releaseOf({
    tag: values.tag,
    packageVersion: version,
    changelog: readFileSync('CHANGELOG.md', 'utf8'),
    tags: execFileSync('git', ['tag', '--list'], { encoding: 'utf8' }).split('\n'),
  });
  if (values.notes) console.log(notes);
  if (values['short-tags']) for (const name of shortTags) console.log(name);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
