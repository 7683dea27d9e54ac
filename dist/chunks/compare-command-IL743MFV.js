import { createRequire as __cr } from 'node:module'; const require = __cr(import.meta.url);
import {
  openReport,
  show,
  textOf,
  withPorts
} from "./chunk-EEIWJBMZ.js";
import "./chunk-DY7BMKJK.js";
import {
  check
} from "./chunk-QQCLGOQL.js";
import "./chunk-3BV2L3PZ.js";
import "./chunk-2PCSJQJG.js";
import {
  readSettings
} from "./chunk-35JWL44K.js";
import "./chunk-IN5NX6PE.js";
import "./chunk-BGVLAPRC.js";
import {
  UserError
} from "./chunk-K23HYIQN.js";
import "./chunk-KRVARZLM.js";
import "./chunk-KS6BEUIK.js";
import "./chunk-TZXIYNRP.js";

// src/entry/commands/compare-command.ts
async function compareCommand(call) {
  const { options } = call;
  return withPorts(call, async (ports, request) => {
    const from = modelCalled(textOf(options, "from") ?? "", request.settings.models);
    const to = modelCalled(textOf(options, "to") ?? "", request.settings.models);
    if (from.id === to.id)
      throw new UserError("CONFIG_INVALID", `--from and --to are both ${from.id}.`, "Name two models.");
    await openReport(options, ports);
    const settings = { ...request.settings, models: [from, to] };
    const planOnly = options["dryRun"] === true ? "Dry run: no model was asked." : null;
    return show(options, await check(ports, { ...request, settings, switches: [{ from, to }], planOnly }));
  });
}
function modelCalled(id, configured) {
  const known = configured.find((model) => model.id === id);
  if (known !== void 0) return known;
  const rest = { specs: "SPEC.md", writes: "src/**", "test-command": "true" };
  const read = /^(?:anthropic|openai)\/\S+$/.test(id) ? readSettings({ file: null, inputs: { ...rest, models: id } }).settings.models[0] : void 0;
  if (read !== void 0) return read;
  const names = configured.map((model) => model.id).join(", ");
  throw new UserError(
    "CONFIG_INVALID",
    `no model is called \`${id.slice(0, 80)}\`.`,
    `Configured are ${names}; \`anthropic/MODEL\` and \`openai/MODEL\` need no configuration.`
  );
}
export {
  compareCommand
};
