import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { readGuard } from './read-guard.ts';

const key = 'the-key';
const began = { key, poisoned: false, event: 'began', id: '1', subject: '/tree/a.test.js' };
const ended = { key, poisoned: false, event: 'ended', id: '1', broken: [] };
const sealed = { end: true, key, poisoned: false, broken: [] };

const text = (...lines: readonly object[]): string =>
  lines.map((line) => `${JSON.stringify(line)}\n`).join('');
const signs = (files: Record<string, string>): readonly string[] =>
  readGuard(new Map(Object.entries(files)), key, ['jest-1.json']).signs;

test('a process that began and ended whole leaves no sign', () => {
  expect(signs({ 'witness-1.jsonl': text(began, ended), 'jest-1.json': '{}' })).toEqual([]);
});

test('a run without a witness is unguarded', () => {
  expect(signs({ 'jest-1.json': '{}' })).toEqual(['unguarded']);
});

test('a process that never came to its end cut its tests short', () => {
  expect(signs({ 'witness-1.jsonl': text(began) })).toEqual(['cut-short']);
});

test('a report of node:test without the key is unsigned', () => {
  const files = { 'witness-1.jsonl': text(began, ended), 'node-test-1-1-0.jsonl': text({ end: true }) };
  expect(signs(files)).toEqual(['unsigned']);
  expect(signs({ ...files, 'node-test-1-1-0.jsonl': text(sealed) })).toEqual([]);
});

test('replaced functions are named, clipped and without anything that could be markup', () => {
  const broken = ['assert.equal', '<b>x</b>\n::error::', 'y'.repeat(200)];
  const guard = readGuard(new Map([['witness-1.jsonl', text(began, { ...ended, broken })]]), key, []);
  expect(guard).toEqual({
    signs: ['patched'],
    broken: ['assert.equal', 'bxberror', 'y'.repeat(60)],
    poisoned: false,
  });
});

test.each<[string, Record<string, string>]>([
  ['a witness with another key', { 'witness-2.jsonl': text({ ...ended, key: 'guessed' }) }],
  ['a witness that is no JSON', { 'witness-2.jsonl': 'trust me\n' }],
  ['an empty witness', { 'witness-2.jsonl': '' }],
  ['a file that nobody asked for', { 'crowd-1': '' }],
  ['a report that nobody asked for', { 'jest-2.json': '{}' }],
])('%s is forged', (_, file) => {
  expect(signs({ 'witness-1.jsonl': text(began, ended), ...file })).toEqual(['forged']);
});

test('the half line of a process that died while it wrote is no forgery', () => {
  expect(signs({ 'witness-1.jsonl': `${text(began)}{"key":"the-` })).toEqual(['cut-short']);
});

test('any text at all is read without a crash', () => {
  fc.assert(
    fc.property(fc.string(), fc.string(), (one, other) => {
      readGuard(
        new Map([
          ['witness-1.jsonl', one],
          ['node-test-1-1-0.jsonl', other],
        ]),
        key,
        [],
      );
    }),
  );
});
