import { createRequire as __cr } from 'node:module'; const require = __cr(import.meta.url);
import {
  UserError,
  hostedProviders,
  readSettings,
  shorthands
} from "./chunk-WSJ3JF5A.js";

// src/config/models-to-compare.ts
function modelsToCompare(ids, configured) {
  const from = modelCalled(ids.from, configured);
  const to = modelCalled(ids.to, configured);
  if (from.id !== to.id) return { from, to };
  throw new UserError(
    "CONFIG_INVALID",
    `\`--from\` and \`--to\` are both ${from.id}.`,
    "Give two different models."
  );
}
function modelCalled(id, configured) {
  const known = configured.find((model) => model.id === id);
  if (known !== void 0) return known;
  const rest = { specs: "SPEC.md", writes: "src/**", "test-command": "true" };
  const read = new RegExp(`^(?:${hostedProviders.join("|")})/\\S+$`).test(id) ? readSettings({ file: null, inputs: { ...rest, models: id } }).settings.models[0] : void 0;
  if (read !== void 0) return read;
  const names = configured.map((model) => model.id).join(", ");
  throw new UserError(
    "CONFIG_INVALID",
    `there is no model \`${id.slice(0, 80)}\`.`,
    `Configured models: ${names}. Models written as ${shorthands("and")} need no configuration.`
  );
}

export {
  modelsToCompare,
  modelCalled
};
