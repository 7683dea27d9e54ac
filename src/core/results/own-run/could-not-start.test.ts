import { describe, expect, test } from '@jest/globals';
import { lacksProgram } from './could-not-start.ts';

const said = (stderr: string, code = 127): Parameters<typeof lacksProgram>[0] => ({
  run: {
    end: { kind: 'exited', code },
    stdout: { text: 'before\n', droppedBytes: 0 },
    stderr: { text: `${stderr}\n`, droppedBytes: 0 },
    durationMs: 1,
  },
});

describe('the first program of a command is missing', () => {
  test.each([
    '/bin/sh: 1: pytset: not found',
    'bash: line 1: pytset: command not found',
    'sh: pytset: not found',
  ])('where the shell says `%s`', (line) => {
    expect(lacksProgram(said(line), ' pytset -q')).toBe(true);
  });

  test.each<[string, string, Parameters<typeof lacksProgram>[0]]>([
    ['it is a path, which a model may write', './run', said('/bin/sh: 1: ./run: not found')],
    ['another program is missing', 'make test', said('/bin/sh: 1: ruff: not found')],
    ['the command ended for another reason', 'pytset', said('/bin/sh: 1: pytset: not found', 1)],
    ['another name only ends like it', 'set', said('/bin/sh: 1: pytset: not found')],
  ])('but not where %s', (_, command, run) => {
    expect(lacksProgram(run, command)).toBe(false);
  });
});
