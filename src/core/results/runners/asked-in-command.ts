import type { Format } from '../formats/formats.ts';
import { nothingAsked, type Asked, type RunnerCall } from './runner.ts';

/** Asks each call that can be reached to write its own file, with words that are inserted into the command. */
export function askedInCommand(
  calls: readonly RunnerCall[],
  reports: string,
  how: { readonly format: Format; readonly words: (file: string) => string },
): Asked {
  const additions = calls.flatMap(({ runner, number, place }) => {
    if (place === null) return [];
    const name = `${runner.name}-${number}.json`;
    const text = ` ${place.separator}${how.words(`${reports}/${name}`)}`;
    return [{ at: place.at, text, file: { name, format: how.format } }];
  });
  return { ...nothingAsked, additions };
}
