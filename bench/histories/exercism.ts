import { textAt } from './clones.ts';
import type { History, Side } from './history.ts';

/** Exercises of the Python track whose instructions, tests and example changed, and the commit before they did. */
const exercises = [
  { name: 'circular-buffer', base: '4828855f8d21c0a1fc9b85e8e24569fbe0493b69' },
  { name: 'scale-generator', base: 'aef658bd87cc77d2ddd2930b633891df2962d0be' },
  { name: 'largest-series-product', base: 'aef658bd87cc77d2ddd2930b633891df2962d0be' },
  { name: 'phone-number', base: 'aef658bd87cc77d2ddd2930b633891df2962d0be' },
  { name: 'sublist', base: '4a254f999d3c95e7ce2b567bd84c6b13a99bb84c' },
  { name: 'sgf-parsing', base: 'aef658bd87cc77d2ddd2930b633891df2962d0be' },
  { name: 'grade-school', base: '76d8683d9e1c28cea305e53c5c16b0decda6b0d5' },
  { name: 'hamming', base: '2d258d80a246bb58581de6f222ef9428266c4434' },
  { name: 'luhn', base: '1f0b5162d9f4c78e9ffbd20295fb903eb22530c7' },
  { name: 'prime-factors', base: 'c40ec110bca2ceb7b174aeffac7295fec50d0a06' },
  { name: 'rational-numbers', base: '2aa17368da9cedf5c45c0e94c893086c3eb79d0f' },
  { name: 'complex-numbers', base: '4e30f868b3afb0b2e145641c6166e356b41e8925' },
  { name: 'bank-account', base: 'd76db07a137f6932f1c0dd7eec5ea810d67a31e8' },
] as const;
const head = '9eb657d4507d91efef99f484e7f2a1f4074911b5';

/** From the state before a change of the instructions to that of the last commit: instructions, tests and example. */
export function exercismHistories(clones: string): readonly History[] {
  return exercises.map(({ name, base }) => {
    const module = name.replaceAll('-', '_');
    return {
      name: `exercism ${name}`,
      writes: [`${module}.py`],
      test: `python3 -m pytest -p no:cacheprovider ${module}_test.py`,
      base: sideOf(clones, { name, module, commit: base }),
      head: sideOf(clones, { name, module, commit: head }),
    };
  });
}

function sideOf(
  clones: string,
  of: { readonly name: string; readonly module: string; readonly commit: string },
): Side {
  const text = (path: string): string =>
    textAt(clones, 'exercism/python', `${of.commit}:exercises/practice/${of.name}/${path}`);
  return {
    spec: text('.docs/instructions.md'),
    tests: { [`${of.module}_test.py`]: text(`${of.module}_test.py`) },
    code: { [`${of.module}.py`]: text('.meta/example.py') },
  };
}
