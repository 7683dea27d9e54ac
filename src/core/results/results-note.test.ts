import { expect, test } from '@jest/globals';
import { resultsNote } from './results-note.ts';

const scripts = JSON.stringify({ scripts: { test: 'jest', unit: 'node --test', piped: 'jest && echo ok' } });

test.each(['npm test', 'npm run unit', 'jest', 'python3 -m pytest', 'go test ./...', 'cd api && go test .'])(
  'the tests of %s are seen one by one, so there is nothing to say',
  (test_) => {
    expect(resultsNote({ test: test_, results: { kind: 'auto' } }, scripts)).toBeNull();
  },
);

test.each(['make test', 'cargo test', 'npm run piped', 'bash -c "jest"'])(
  'behind %s no runner is seen, and it is said what to do',
  (test_) => {
    expect(resultsNote({ test: test_, results: { kind: 'auto' } }, scripts)).toMatch(/under `results`\.$/);
  },
);

test('an exit code can be faked; a file that is named needs no word', () => {
  expect(resultsNote({ test: 'x', results: { kind: 'exit-code' } }, null)).toContain('can fake');
  expect(resultsNote({ test: 'x', results: { kind: 'file', path: 'a.xml' } }, null)).toBeNull();
});
