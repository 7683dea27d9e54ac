import { providerNames, providers } from '../core/providers.ts';

const keyInputs = providerNames.flatMap((name) => providers[name].keyInput ?? []);

/** Every input of the action; a test compares this list with action.yml. */
export const inputNames = [
  'mode',
  'config',
  'specs',
  'models',
  'writes',
  'context',
  'setup-command',
  'test-command',
  'results',
  'base',
  'head',
  ...keyInputs,
  'github-token',
  'max-usd',
  'max-generations',
  'fail-on',
  'comment',
  'comment-key',
  'check-run',
  'sandbox',
  'cache',
  'history-branch',
  'sandbox-setup',
  'records',
  'report-dir',
  'shard',
  'dry-run',
  'working-directory',
] as const;

/** The name of one input of the action. */
export type InputName = (typeof inputNames)[number];

/** Every output of the action; a test compares this list with action.yml. */
export const outputNames = [
  'conclusion',
  'regressions',
  'verdicts',
  'portability',
  'generations',
  'cached-generations',
  'cost-usd',
  'report-dir',
  'result-file',
  'comment-url',
  'has-work',
  'matrix',
] as const;
