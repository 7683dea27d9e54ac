import type { Answer, GeneratedFile, NoCode } from './completion.ts';
import { answerLimits, pathProblem, pathSetProblem, shownPath } from './path-rules.ts';

/** All files of an answer if every one obeys the rules for paths and sizes; otherwise none of them, and why. */
export function checkedFiles(files: readonly GeneratedFile[], mayWrite: (path: string) => boolean): Answer {
  for (const { path } of files) {
    const problem =
      pathProblem(path) ?? (mayWrite(path) ? null : 'the path is not one of those that may be written');
    if (problem !== null) return unusable('unsafe-path', `${shownPath(path)}: ${problem}`);
  }
  const problem = pathSetProblem(files.map(({ path }) => path));
  if (problem !== null) return unusable('unsafe-path', problem);
  const bytes = files.reduce((sum, { content }) => sum + Buffer.byteLength(content), 0);
  if (bytes > answerLimits.bytes)
    return unusable('unsafe-path', `more than ${answerLimits.bytes} bytes of files`);
  return { kind: 'files', files };
}

/** An answer without code. */
export function unusable(why: NoCode, detail: string): Answer {
  return { kind: 'unusable', why, detail };
}
