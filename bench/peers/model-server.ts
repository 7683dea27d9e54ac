// The simulated models in a process of their own: its time and memory belong to nobody who is measured.
import { setTimeout as sleep } from 'node:timers/promises';
import { allWires } from '../../src/adapters/providers.ts';
import { startSimulatedModels } from '../../src/adapters/simulated/simulated-server.ts';
import type { SimulatedModel } from '../../src/adapters/simulated/simulated-model.ts';
import { codeOf, modelNames, specs, type Habit } from './work.ts';

const latencyMs = Number(process.argv[2]);
const habit = habitOf(process.argv[3]);

function habitOf(text: string | undefined): Habit {
  return text === 'drop' || text === 'flaky' ? text : 'right';
}

function isRight(name: string, specText: string, sample: number): boolean {
  if (habit === 'flaky') return sample % 5 !== 3;
  const isDropped = habit === 'drop' && name === modelNames[1] && specText.trim() === specs.head.trim();
  return !isDropped || sample % 2 === 0;
}

const models = modelNames.map((name): SimulatedModel => ({
  name,
  write: ({ specText, sample }) => [
    {
      path: 'src/slug.mjs',
      content: codeOf(
        `${name} ${specText.length} ${String(sample).padStart(4, '0')}`,
        isRight(name, specText, sample),
      ),
    },
  ],
}));

const times: number[] = [];
const server = await startSimulatedModels(models, {
  wires: await allWires(),
  intercept: async () => {
    times.push(Date.now());
    if (latencyMs > 0) await sleep(latencyMs);
    return false;
  },
});

// `times` gives the requests since the last time it was asked for, by when they came in.
process.on('message', (message) => {
  if (message === 'times') process.send?.({ times: times.splice(0) });
  else process.exit(0);
});
process.on('disconnect', () => process.exit(0));
process.send?.({ url: server.url });
