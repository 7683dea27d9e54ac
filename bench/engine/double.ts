// The vendor of `npm run bench:engine`, in a process of its own: `node double.ts LATENCY_MS` prints its address.
import { allWires } from '../../src/adapters/providers.ts';
import { startSimulatedModels } from '../../src/adapters/simulated/simulated-server.ts';
import { answerOf, modelNames } from './work.ts';

const models = modelNames.map((name) => ({
  name,
  write: ({ specText, sample }: { readonly specText: string; readonly sample: number }) => [
    { path: 'src/answer.txt', content: answerOf(`${name}, sample ${sample}: ${specText.slice(0, 40)}`) },
  ],
}));
const latencyMs = Number(process.argv[2] ?? 0);
const server = await startSimulatedModels(models, { wires: await allWires(), latencyMs });
console.log(server.url);
