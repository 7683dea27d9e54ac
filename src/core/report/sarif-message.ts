import type { Verdict } from '../verdict/verdict.ts';
import { harmInText } from './assert-harmless.ts';
import { fileText } from './file-text.ts';
import { baseToHead } from './verdict-table.ts';
import { count } from './wording.ts';

/** What a SARIF result says; should a text of it slip through as more than text, none of them is told. */
export function messageOf(verdict: Verdict, write: (text: string, max: number) => string): string {
  const message = written(verdict, write);
  return harmInMessage(message) === null ? message : written(verdict, () => '(withheld)');
}

/** Untrusted text of a SARIF message: brackets would make links, braces be filled in, and an at sign notify someone. */
export function sarifText(text: string, max: number): string {
  return fileText(text, max)
    .replaceAll('@', '＠')
    .replaceAll(/(?<=:)\/(?=\/)/g, '⁄')
    .replaceAll(/[\\[\]]/g, (character) => `\\${character}`)
    .replaceAll(/[{}]/g, (character) => character + character);
}

/** What a message holds that only hostile text could have put there; null when it is harmless. */
export function harmInMessage(message: string): string | null {
  const plain = message.replaceAll(/\\[\\[\]]|\{\{|\}\}/g, '');
  if (/[[\]]/.test(plain)) return 'a link';
  if (/[{}]/.test(plain)) return 'a placeholder';
  if (message.includes('@')) return 'a mention';
  return message.includes('://') ? 'an address' : harmInText(message);
}

function written(verdict: Verdict, write: (text: string, max: number) => string): string {
  const { brokenTests, unconfirmed, culprit } = verdict;
  const tests = brokenTests.slice(0, 3).map((test) => write(test, 120));
  const rest = brokenTests.length - tests.length;
  const more = rest > 0 ? ` and ${count(rest, 'more test')}` : '';
  const doubt = unconfirmed ? ' (unconfirmed)' : '';
  const failing = tests.length === 0 ? '' : ` Failing: ${tests.join('; ')}${more}${doubt}.`;
  const hunks = culprit.length > 1 ? ` One of ${culprit.length} changed hunks is the cause.` : '';
  const subject = `${write(verdict.spec, 80)} on ${write(verdict.model, 80)}`;
  return `${subject} ${verdict.verdict}: ${baseToHead(verdict)}.${failing}${hunks}`;
}
