import { createRequire as __cr } from 'node:module'; const require = __cr(import.meta.url);
import {
  harmIn
} from "./chunk-J5GYMS7X.js";
import {
  withStamp
} from "./chunk-BWOT4FZX.js";
import "./chunk-27R2TNPY.js";
import "./chunk-6NPGJV5B.js";
import {
  writeMarkdown
} from "./chunk-OS3IK72S.js";
import "./chunk-Y4O5MXR2.js";
import "./chunk-IAVDIG2U.js";
import "./chunk-X6HJ4QIY.js";
import {
  code,
  count,
  dollars,
  heading,
  nameSpec,
  paragraph,
  table,
  words
} from "./chunk-WSJ3JF5A.js";
import "./chunk-FMJFPCHD.js";
import "./chunk-P6BWDRRG.js";
import "./chunk-TZXIYNRP.js";

// src/core/report/live/live-comment.ts
function renderLiveComment(state, of) {
  const all = blocks(state, of.stamp.head);
  const isHarmless = harmIn(writeMarkdown(all), { repositoryUrl: null }) === null;
  const markdown = writeMarkdown(isHarmless ? all : all.slice(0, 2));
  return withStamp(`${of.marker}

${markdown}`, { ...of.stamp, state: state.kind });
}
function blocks(state, head) {
  const at = code(head, 40);
  switch (state.kind) {
    case "queued":
      return [
        titled("\u23F3 running"),
        paragraph(
          words(
            `${count(state.progress.questions.length, "comparison")} of spec and model, no model asked yet. Commit `
          ),
          at,
          words(".")
        ),
        ...tableOf(state.progress),
        untilThen
      ];
    case "running":
      return [
        titled("\u23F3 running"),
        paragraph(words(`${soFar(state.progress)}. Commit `), at, words(".")),
        ...tableOf(state.progress),
        untilThen
      ];
    case "ended":
      return [
        titled("\u26AA no verdict"),
        paragraph(words("The run failed; the log of its job says why. Commit "), at, words(".")),
        paragraph(words(`It had come to ${soFar(state.progress)}.`))
      ];
    case "superseded":
      return [
        titled("\u23ED\uFE0F superseded"),
        paragraph(
          words("A newer commit was pushed: "),
          code(state.by, 40),
          words(". This run was about "),
          at,
          words(", which is no longer the head of the pull request.")
        )
      ];
  }
}
function titled(state) {
  return heading(`Spec portability \xB7 ${state}`);
}
var untilThen = paragraph(
  words("The verdict will stand here. If the run was cancelled or killed, this is how far it came.")
);
function soFar({ done, planned, calls, usd }) {
  const cost = usd === null ? "cost n/a (a price is unknown)" : dollars(usd);
  return `${done} of the ${count(planned, "sample")} planned so far, ${count(calls, "model call")}, ${cost}`;
}
function tableOf({ questions }) {
  const shown = questions.slice(0, mostRows).map((question) => row(question));
  const rest = questions.length - shown.length;
  if (shown.length === 0) return [];
  return [
    table([words("Spec"), words("Model"), words("Samples so far")], shown),
    ...rest === 0 ? [] : [paragraph(words(`and ${rest} more`))]
  ];
}
var mostRows = 30;
function row(question) {
  return [nameSpec(question.spec), code(question.model, 80), words(samplesOf(question))];
}
function samplesOf({ done, planned, verdict, words: forWords }) {
  if (planned === 0) return "waiting";
  const ended = verdict === null ? "" : ", done";
  return `${done} of ${planned}${ended}${forWords === void 0 ? "" : `; ${forWords} to find the words`}`;
}
export {
  renderLiveComment
};
