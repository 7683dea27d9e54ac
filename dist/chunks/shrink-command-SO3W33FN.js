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
} from "./chunk-Q6DEEVLC.js";
import "./chunk-Z563FZSP.js";
import "./chunk-L43MTINN.js";
import "./chunk-S253LFKD.js";
import "./chunk-U4VYBYOP.js";
import {
  jsonText
} from "./chunk-4IXD43WJ.js";
import {
  mapLine
} from "./chunk-R2SU23CQ.js";
import "./chunk-3H7OZV74.js";
import "./chunk-IF5ZEEKF.js";
import "./chunk-QOPY6L7X.js";
import "./chunk-VRNSNVJL.js";
import "./chunk-KHUPEOCK.js";
import "./chunk-RQROVOIW.js";
import {
  openCommand,
  openReport
} from "./chunk-42HDIPFS.js";
import "./chunk-AZF5P6P2.js";
import {
  modeOf,
  placesOf
} from "./chunk-YK2ECGN7.js";
import "./chunk-SB2RNLPX.js";
import "./chunk-XI4SCKMP.js";
import "./chunk-L67F2DRG.js";
import "./chunk-DXKT74ZL.js";
import "./chunk-3LXODE2P.js";
import "./chunk-QSBGFYAR.js";
import "./chunk-HY2DO5KP.js";
import "./chunk-WLHQGPMY.js";
import "./chunk-FMC5PRWF.js";
import "./chunk-VLYTUW5B.js";
import "./chunk-7427WVDO.js";
import "./chunk-HDHNNS7B.js";
import "./chunk-XGO2RLFH.js";
import "./chunk-QT7ARZC2.js";
import "./chunk-AR6R6OI5.js";
import "./chunk-QJ2FTIBY.js";
import "./chunk-CYHJZNGT.js";
import "./chunk-UGXMMURH.js";
import "./chunk-UXX42OK3.js";
import "./chunk-CZS2PXSE.js";
import "./chunk-KR76TPJV.js";
import "./chunk-JQKP4VAC.js";
import "./chunk-SR2FHZCC.js";
import "./chunk-PX34MO2T.js";
import "./chunk-HOS52EQB.js";
import "./chunk-XRXDL66P.js";
import "./chunk-ZSD4V5DF.js";
import "./chunk-ZUIFAYG5.js";
import "./chunk-6LWDA2XH.js";
import "./chunk-ELQ2SELH.js";
import "./chunk-IVZNOL5O.js";
import "./chunk-YNKOU3TA.js";
import "./chunk-B2VOQPVL.js";
import "./chunk-BLVKCUNK.js";
import "./chunk-BUSS7IBF.js";
import "./chunk-BAT4GPLN.js";
import "./chunk-JIQY2GBS.js";
import "./chunk-6F7OASPA.js";
import "./chunk-JX7256PS.js";
import "./chunk-MHL7UOGO.js";
import "./chunk-T3L56XLQ.js";
import "./chunk-6TMICQGZ.js";
import "./chunk-ITIH2S3L.js";
import "./chunk-WH65JLMK.js";
import "./chunk-BP7YH5IA.js";
import "./chunk-VOBHNZZQ.js";
import "./chunk-QX26DWQ6.js";
import {
  UserError
} from "./chunk-SULUFCEC.js";
import "./chunk-3QP4H2XG.js";
import "./chunk-GGCEIHBX.js";
import "./chunk-WOCJ3PHM.js";
import "./chunk-NPNODHKJ.js";
import "./chunk-DV7D3JFE.js";
import "./chunk-7GB3NW4C.js";
import "./chunk-DNATSLL5.js";
import "./chunk-4TCD3GWD.js";
import "./chunk-3KUDG6AU.js";
import "./chunk-H7E5KABC.js";
import "./chunk-I5ZENGQ2.js";
import "./chunk-CJKLWDHO.js";
import "./chunk-JPERIC3B.js";
import "./chunk-6CWAJ6GY.js";
import "./chunk-XUWXBFDG.js";
import "./chunk-A7RSTFOV.js";
import "./chunk-7FKCKO5Y.js";
import {
  code,
  markedPhrases,
  prose
} from "./chunk-3V7HRFDH.js";
import {
  count,
  dollars
} from "./chunk-ZICT4WCG.js";
import {
  logText
} from "./chunk-RVTRFKPY.js";
import "./chunk-RD7I5CWG.js";
import "./chunk-Y2JW6ZAN.js";
import "./chunk-XJQEQL4E.js";
import "./chunk-A6QV6Q5Z.js";
import "./chunk-2ODDY6BE.js";
import "./chunk-WXLBPRLK.js";
import "./chunk-Q7I5HJIT.js";
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
