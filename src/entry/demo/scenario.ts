import type { GeneratedFile } from '../../core/generation/completion.ts';
import type { SimulatedModel } from '../../adapters/simulated/simulated-model.ts';

/** The demo's repository before and after the edit: one spec, its code, its tests. */
export type Scenario = {
  readonly base: Readonly<Record<string, string>>;
  readonly head: Readonly<Record<string, string>>;
  readonly models: readonly SimulatedModel[];
};

const specBefore = `# Whole minutes

\`src/minutes.mjs\` exports one function, \`minutes(seconds)\`.

## Result

- The result is a whole number of minutes.
- Round half up: 90 seconds are 2 minutes, 30 seconds are 1 minute.

## Errors

- A negative or fractional number of seconds throws a \`RangeError\`.
`;

const specAfter = specBefore.replace(
  '- Round half up: 90 seconds are 2 minutes, 30 seconds are 1 minute.',
  '- Halves are rounded to the nearest minute: 90 seconds are 2 minutes.',
);

const tests = `import assert from 'node:assert/strict';
import { test } from 'node:test';
import { minutes } from '../src/minutes.mjs';

test('whole minutes stay as they are', () => {
  assert.equal(minutes(0), 0);
  assert.equal(minutes(120), 2);
});

test('rounds to the nearest minute', () => {
  assert.equal(minutes(100), 2);
  assert.equal(minutes(80), 1);
});

test('rounds half up', () => {
  assert.equal(minutes(90), 2);
  assert.equal(minutes(30), 1);
  assert.equal(minutes(150), 3);
});

test('rejects a negative number of seconds', () => {
  assert.throws(() => minutes(-1), RangeError);
});
`;

const halfUp = code('  return Math.floor((seconds + 30) / 60);');
const halfToEven = code(`  const whole = Math.floor(seconds / 60);
  const rest = seconds % 60;
  if (rest === 30) return whole + (whole % 2);
  return rest > 30 ? whole + 1 : whole;`);

// No two samples of a real model are the same text.
function answer(text: string, sample: number): GeneratedFile {
  return {
    path: 'src/minutes.mjs',
    content: `// Whole minutes, reading ${sample + 1} of the spec.\n${text}`,
  };
}

function code(body: string): string {
  return `export function minutes(seconds) {
  if (!Number.isInteger(seconds) || seconds < 0) throw new RangeError(\`not a number of seconds: \${seconds}\`);
${body}
}
`;
}

/**
 * A harmless-looking edit removes the words "half up" from a spec. One simulated model reads the remaining example as
 * half up. The other reads it as bankers' rounding (to even), except in one sample of five.
 */
export const scenario: Scenario = {
  base: {
    'specs/minutes/SPEC.md': specBefore,
    'src/minutes.mjs': halfUp,
    'test/minutes.test.mjs': tests,
    'package.json': '{ "name": "minutes", "private": true, "type": "module" }\n',
  },
  head: { 'specs/minutes/SPEC.md': specAfter },
  models: [
    { name: 'simulated-literal', write: ({ sample }) => [answer(halfUp, sample)] },
    {
      name: 'simulated-banker',
      write: ({ specText, sample }) => {
        const isTold = specText.includes('half up');
        return [answer(isTold || sample % 5 === 1 ? halfUp : halfToEven, sample)];
      },
    },
  ],
};
