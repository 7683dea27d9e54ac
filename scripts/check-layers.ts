// Fails when an import points the wrong way, and also when the checker saw too little to judge.
import { readFile } from 'node:fs/promises';
import { cruiseSources, sourceFiles } from './cruise.ts';

const { summary } = await cruiseSources();
const problems = [
  ...summary.violations.map(({ rule, from, to }) => `${rule.name}: ${from} → ${to}`),
  ...(await reExports()),
];
if (problems.length > 0) {
  console.error(problems.join('\n'));
  process.exitCode = 1;
}

// The cruiser does not see `export type … from`; nothing here re-exports, so all of them are refused.
async function reExports(): Promise<string[]> {
  const files = await sourceFiles();
  const texts = await Promise.all(files.map(async (file) => ({ file, text: await readFile(file, 'utf8') })));
  return texts
    .filter(({ text }) => /^\s*export\s+(?:type\s+)?(?:\*|\{)[^;]*?\bfrom\s*['"]/m.test(text))
    .map(({ file }) => `no-re-exports: ${file} → import it where it is defined`);
}
