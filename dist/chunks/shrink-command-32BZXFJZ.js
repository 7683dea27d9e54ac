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
} from "./chunk-U6W4AQBW.js";
import "./chunk-BWOOPZJJ.js";
import "./chunk-EPECQPP3.js";
import {
  jsonText
} from "./chunk-OSVSF47P.js";
import {
  mapLine
} from "./chunk-N2DEFOSI.js";
import "./chunk-I3VVAFPO.js";
import "./chunk-IF5ZEEKF.js";
import "./chunk-KHUPEOCK.js";
import {
  openCommand,
  openReport
} from "./chunk-YYVCFRIY.js";
import "./chunk-3BO4C2BF.js";
import {
  modeOf,
  placesOf
} from "./chunk-P33PNVVQ.js";
import "./chunk-FDRKQG2W.js";
import "./chunk-MGSJR5M2.js";
import "./chunk-Z5FYRDEC.js";
import "./chunk-KUOKDNTN.js";
import "./chunk-VRNSNVJL.js";
import "./chunk-RQROVOIW.js";
import "./chunk-37CHJOK7.js";
import "./chunk-C26DV424.js";
import "./chunk-27R2TNPY.js";
import "./chunk-6NPGJV5B.js";
import "./chunk-OS3IK72S.js";
import "./chunk-Y4O5MXR2.js";
import "./chunk-IAVDIG2U.js";
import "./chunk-X6HJ4QIY.js";
import {
  UserError,
  code,
  count,
  dollars,
  logText,
  markedPhrases,
  prose
} from "./chunk-WSJ3JF5A.js";
import "./chunk-FMJFPCHD.js";
import "./chunk-P6BWDRRG.js";
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
  return `Cost ${cost} \xB7 ${count(generations, "model call")}, ${reused} \xB7 ${Math.round(seconds)} s`;
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
    await openReport(command);
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
