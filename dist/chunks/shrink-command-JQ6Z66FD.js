import { createRequire as __cr } from 'node:module'; const require = __cr(import.meta.url);
import {
  danglingLine,
  excluded,
  findTargets,
  partOutcomes,
  passes,
  savingLine,
  shrink,
  shrinkClaim,
  shrinkEndNote,
  shrinkResult,
  shrinkTitle,
  writeShrink
} from "./chunk-ZXNC6EFW.js";
import "./chunk-EWOYOFKF.js";
import "./chunk-VEV4HG7H.js";
import {
  openCommand,
  openReport
} from "./chunk-P7S26INA.js";
import {
  modeOf,
  placesOf
} from "./chunk-7LLBOVE7.js";
import "./chunk-HDHNNS7B.js";
import {
  jsonText
} from "./chunk-PGP4XQSS.js";
import {
  mapLine
} from "./chunk-LU2DKLCQ.js";
import "./chunk-PXSNCVPH.js";
import "./chunk-IF5ZEEKF.js";
import "./chunk-MEU2IZKU.js";
import "./chunk-2UBQFCXM.js";
import "./chunk-QEMCEV5Z.js";
import "./chunk-HDW7QO5A.js";
import "./chunk-UZUOIVVL.js";
import "./chunk-EGKPV6DK.js";
import "./chunk-RKT7KPRD.js";
import "./chunk-CMRPWUYX.js";
import "./chunk-GATZEXGM.js";
import "./chunk-RBCLCPT3.js";
import "./chunk-XA34GEMA.js";
import "./chunk-65VCMTRE.js";
import "./chunk-U573HUWY.js";
import "./chunk-NNW5VEUA.js";
import "./chunk-HOS52EQB.js";
import "./chunk-XRXDL66P.js";
import "./chunk-2OLZIXYZ.js";
import "./chunk-3ZAH5GXN.js";
import "./chunk-7BZWKOQR.js";
import {
  code,
  count,
  dollars,
  markedPhrases,
  prose
} from "./chunk-OO6UO2EE.js";
import "./chunk-T3L56XLQ.js";
import {
  logText
} from "./chunk-RVTRFKPY.js";
import "./chunk-RD7I5CWG.js";
import "./chunk-U7WEBYU2.js";
import "./chunk-4TCD3GWD.js";
import "./chunk-XOTWT6AN.js";
import "./chunk-GAFRLJQO.js";
import "./chunk-SD2MCWGB.js";
import "./chunk-BLVKCUNK.js";
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

// src/entry/commands/shrink-command.ts
import { join, relative } from "node:path";

// src/core/report/terminal/shrink.ts
function renderShrink(run, patch) {
  const { skipReason, planned, shrunk, maps } = run;
  const texts = [
    ...skipReason === null ? [] : [markedPhrases(prose(skipReason))],
    ...planned.map((plan) => {
      const whom = `${count(plan.parts, "part")} on ${count(plan.subjects.length, "model")}`;
      const cost = `about ${count(plan.answersOneByOne, "answer")} if each has to be tried by itself, fewer where groups hold`;
      return `${markedPhrases(code(plan.target, 120))}: ${whom}, ${cost}`;
    }),
    ...shrunk.map((each) => {
      const map = maps.find(({ target }) => target === each.target);
      const line = map === void 0 ? [] : mapLine(map);
      return line.length === 0 ? textOf(each) : `${textOf(each)}
${markedPhrases(line)}`;
    }),
    ...patch === null ? [] : [`Next step: read the patch, then apply it: ${markedPhrases(code(`git apply ${patch}`, 400))}`],
    spentText(run)
  ];
  return logText(`${texts.join("\n\n")}
`);
}
function textOf(shrunk) {
  const { offer, parts } = shrunk;
  const counts = partOutcomes.map(
    (outcome) => `${parts.filter((part) => part.outcome === outcome).length} ${outcome.replace("-", " ")}`
  );
  const note = shrinkEndNote(shrunk);
  return [
    markedPhrases(shrinkTitle(shrunk)),
    markedPhrases(shrinkClaim(shrunk)),
    ...offer === null ? [] : [markedPhrases(savingLine(offer.saving))],
    ...(offer?.answers ?? []).map(
      (answer) => `  ${markedPhrases(code(answer.spec, 80))} on ${markedPhrases(code(answer.model, 80))}: ${passes(answer)}, ${excluded(answer)}`
    ),
    ...offer === null || offer.dangling.length === 0 ? [] : [markedPhrases(danglingLine(offer.dangling))],
    `Parts: ${counts.join(", ")}`,
    ...note === null ? [] : [note]
  ].join("\n");
}
function spentText({ spent }) {
  const { usd, generations, cachedGenerations, seconds } = spent;
  const cost = usd === null ? "n/a (a price is unknown)" : dollars(usd);
  const reused = `${count(cachedGenerations, "answer")} reused`;
  return `Cost ${cost} · ${count(generations, "model call")}, ${reused} · ${Math.round(seconds)} s`;
}

// src/entry/commands/shrink-command.ts
async function shrinkCommand(call, of) {
  var _stack = [];
  try {
    const { options } = call;
    const command = __using(_stack, await openCommand(call), true);
    const { ports, request } = command;
    const models = chosen(request.settings.models, of.models);
    const settings = { ...request.settings, models };
    const { head } = request.trigger;
    const targets = await findTargets(ports.repository, { entries: settings.specs, head, named: of.named });
    await openReport(options);
    const run = await shrink(ports, { ...request, settings, targets, mode: modeOf(options) });
    const { directory, report } = placesOf(options);
    const written = await writeShrink(run, report);
    const patch = written === null ? null : relative(directory, join(report, written));
    command.print(options["json"] === true ? jsonText(shrinkResult(run)) : renderShrink(run, patch));
    return 0;
  } catch (_) {
    var _error = _, _hasError = true;
  } finally {
    var _promise = __callDispose(_stack, _error, _hasError);
    _promise && await _promise;
  }
}
function chosen(models, named) {
  if (named.length === 0) return models;
  const unknown = named.find((name) => models.every(({ id }) => id !== name));
  if (unknown === void 0) return models.filter(({ id }) => named.includes(id));
  throw new UserError(
    "CONFIG_INVALID",
    `option \`--model\` is \`${unknown.slice(0, 80)}\`, and the config has no such model.`,
    `Name one of ${models.map(({ id }) => id).join(", ")}.`
  );
}
export {
  shrinkCommand
};
