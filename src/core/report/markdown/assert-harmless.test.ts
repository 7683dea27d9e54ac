import { describe, expect, test } from '@jest/globals';
import { harmIn } from './assert-harmless.ts';

const repositoryUrl = 'https://github.com/octo/repo';
const page = `${repositoryUrl}/blob/${'c'.repeat(40)}`;

describe('the second look at a finished report', () => {
  test.each([
    ['ping @team', 'a mention'],
    ['ping \\@team', 'a mention'],
    ['ping &#64;team', 'a mention'],
    ['closes #12', 'an issue reference'],
    ['closes GH-12', 'an issue reference'],
    ['a <b>bold</b> word', 'raw HTML'],
    ['<!-- spec-portability:v1:x --> <script>', 'raw HTML'],
    ['<details>\n<summary><img src=x></summary>\n\ntext', 'raw HTML'],
    ['[click](javascript:alert(1))', 'a foreign link'],
    [`[lines](${page}/../../../evil#L1)`.replace('/../../../evil#L1', '/SPEC.md'), 'a foreign link'],
    ['https://evil.example', 'a foreign link'],
    ['www.evil.example', 'a foreign link'],
    ['![x](https://evil.example/p.png)', 'a node of type image'],
    ['[x]: https://evil.example', 'a node of type definition'],
    ['# heading', 'a heading'],
    ['### Spec portability · ✅ [x](y)', 'a heading'],
    ['## Spec portability · ✅ holds', 'a heading'],
    ['### Spec portability · ✅ holds\n\n### Spec portability · ✅ holds', 'a second heading'],
    ['<sub onclick=x>text</sub>', 'raw HTML'],
    [`[run](${repositoryUrl}/actions/runs/1/attempts/1/evil)`, 'a foreign link'],
    ['> quoted', 'a quote'],
    ['> \\[!CAUTION]\n>\n> first\n>\n> second', 'a quote'],
    ['> [!NOTE]\n> another box', 'a quote'],
    [`[commit](${repositoryUrl}/commit/${'c'.repeat(40)}/x)`, 'a foreign link'],
    ['text\n  ::error::x', 'a command of the Actions runner'],
    ['`##[error]x`', 'a command of the Actions runner'],
    ['a\u202Eb', 'an invisible character'],
    ['a\u200Bb', 'an invisible character'],
    ['a\u0007b', 'a control character'],
  ])('%j holds harm: %s', (markdown, harm) => {
    expect(harmIn(markdown, { repositoryUrl })).toBe(harm);
  });

  test.each([
    ['a link to lines of the repository', `[\`SPEC.md\`](${page}/SPEC.md#L1-L2)`],
    ['a link to a commit of the repository', `[\`c\`](${repositoryUrl}/commit/${'c'.repeat(40)})`],
    ['a link to the run', `[x](${repositoryUrl}/actions/runs/12/attempts/1#artifacts)`],
    ['our heading', '### Spec portability · ⚪ inconclusive, the budget ran out'],
    ['our small line', '<sub>Cost 1 USD · commit `c`</sub>'],
    ['our box', '> [!CAUTION]\n> **Not sandboxed**: text.'],
    ['our marker', '<!-- spec-portability:v1:key -->'],
    ['our folds', '<details open>\n<summary>Notes (2)</summary>\n\ntext\n\n</details>'],
    ['hostile text in code', '`@team` `<b>` and\n\n```diff\n-@team #1 <b>\n```'],
  ])('%s is harmless', (_, markdown) => {
    expect(harmIn(markdown, { repositoryUrl })).toBeNull();
  });

  test.each([
    ['<!-- spec-portability:v1:key -->\n\n'],
    ['<details open>\n<summary>Notes (2)</summary>\n\ntext\n\n</details>\n\n'],
    ['<details>\n<summary>Notes (2)</summary>\n\ntext\n\n</details>\n\n'],
  ])('after %j harm is found as without it, each time anew', (before) => {
    expect(harmIn(`${before}fine`, { repositoryUrl })).toBeNull();
    expect(harmIn(`${before}a <b>bold</b> word`, { repositoryUrl })).toBe('raw HTML');
    expect(harmIn(`${before}a <details open>`, { repositoryUrl })).toBe('raw HTML');
    expect(harmIn(`${before}fine`, { repositoryUrl })).toBeNull();
  });

  test.each(['<details open>', '<details>'])('%s that no fold of ours begins with is raw HTML', (tag) => {
    for (const text of [
      `a ${tag}\n<summary>x</summary>`,
      `${tag}\n<summary><b></summary>`,
      `> ${tag}\n<summary>x`,
    ])
      expect(harmIn(text, { repositoryUrl })).not.toBeNull();
  });

  test('what was harmless for one repository is asked about again for another', () => {
    const text = `[x](${page}/SPEC.md#L1)`;
    expect(harmIn(text, { repositoryUrl })).toBeNull();
    expect(harmIn(text, { repositoryUrl: 'https://github.com/octo/other' })).toBe('a foreign link');
  });

  test('without a repository no link is ours', () => {
    expect(harmIn(`[x](${page}/SPEC.md#L1)`, { repositoryUrl: null })).toBe('a foreign link');
  });
});
