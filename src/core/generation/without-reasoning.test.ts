import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { readAnswer } from './read-answer.ts';
import { withoutReasoning } from './without-reasoning.ts';

const file = (content: string): string =>
  `=== FILE n src/a.mjs ===\n${content}\n=== END n ===\n=== DONE n ===\n`;

function contentOf(text: string): string {
  const answer = readAnswer({ completion: { text, finish: 'complete' }, nonce: 'n', mayWrite: () => true });
  return answer.kind === 'files' ? (answer.files[0]?.content ?? '') : answer.detail;
}

test.each(['think', 'thinking', 'reasoning', 'THINK'])('a draft inside <%s> is not the answer', (tag) => {
  expect(contentOf(`<${tag}>\nFirst I try\n${file('draft')}</${tag}>\n\n${file('final')}`)).toBe('final\n');
});

test.each([
  ['[THINK]', '[/THINK]'],
  ['◁think▷', '◁/think▷'],
  ['<seed:think>', '</seed:think>'],
  ['<|START_THINKING|>', '<|END_THINKING|>'],
  ['<|channel|>analysis<|message|>', '<|end|><|start|>assistant<|channel|>final<|message|>'],
])('a draft between %s and %s is not the answer', (opening, closing) => {
  expect(contentOf(`${opening}I try\n${file('draft')}${closing}\n${file('final')}`)).toBe('final\n');
});

test('a closing tag without its opening ends the reasoning as well', () => {
  expect(contentOf(`I try\n${file('draft')}</think>\n${file('final')}`)).toBe('final\n');
});

test('several blocks of reasoning are all left out', () => {
  expect(contentOf(`<think>a</think>\n<thinking>${file('draft')}</thinking>${file('final')}`)).toBe(
    'final\n',
  );
});

test('a file that holds the tags keeps them', () => {
  expect(contentOf(file('<think>\n</think>'))).toBe('<think>\n</think>\n');
  expect(contentOf(`Here it is.\n${file('</think>')}`)).toBe('</think>\n');
});

test('reasoning that is never closed is no reason to invent an answer', () => {
  expect(withoutReasoning(`<think>\nstill thinking`)).toBe('<think>\nstill thinking');
});

test('a text without tags stays as it is', () => {
  fc.assert(
    fc.property(fc.string(), (text) => {
      fc.pre(!/[<[◁]/.test(text));
      expect(withoutReasoning(text)).toBe(text);
    }),
  );
});
