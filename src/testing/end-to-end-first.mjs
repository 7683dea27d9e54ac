// JavaScript, because the types of the package do not fit the class that it exports to modules.
import Sequencer from '@jest/test-sequencer';

/**
 * The order of test files: those that start whole programs first, each kind in Jest's own order. Where no run has been timed,
 * as in CI, Jest goes by the size of files, and a short file that takes a minute would run alone at the end.
 */
export default class EndToEndFirst extends Sequencer {
  async sort(tests) {
    const sorted = await super.sort(tests);
    return sorted.toSorted((one, other) => Number(isEndToEnd(other)) - Number(isEndToEnd(one)));
  }
}

function isEndToEnd({ context }) {
  return context.config.displayName?.name === 'end to end';
}
