import { createRequire as __cr } from 'node:module'; const require = __cr(import.meta.url);
import {
  bytes,
  renderComment,
  renderDocument,
  writeHtml
} from "./chunk-FVSSU63J.js";
import {
  outputsOf
} from "./chunk-YYYORIHS.js";
import {
  writeReport
} from "./chunk-SA7LYKUL.js";
import "./chunk-OSVSF47P.js";
import "./chunk-J5GYMS7X.js";
import "./chunk-62MT6X5Y.js";
import {
  baseToHead,
  checksOf,
  countsLine,
  likely,
  meaningOf,
  quoteWords,
  wordsOfPart
} from "./chunk-N2DEFOSI.js";
import {
  culprits,
  guessedAt,
  headLines,
  isBlocking,
  wordsBehind
} from "./chunk-I3VVAFPO.js";
import "./chunk-IF5ZEEKF.js";
import {
  commentMarker
} from "./chunk-BWOT4FZX.js";
import "./chunk-KHUPEOCK.js";
import "./chunk-FDRKQG2W.js";
import "./chunk-QUDMBABV.js";
import "./chunk-KUOKDNTN.js";
import "./chunk-VRNSNVJL.js";
import "./chunk-RQROVOIW.js";
import "./chunk-27R2TNPY.js";
import "./chunk-6NPGJV5B.js";
import "./chunk-OS3IK72S.js";
import "./chunk-Y4O5MXR2.js";
import "./chunk-IAVDIG2U.js";
import "./chunk-X6HJ4QIY.js";
import {
  count,
  markedPhrases,
  nameModel,
  plainPhrases,
  plainText
} from "./chunk-WSJ3JF5A.js";
import "./chunk-FMJFPCHD.js";
import "./chunk-QAKTEOWQ.js";
import "./chunk-P6BWDRRG.js";
import "./chunk-TZXIYNRP.js";

// src/entry/action/publish-check.ts
import { resolve } from "node:path";

// src/core/report/markdown/job-summary.ts
function renderJobSummary(summary, options) {
  return renderDocument(summary, options, {
    head: "",
    rows: 200,
    mostRows: Number.POSITIVE_INFINITY,
    open: true,
    // GitHub drops a step's summary over 1 MiB, and a step may hold other text besides ours.
    limit: 1e6,
    size: bytes
  });
}

// src/core/report/markdown/check-run.ts
function renderCheckRun(summary, options) {
  return {
    name: options.name,
    headSha: summary.trigger.head,
    externalId: repeatableId(summary),
    conclusion: summary.conclusion,
    title: countsLine(summary),
    // GitHub's limit is 65,535. We count bytes to be on the safe side.
    summary: renderDocument(summary, options, {
      head: "",
      rows: 60,
      mostRows: 200,
      open: false,
      limit: 65e3,
      size: bytes
    }),
    // GitHub takes 50 annotations per request, and hardly shows more.
    annotations: [
      ...wordsBehind(summary).flatMap(
        (group) => group.parts.map((part) => annotateWords(summary, group, part))
      ),
      ...culprits(summary).map((hunk) => annotate(summary, hunk))
    ].slice(0, 50)
  };
}
function repeatableId({ verdictId, models }) {
  return models.some(({ isMisconfigured }) => isMisconfigured) ? void 0 : verdictId;
}
function annotateWords(summary, { cells, parts }, { part }) {
  const [startLine, endLine] = part.lines;
  const quote = markedPhrases(quoteWords(wordsOfPart(part)));
  const isOne = parts.length === 1;
  return {
    path: part.file,
    startLine,
    endLine,
    ...headOf(
      summary,
      cells.map(({ verdict }) => verdict)
    ),
    message: [
      isOne ? quote : `One of ${parts.length} parts, perhaps this one: ${quote}`,
      ...cells.slice(0, 10).flatMap(({ verdict, found }) => {
        const share = found.parts.find((each) => each.part.id === part.id);
        const checks = isOne || share === found.parts[0] ? checksOf(found) : "";
        return [
          messageLine(summary, verdict),
          [
            ...share === void 0 || found.end === "one-part" ? [] : [likely(share.probability)],
            ...checks === "" ? [] : [checks],
            plainPhrases(meaningOf(found))
          ].join(". ")
        ];
      }),
      ...more(cells.length - 10)
    ].join("\n")
  };
}
function annotate(summary, hunk) {
  const blaming = guessedAt(summary).filter(
    (verdict) => verdict.culprit.some((culprit) => isSame(culprit, hunk))
  );
  const severalHunks = blaming.some((verdict) => verdict.culprit.length > 1);
  const [startLine, endLine] = headLines(hunk);
  return {
    path: hunk.file,
    startLine,
    endLine,
    ...headOf(summary, blaming),
    message: [
      severalHunks ? "One of several changes, perhaps this one:" : "These changed words:",
      ...blaming.slice(0, 10).map((verdict) => messageLine(summary, verdict)),
      ...more(blaming.length - 10)
    ].join("\n")
  };
}
function headOf(summary, blaming) {
  const regressed = blaming.some((verdict) => verdict.verdict === "regressed");
  const models = new Set(blaming.map((verdict) => verdict.model)).size;
  return {
    level: blaming.some((verdict) => isBlocking(summary, verdict)) ? "failure" : "warning",
    title: `${regressed ? "Regressed" : "Suspected"} on ${count(models, "model")}`
  };
}
function more(rest) {
  return rest > 0 ? [`and ${rest} more`] : [];
}
function messageLine(summary, verdict) {
  const tests = verdict.brokenTests.slice(0, 3).map((test) => plainText(test, 120));
  const failing = tests.length === 0 ? "" : `, e.g. ${tests.join("; ")}${verdict.unconfirmed ? " (unconfirmed)" : ""}`;
  return `${plainPhrases(nameModel(summary, verdict.model))} ${verdict.verdict}: ${baseToHead(verdict)}${failing}`;
}
function isSame(one, other) {
  return one.file === other.file && one.headStart === other.headStart && one.baseStart === other.baseStart;
}

// src/pipeline/check/publish.ts
async function publish(summary, to) {
  await publishCheckRun(summary, to);
  if (to.live === null) return { commentUrl: null, fallback: null };
  const body = renderComment(summary, { ...to.options, marker: to.marker });
  const published = await to.live.end({ body, create: to.comment === "always" || hasNews(summary) });
  warnIfFailed(published, "comment", to.log);
  return {
    commentUrl: published.kind === "published" ? published.url : null,
    fallback: published.kind === "failed" ? body : null
  };
}
async function publishCheckRun(summary, to) {
  if (to.checkRun === "never" || !hasNews(summary)) return;
  const published = await to.review.checkRun(renderCheckRun(summary, { ...to.options, name: to.checkName }));
  warnIfFailed(published, "check run", to.log);
}
function hasNews({ changes, verdicts, skipReason, repeats }) {
  return changes.length > 0 || verdicts.length > 0 || skipReason !== null || repeats !== void 0;
}
function warnIfFailed(published, what, log) {
  if (published.kind === "failed") log.warn(`the ${what} could not be published: ${published.why}`);
}

// src/entry/action/publish-check.ts
async function publishCheck(checked, to) {
  const { options, runtime } = to;
  const { summary } = checked;
  const directory = resolve(options.workspace, options.reportDir);
  const resultFile = await writeReport(summary, { directory, extra: null });
  const { repositoryUrl, runUrl } = options;
  await writeHtml(checked, directory, { repository: options.github.repository, repositoryUrl, runUrl });
  const shown = { repositoryUrl, runUrl, reportHint: null };
  const { commentUrl, fallback } = await publish(summary, {
    review: to.review,
    log: to.log,
    live: to.live,
    marker: commentMarker(options.commentKey),
    comment: options.comment,
    checkRun: options.checkRun,
    checkName: to.checkName,
    options: shown
  });
  const hasPage = await runtime.writeSummary(renderJobSummary(summary, shown));
  if (fallback !== null || !hasPage)
    await runtime.printUntrusted(fallback ?? renderJobSummary(summary, shown));
  await runtime.setOutputs(outputsOf(summary, { reportDir: directory, resultFile, commentUrl }));
}
export {
  publishCheck
};
