import { createRequire as __cr } from 'node:module'; const require = __cr(import.meta.url);
import {
  show
} from "./chunk-X5YBZWPW.js";
import "./chunk-F22JGRD6.js";
import {
  openCommand,
  openReport
} from "./chunk-CY2GZNJJ.js";
import "./chunk-BDDHZGXG.js";
import {
  modeOf,
  textOf
} from "./chunk-N5EW5N2E.js";
import "./chunk-HDHNNS7B.js";
import "./chunk-2GLVB4IJ.js";
import "./chunk-3AHVMEBP.js";
import "./chunk-3AZQF6PG.js";
import "./chunk-GQYPDJC6.js";
import "./chunk-46XYSPZS.js";
import "./chunk-SARN7CAP.js";
import "./chunk-N4IEQMLK.js";
import "./chunk-6R2OEH6Q.js";
import "./chunk-BJJNW6M7.js";
import "./chunk-LGPFFQEZ.js";
import "./chunk-IF5ZEEKF.js";
import "./chunk-INSVNZ5P.js";
import "./chunk-FPUCJU3M.js";
import {
  check,
  findWork
} from "./chunk-IJ4LMOL3.js";
import "./chunk-KTPMWNSD.js";
import "./chunk-IHXVGXS5.js";
import "./chunk-S3BDE3HI.js";
import "./chunk-JGXUTWR6.js";
import "./chunk-PG7WJFQ4.js";
import "./chunk-EDWNPP34.js";
import "./chunk-TJQF3RFK.js";
import "./chunk-J66N7I4R.js";
import "./chunk-TDY6UDIM.js";
import "./chunk-WKIKZABW.js";
import "./chunk-FJM64KIK.js";
import "./chunk-YWP7CK7B.js";
import {
  readSettings
} from "./chunk-7JHDGLRR.js";
import "./chunk-7UZZQ5SR.js";
import "./chunk-UWXH4M6R.js";
import "./chunk-Y2HFNBLV.js";
import "./chunk-EVH6VEQA.js";
import "./chunk-RW5SHKCQ.js";
import "./chunk-TH5BZSTX.js";
import "./chunk-EKUBYSXE.js";
import "./chunk-4TCD3GWD.js";
import "./chunk-MU3S33KD.js";
import "./chunk-GAFRLJQO.js";
import {
  hostedProviders
} from "./chunk-DMOH4KPQ.js";
import "./chunk-QX26DWQ6.js";
import {
  UserError
} from "./chunk-SULUFCEC.js";
import "./chunk-I5ZENGQ2.js";
import "./chunk-KRVARZLM.js";
import "./chunk-XUWXBFDG.js";
import "./chunk-3PQERWFJ.js";
import {
  __callDispose,
  __using
} from "./chunk-TZXIYNRP.js";

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
  const shorthands = hostedProviders.map((name) => `\`${name}/MODEL\``).join(" and ");
  throw new UserError(
    "CONFIG_INVALID",
    `there is no model \`${id.slice(0, 80)}\`.`,
    `Configured models: ${names}. Models written as ${shorthands} need no configuration.`
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
    await openReport(options);
    const settings = { ...request.settings, models: [from, to] };
    const { trigger } = request;
    const work = await findWork(ports.repository, { trigger, settings, switches: [{ from, to }] });
    return await show(command, await check(ports, { ...request, settings, work, mode: modeOf(options) }));
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
