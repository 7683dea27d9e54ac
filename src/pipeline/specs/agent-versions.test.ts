import { expect, test } from '@jest/globals';
import { aModel } from '../../testing/builders/a-question.ts';
import { anAgent } from '../../testing/builders/an-agent-run.ts';
import { someSettings } from '../../testing/builders/some-settings.ts';
import { UserError } from '../../errors.ts';
import {
  refuseOtherAgents,
  versionedRequest,
  withAgentVersions,
  withoutItsProgram,
} from './agent-versions.ts';

const program = { versionWords: ['--version'], smallestVersion: null, packageName: '@made-up/scribe' };
const unasked = aModel({ id: 'scribe + m', agent: anAgent({ name: 'scribe', version: null, program }) });
const pinned = aModel({ id: 'pinned', agent: anAgent({ name: 'scribe', version: '1.0.0', program }) });

function asking(version: string) {
  const asked: string[] = [];
  return {
    asked,
    ask: async ({ id }: { readonly id: string }): Promise<string> => {
      asked.push(id);
      return version;
    },
  };
}

test('only agents whose version nobody wrote down are asked for it', async () => {
  const { asked, ask } = asking('2.0.0');

  const models = await withAgentVersions([aModel(), unasked, pinned], ask);

  expect(models.map(({ agent }) => agent?.version)).toEqual([undefined, '2.0.0', '1.0.0']);
  expect(asked).toEqual(['scribe + m']);
});

test('a run without two commits works with the same versions', async () => {
  const request = { settings: someSettings({ models: [unasked] }) };

  const { settings } = await versionedRequest({ agentVersionOf: asking('2.0.0').ask }, request);
  expect(settings.models[0]?.agent?.version).toBe('2.0.0');
  expect(await versionedRequest({}, request)).toBe(request);
});

test('a job that asks agents refuses another version than the one that was written down', async () => {
  await refuseOtherAgents([aModel(), pinned], asking('1.0.0').ask);

  await expect(refuseOtherAgents([pinned], asking('1.0.1').ask)).rejects.toThrow(
    'AGENT_UNUSABLE: scribe is installed in version 1.0.1, and `version` of the model pinned is 1.0.0. Install it (npm install -g @made-up/scribe@1.0.0), or change `version`.',
  );
});

test('a job that asks no agent says how to do without the program that is missing', async () => {
  const absent = withoutItsProgram(async () => {
    throw new UserError(
      'AGENT_UNUSABLE',
      'the agent scribe cannot be used: `scribe` is not on PATH.',
      'Install it.',
    );
  });
  const broken = withoutItsProgram(async () => {
    throw new Error('Install it.');
  });

  await expect(withAgentVersions([unasked], absent ?? fail)).rejects.toThrow(
    /^AGENT_UNUSABLE: the agent scribe cannot be used: `scribe` is not on PATH\. Nothing is asked here: with the `version` /,
  );
  await expect(withAgentVersions([unasked], broken ?? fail)).rejects.toThrow(/^Install it\.$/);
  expect(await withAgentVersions([unasked], withoutItsProgram(asking('2.0.0').ask) ?? fail)).toMatchObject([
    { agent: { version: '2.0.0' } },
  ]);
});

async function fail(): Promise<string> {
  throw new Error('nobody was asked');
}
