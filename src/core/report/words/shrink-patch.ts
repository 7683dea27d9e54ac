import { createTwoFilesPatch, FILE_HEADERS_ONLY } from 'diff';
import type { Shrunk } from '../../shrink/shrunk.ts';

/** The offered edits as one patch that `git apply` takes; empty if nothing is offered. */
export function patchOf(shrunk: readonly Shrunk[]): string {
  return shrunk
    .flatMap(({ offer }) => offer?.texts ?? [])
    .map(({ path, before, after }) =>
      createTwoFilesPatch(`a/${path}`, `b/${path}`, before, after, undefined, undefined, {
        context: 3,
        headerOptions: FILE_HEADERS_ONLY,
      }),
    )
    .join('');
}
