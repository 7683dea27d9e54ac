import { createRequire as __cr } from 'node:module'; const require = __cr(import.meta.url);
import {
  fixPlan,
  planKey,
  storedSamples
} from "./chunk-CEO2QKFO.js";
import {
  armsFor
} from "./chunk-LM3P2XXA.js";
import {
  coldDraw,
  drawFrom,
  loneDraw,
  maxRecordAgeMs
} from "./chunk-NJCM52RN.js";
import {
  additionalKinds,
  ask
} from "./chunk-PR2WU2MP.js";

// src/core/plan/questions-of.ts
function questionsOf(sources) {
  const { changes, settings } = sources;
  return [
    ...changes.flatMap((change) => aboutChange(change, settings)),
    ...additionalKinds.flatMap((kind) => asked[kind](sources))
  ];
}
var asked = {
  "model-switch": ({ unchanged, switches, settings }) => unchanged.flatMap((change) => aboutSwitches(change, switches, settings))
};
function aboutChange(change, { models, samples }) {
  const { base, head } = change;
  if (head === null) return [];
  const armOf = armsFor(change);
  return models.map((model) => {
    if (base === null)
      return {
        ...ask({ asks: "portable", change, base, head: armOf(head, model) }),
        ...loneDraw(samples.looks)
      };
    const arms = { base: armOf(base, model), head: armOf(head, model) };
    return { ...ask({ asks: "regression", change, ...arms }), ...coldDraw(samples.looks) };
  });
}
function aboutSwitches(change, switches, { samples }) {
  const { head } = change;
  if (head === null) return [];
  const armOf = armsFor(change);
  return switches.map(({ from, to }) => ({
    ...ask({ asks: "model-switch", change, base: armOf(head, from), head: armOf(head, to) }),
    ...coldDraw(samples.looks)
  }));
}

// src/pipeline/check/plan-run.ts
async function planRun(ports, { changes, questions: asked2 }, { settings, isShownOnly }) {
  const key = planKey(asked2, settings);
  const draw = () => drawAll(ports, asked2, settings);
  return { changes, questions: await fixPlan(ports, { key, asked: asked2, draw, isShownOnly }) };
}
async function drawAll(ports, asked2, { samples }) {
  const bases = asked2.flatMap(({ base }) => base === null ? [] : [base]);
  const stored = await storedSamples(ports, bases);
  const available = new Map(
    bases.map((base, index) => [base, stored[index] ?? []])
  );
  const of = { now: ports.clock.now(), maxAgeMs: maxRecordAgeMs, looks: samples.looks };
  return asked2.map((question) => {
    if (question.base === null) return question;
    const draw = drawFrom({
      ...of,
      available: available.get(question.base) ?? [],
      target: samples.base,
      confirm: samples.confirm
    });
    return { ...question, ...draw };
  });
}

export {
  questionsOf,
  planRun
};
