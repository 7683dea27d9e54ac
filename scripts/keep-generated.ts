import { readFile, writeFile } from 'node:fs/promises';

/** Writes a generated file, or with --check fails if the file differs. */
export async function keepGenerated(path: string, make: (before: string) => string): Promise<void> {
  const before = await readFile(path, 'utf8').catch(() => '');
  const wanted = make(before);
  if (!process.argv.includes('--check')) {
    await writeFile(path, wanted);
  } else if (before !== wanted) {
    console.error(`${path} is stale: run \`npm run fix\` and commit.`);
    process.exitCode = 1;
  }
}

/** The text with the part between `<!-- NAME:begin -->` and `<!-- NAME:end -->` replaced. */
export function withSection(text: string, name: string, content: string): string {
  const [before, rest, ...more] = text.split(`<!-- ${name}:begin -->\n`);
  const after = rest?.split(`<!-- ${name}:end -->`);
  // Without its marks the check would compare nothing and pass.
  if (before === undefined || after?.length !== 2 || more.length > 0) {
    throw new Error(`The markers of \`${name}\` must stand in the text once each.`);
  }
  return `${before}<!-- ${name}:begin -->\n${content}\n<!-- ${name}:end -->${after[1]}`;
}
