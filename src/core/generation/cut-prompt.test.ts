import { expect, test } from '@jest/globals';
import { cutPrompt } from './cut-prompt.ts';
import { nothingReported, type ReportedUsage } from './reported-usage.ts';

// 12,000 words.
const prompt = { system: 'one word after another. '.repeat(2000), user: 'half '.repeat(2000), nonce: 'n' };

function read(inputTokens: number | null): ReportedUsage {
  return { ...nothingReported, inputTokens };
}

test.each([2050, 4096, 512])('of 12,000 tokens a server read %i: the prompt was cut', (tokens) => {
  expect(cutPrompt(read(tokens), prompt)).toBe(
    `the server read ${tokens.toLocaleString('en-US')} tokens of a prompt of about 12,000, so its context is too small (Ollama: num_ctx)`,
  );
});

test.each([8000, 12_000, 17_000])('of about as many words as that a server counts %i tokens', (tokens) => {
  expect(cutPrompt(read(tokens), prompt)).toBeNull();
});

test('white space may cost nothing', () => {
  const indented = { ...prompt, system: `${' '.repeat(400)}x\n`.repeat(300), user: '' };

  expect(cutPrompt(read(300), indented)).toBeNull();
});

test('a count that is missing or zero says nothing of what was read', () => {
  expect(cutPrompt(read(null), prompt)).toBeNull();
  expect(cutPrompt(read(0), prompt)).toBeNull();
});

test('a prompt that fits into every context is never held to be cut', () => {
  expect(cutPrompt(read(10), { ...prompt, system: 'a word '.repeat(900), user: '' })).toBeNull();
});
