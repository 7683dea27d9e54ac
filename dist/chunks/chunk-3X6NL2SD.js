import { createRequire as __cr } from 'node:module'; const require = __cr(import.meta.url);
import {
  fixPlan,
  planKey,
  storedSamples
} from "./chunk-QJ2FTIBY.js";
import {
  drawFrom,
  maxRecordAgeMs
} from "./chunk-SR2FHZCC.js";

// src/pipeline/check/plan-run.ts
async function planRun(ports, { changes, questions: asked }, { settings, isShownOnly }) {
  const key = planKey(asked, settings);
  const draw = () => drawAll(ports, asked, settings);
  return { changes, questions: await fixPlan(ports, { key, asked, draw, isShownOnly }) };
}
async function drawAll(ports, asked, { samples }) {
  const bases = asked.flatMap(({ base }) => base === null ? [] : [base]);
  const stored = await storedSamples(ports, bases);
  const available = new Map(
    bases.map((base, index) => [base, stored[index] ?? []])
  );
  const of = { now: ports.clock.now(), maxAgeMs: maxRecordAgeMs, looks: samples.looks };
  return asked.map((question) => {
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
  planRun
};
