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
} from "./chunk-46RN6PVX.js";
import "./chunk-V3ZLVNJ5.js";
import {
  openCommand,
  openReport
} from "./chunk-AX2RMTV3.js";
import {
  modeOf,
  placesOf
} from "./chunk-3ZUBQAH2.js";
import "./chunk-HDHNNS7B.js";
import "./chunk-4323RQO3.js";
import "./chunk-YMAZG3PC.js";
import "./chunk-3LXODE2P.js";
import "./chunk-PLLJ4DRJ.js";
import "./chunk-CEO2QKFO.js";
import "./chunk-BJNLZA3B.js";
import "./chunk-LM3P2XXA.js";
import "./chunk-Q6T5YY5K.js";
import "./chunk-3Z4XQLLN.js";
import "./chunk-BP7C7KWG.js";
import "./chunk-NJCM52RN.js";
import "./chunk-FKVLOH4F.js";
import "./chunk-6F7OASPA.js";
import "./chunk-YGAXN3UQ.js";
import "./chunk-R5F4Q2QF.js";
import "./chunk-6CWAJ6GY.js";
import "./chunk-32IZS3MF.js";
import "./chunk-HOS52EQB.js";
import "./chunk-XRXDL66P.js";
import "./chunk-66JJLLP5.js";
import "./chunk-SHRXANNT.js";
import "./chunk-T3L56XLQ.js";
import {
  jsonText
} from "./chunk-O2FIJKBD.js";
import "./chunk-P2P2WVOM.js";
import "./chunk-AFFMP5ZP.js";
import "./chunk-WH65JLMK.js";
import "./chunk-X4I77YKT.js";
import {
  mapLine
} from "./chunk-GZY2JBHJ.js";
import "./chunk-4A6XRLDF.js";
import "./chunk-IF5ZEEKF.js";
import "./chunk-ZVDP66US.js";
import "./chunk-7IHUFODW.js";
import "./chunk-LBPJZCDF.js";
import "./chunk-7BZWKOQR.js";
import "./chunk-PR2WU2MP.js";
import "./chunk-PKHYIDDD.js";
import "./chunk-4TCD3GWD.js";
import "./chunk-HWESQXZ2.js";
import "./chunk-GAFRLJQO.js";
import "./chunk-PSOCJK5S.js";
import "./chunk-BLVKCUNK.js";
import "./chunk-QX26DWQ6.js";
import {
  UserError
} from "./chunk-SULUFCEC.js";
import "./chunk-I5ZENGQ2.js";
import "./chunk-XUWXBFDG.js";
import "./chunk-KRVARZLM.js";
import "./chunk-A7RSTFOV.js";
import "./chunk-3BHUGO3C.js";
import "./chunk-QUXYIG33.js";
import {
  count,
  dollars
} from "./chunk-VGOE2UIS.js";
import "./chunk-RD7I5CWG.js";
import {
  markedPhrases
} from "./chunk-K4PPAGNS.js";
import {
  code,
  prose
} from "./chunk-EQ7ANNIY.js";
import {
  logText
} from "./chunk-RVTRFKPY.js";
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
