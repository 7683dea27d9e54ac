import { clauseMap } from '../../core/clause-map/clause-map.ts';
import type { ClauseMap } from '../../core/clause-map/clause-map.ts';
import { cutClauses } from '../../core/parts/cut-clauses.ts';
import { aVersion } from './a-question.ts';
import { hostileText } from './hostile-text.ts';
import { somePartSamples } from './some-part-samples.ts';

const text = `# Duration

Turns a text such as \`1 h 30 min\` into minutes.

## Rules

- **FR-001**: Halves are rounded up, as \`duration > rounds half up\` shows.
- **FR-002**: A negative input is an error.
- Units are \`h\`, \`min\` and \`s\`.

## Notes

Nobody has to read this part. It says where the rules come from.
`;

const cut = cutClauses(aVersion('head', { files: [{ path: 'specs/duration/SPEC.md', text }] }));
const idOf = (words: string): string => cut.parts.find(({ present }) => present.includes(words))?.id ?? '';

const steady = { 'duration > reads hours': 12, 'duration > FR-002 refuses what is negative': 12 };
const [hostile = ''] = hostileText;

/** Maps of shorter texts: parts that tests notice on one model or on both, one that none does, links that do not hold. */
export const shrinkMaps: readonly ClauseMap[] = [
  clauseMap({
    target: 'duration',
    cut,
    samples: ['anthropic/claude-sonnet-5-5', 'openai/gpt-6.1-sol'].flatMap((model) => [
      somePartSamples({
        ...{ model, removed: [idOf('FR-001')] },
        passes: { ...steady, 'duration > rounds half up': 1, [hostile]: 12 },
      }),
      somePartSamples({
        ...{ model, removed: [idOf('FR-002')] },
        passes: { ...steady, 'duration > rounds half up': 12, [hostile]: 12 },
      }),
      somePartSamples({
        ...{ model, removed: [idOf('Units are')] },
        passes: { 'duration > reads hours': model.startsWith('openai') ? 2 : 12, [hostile]: 0 },
      }),
      somePartSamples({
        ...{ model, removed: [idOf('Nobody'), idOf('It says')] },
        passes: { ...steady, 'duration > rounds half up': 12, [hostile]: 12 },
      }),
    ]),
    rules: { falseDiscoveries: 0.1, drop: 0.4, beta: 0.1 },
  }),
];
