import { createRequire as __cr } from 'node:module'; const require = __cr(import.meta.url);
import {
  armsFor
} from "./chunk-KR76TPJV.js";
import {
  coldDraw,
  loneDraw
} from "./chunk-SR2FHZCC.js";
import {
  additionalKinds,
  ask
} from "./chunk-B2VOQPVL.js";

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

export {
  questionsOf
};
