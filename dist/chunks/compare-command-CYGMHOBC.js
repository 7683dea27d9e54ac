import { createRequire as __cr } from 'node:module'; const require = __cr(import.meta.url);
import {
  show
} from "./chunk-TVNUGIUG.js";
import {
  openCommand,
  openReport
} from "./chunk-YGZVBP66.js";
import "./chunk-WCF7XES5.js";
import "./chunk-N6PZUK4T.js";
import "./chunk-FPUCJU3M.js";
import {
  check,
  findWork
} from "./chunk-PIY45ZJA.js";
import "./chunk-RNBOCU3U.js";
import "./chunk-GIO25QNV.js";
import "./chunk-LLVB6D7K.js";
import "./chunk-JGXUTWR6.js";
import "./chunk-QFDAU2KM.js";
import "./chunk-RFFIZIPQ.js";
import "./chunk-UBE2Q3WA.js";
import "./chunk-VQ6F5UGK.js";
import "./chunk-EVPN52UL.js";
import "./chunk-II2UII7V.js";
import "./chunk-QXAAWC6M.js";
import {
  modeOf,
  textOf
} from "./chunk-6IMY6GDH.js";
import "./chunk-FXA5CVO3.js";
import {
  readSettings
} from "./chunk-KZ5AD3JK.js";
import "./chunk-O3IM6JGH.js";
import "./chunk-VXA2575E.js";
import {
  hostedProviders
} from "./chunk-TW6MWD2I.js";
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
