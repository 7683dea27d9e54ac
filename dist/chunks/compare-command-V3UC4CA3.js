import { createRequire as __cr } from 'node:module'; const require = __cr(import.meta.url);
import {
  show
} from "./chunk-GZE6VXQJ.js";
import {
  openCommand,
  openReport
} from "./chunk-2KIPEYBV.js";
import {
  modeOf,
  textOf
} from "./chunk-HLBFWSJT.js";
import "./chunk-HZ36XJBI.js";
import "./chunk-V5ZIIBJW.js";
import {
  check,
  findWork
} from "./chunk-GO4C535Z.js";
import "./chunk-CSZIQBKX.js";
import "./chunk-CQBXOSY3.js";
import "./chunk-WXLGVXIB.js";
import "./chunk-JGXUTWR6.js";
import "./chunk-KF2CM26I.js";
import "./chunk-VESUE4UJ.js";
import "./chunk-VWDYUV44.js";
import "./chunk-NJYVFXTX.js";
import "./chunk-KNM2RNIF.js";
import "./chunk-HE6MPBR5.js";
import "./chunk-BATYQILO.js";
import "./chunk-XNFXFQWI.js";
import {
  readSettings
} from "./chunk-GYM7SQOO.js";
import "./chunk-4TCD3GWD.js";
import {
  hostedProviders
} from "./chunk-TW6MWD2I.js";
import {
  UserError
} from "./chunk-SULUFCEC.js";
import "./chunk-KRVARZLM.js";
import "./chunk-XUWXBFDG.js";
import "./chunk-6YGDI4PO.js";
import {
  __callDispose,
  __using
} from "./chunk-TZXIYNRP.js";

// src/config/models-to-compare.ts
function modelsToCompare(ids, configured) {
  const from = modelCalled(ids.from, configured);
  const to = modelCalled(ids.to, configured);
  if (from.id !== to.id) return { from, to };
  throw new UserError("CONFIG_INVALID", `--from and --to are both ${from.id}.`, "Name two models.");
}
function modelCalled(id, configured) {
  const known = configured.find((model) => model.id === id);
  if (known !== void 0) return known;
  const rest = { specs: "SPEC.md", writes: "src/**", "test-command": "true" };
  const read = new RegExp(`^(?:${hostedProviders.join("|")})/\\S+$`).test(id) ? readSettings({ file: null, inputs: { ...rest, models: id } }).settings.models[0] : void 0;
  if (read !== void 0) return read;
  const names = configured.map((model) => model.id).join(", ");
  const shorthands = hostedProviders.map((name) => `\`${name}/MODEL\``).join(" and ");
  throw new UserError(
    "CONFIG_INVALID",
    `no model is called \`${id.slice(0, 80)}\`.`,
    `Configured are ${names}; ${shorthands} need no configuration.`
  );
}

// src/entry/commands/compare-command.ts
async function compareCommand(call) {
  var _stack = [];
  try {
    const { options } = call;
    const command = __using(_stack, await openCommand(call), true);
    const { ports, request } = command;
    const ids = { from: textOf(options, "from") ?? "", to: textOf(options, "to") ?? "" };
    const { from, to } = modelsToCompare(ids, request.settings.models);
    await openReport(options, ports);
    const settings = { ...request.settings, models: [from, to] };
    const { trigger } = request;
    const work = await findWork(ports.repository, { trigger, settings, switches: [{ from, to }] });
    return await show(options, await check(ports, { ...request, settings, work, mode: modeOf(options) }));
  } catch (_) {
    var _error = _, _hasError = true;
  } finally {
    var _promise = __callDispose(_stack, _error, _hasError);
    _promise && await _promise;
  }
}
export {
  compareCommand
};
