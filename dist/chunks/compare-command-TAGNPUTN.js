import { createRequire as __cr } from 'node:module'; const require = __cr(import.meta.url);
import {
  show
} from "./chunk-HCDEDZ3I.js";
import "./chunk-YRLQ2DSP.js";
import {
  openCommand,
  openReport
} from "./chunk-4YN7D2OA.js";
import "./chunk-UE2ZDIGW.js";
import {
  modeOf,
  textOf
} from "./chunk-RZMYW46V.js";
import "./chunk-QGLC3NYM.js";
import "./chunk-FXA5CVO3.js";
import "./chunk-LFOYLBOK.js";
import "./chunk-3BEQDUJO.js";
import "./chunk-NRSEOSNG.js";
import "./chunk-5QR2JYL4.js";
import "./chunk-RG5UVGBU.js";
import "./chunk-3D3TGECY.js";
import "./chunk-QQWO63J7.js";
import "./chunk-IF5ZEEKF.js";
import "./chunk-FPUCJU3M.js";
import {
  check,
  findWork
} from "./chunk-3C4F6WCH.js";
import "./chunk-3JHYFDAC.js";
import "./chunk-6E5KQXPH.js";
import "./chunk-KDQGDI5A.js";
import "./chunk-JGXUTWR6.js";
import "./chunk-HX4LHGFV.js";
import "./chunk-WPEJBQSQ.js";
import "./chunk-KBETWHL5.js";
import "./chunk-OOF76JK4.js";
import "./chunk-ZL6RG2C7.js";
import "./chunk-FUZ4L4XB.js";
import "./chunk-HGTELZ3E.js";
import {
  readSettings
} from "./chunk-6QLLVEX6.js";
import "./chunk-7UZZQ5SR.js";
import "./chunk-KNCWSQRP.js";
import "./chunk-Y2HFNBLV.js";
import "./chunk-XFDN5KFR.js";
import "./chunk-EJDUAURA.js";
import "./chunk-TH5BZSTX.js";
import "./chunk-5GJ2XYCO.js";
import "./chunk-4TCD3GWD.js";
import "./chunk-HT3GBCEW.js";
import {
  hostedProviders
} from "./chunk-QFMDIEJM.js";
import "./chunk-QX26DWQ6.js";
import {
  UserError
} from "./chunk-5LJOY3JM.js";
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
    await openReport(options, ports);
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
