import { describe, expect, test } from '@jest/globals';
import { needsSandbox, rightsOf } from './rights.ts';
import type { Trigger } from './trigger.ts';

const base = 'b'.repeat(40);
const head = 'c'.repeat(40);
const sides = { base, head, baseTip: base };

type Situation = {
  readonly event: string;
  readonly trigger: (fromFork: boolean) => Trigger;
  readonly isDependabots?: boolean;
};

const pulled = { kind: 'pull-request', number: 7, ...sides } as const;
const situations: readonly Situation[] = [
  { event: 'a push to a pull request', trigger: (fromFork) => ({ ...pulled, fromFork }) },
  { event: 'a label', trigger: (fromFork) => ({ ...pulled, fromFork, onDemand: 'label' }) },
  { event: 'a comment', trigger: (fromFork) => ({ ...pulled, fromFork, onDemand: 'comment' }) },
  { event: 'a merge group', trigger: (fromFork) => ({ kind: 'merge-group', number: 7, ...sides, fromFork }) },
  { event: 'a dispatch', trigger: (fromFork) => ({ kind: 'manual', ...sides, fromFork }) },
];

/** Whether there are secrets, the head's config is read, `setup-env` is seen, a sandbox is needed; in this order. */
function rightsIn({ trigger, isDependabots = false }: Situation, fromFork: boolean): readonly boolean[] {
  const its = trigger(fromFork);
  const { hasSecrets, readsHeadConfig, seesSetupEnv } = rightsOf(its, { isDependabots });
  return [hasSecrets, readsHeadConfig, seesSetupEnv, needsSandbox(its)];
}

describe('the head of a fork', () => {
  test.each(situations)('of $event brings no config and sees no variable of `setup-env`', (situation) => {
    expect(rightsIn(situation, true).slice(1)).toEqual([false, false, true]);
  });
});

test('every event has its rights, on a branch of the repository and on a fork', () => {
  const table = situations.map((situation) => [
    situation.event,
    rightsIn(situation, false),
    rightsIn(situation, true),
  ]);

  expect(table).toEqual([
    ['a push to a pull request', [true, true, true, false], [false, false, false, true]],
    ['a label', [true, true, true, false], [false, false, false, true]],
    ['a comment', [true, true, true, true], [true, false, false, true]],
    ['a merge group', [true, true, true, false], [true, false, false, true]],
    ['a dispatch', [true, true, true, false], [true, false, false, true]],
  ]);
});

test('an audit and a command of a person see what the repository trusts', () => {
  const all = { hasSecrets: true, readsHeadConfig: true, seesSetupEnv: true };

  expect(rightsOf({ kind: 'audit', head }, { isDependabots: false })).toEqual(all);
  expect(rightsOf({ kind: 'manual', base, head }, { isDependabots: false })).toEqual(all);
});

test("Dependabot's own runs have no secrets; a comment gives them, and its branch is no fork", () => {
  const [push, , comment] = situations;
  if (push === undefined || comment === undefined) throw new Error('no such event');

  expect(rightsIn({ ...push, isDependabots: true }, false)).toEqual([false, true, false, false]);
  expect(rightsIn({ ...comment, isDependabots: true }, false)).toEqual([true, true, true, true]);
});
