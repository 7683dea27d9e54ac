import { createRequire as __cr } from 'node:module'; const require = __cr(import.meta.url);
import {
  measured
} from "./chunk-B2VOQPVL.js";

// src/core/statistics/interval.ts
function dropInterval(base, head) {
  const one = wilson(base.passed, measured(base));
  const two = wilson(head.passed, measured(head));
  const estimate = one.estimate - two.estimate;
  return {
    estimate,
    low: estimate - Math.hypot(one.estimate - one.low, two.high - two.estimate),
    high: estimate + Math.hypot(one.high - one.estimate, two.estimate - two.low)
  };
}
function wilson(passed, samples) {
  const z = 1.959963984540054;
  const rate = passed / samples;
  const centre = rate + z * z / (2 * samples);
  const spread = z * Math.sqrt(rate * (1 - rate) / samples + z * z / (4 * samples * samples));
  const scale = 1 + z * z / samples;
  return {
    estimate: rate,
    low: Math.max(0, (centre - spread) / scale),
    high: Math.min(1, (centre + spread) / scale)
  };
}

export {
  dropInterval,
  wilson
};
