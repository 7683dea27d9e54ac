// Fails when an import points the wrong way, and also when the checker saw too little to judge.
import { readdir, readFile } from 'node:fs/promises';
import { cruiseSources, sourceFiles } from './cruise.ts';
import { arrowsOf, rooms, runsBack } from './rooms.ts';

const cruised = await cruiseSources();
const arrows = arrowsOf(cruised);
const back = arrows.filter((arrow) => runsBack(arrow));
const problems = [
  ...cruised.summary.violations.map(({ rule, from, to }) => `${rule.name}: ${from} → ${to}`),
  ...back.map(({ from, to }) => `no-import-runs-back: ${from} → ${to}`),
  ...(await reExports()),
  ...(await crowdedFolders()),
];
for (const wing of Object.keys(rooms)) {
  const count = (list: typeof arrows): number => list.filter((arrow) => arrow.wing === wing).length;
  console.log(`${wing}: ${count(back)} of ${count(arrows)} arrows between rooms run back`);
}
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

// A folder with more files than this cannot be seen at a glance.
async function crowdedFolders(): Promise<string[]> {
  const entries = await readdir('src', { recursive: true, withFileTypes: true });
  const sources = entries.filter((entry) => entry.isFile() && !entry.name.endsWith('.test.ts'));
  const counts = new Map<string, number>();
  for (const { parentPath } of sources) counts.set(parentPath, (counts.get(parentPath) ?? 0) + 1);
  return [...counts]
    .filter(([, count]) => count > 30)
    .map(([folder, count]) => `at-most-30-files: ${folder} → ${count} files lie flat in it`);
}
