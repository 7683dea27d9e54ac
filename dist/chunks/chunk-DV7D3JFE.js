import { createRequire as __cr } from 'node:module'; const require = __cr(import.meta.url);

// src/core/results/report-limits.ts
var mebibyte = 1024 * 1024;
var ownRunLimits = { bytes: 256 * mebibyte, tests: 1e6 };
var longestText = 500 * mebibyte;
function cellLimits(ownRun) {
  const { bytes = 0, cases = [] } = ownRun?.report ?? {};
  return {
    bytes: Math.min(longestText, Math.max(16 * mebibyte, 4 * bytes)),
    tests: Math.max(5e4, 4 * cases.length)
  };
}
function tooLargeWords({ file, bytes, limitBytes }) {
  return `its report ${file} has ${inMebibytes(bytes)}, and the limit is ${inMebibytes(limitBytes)}`;
}
function inMebibytes(bytes) {
  return `${Number((bytes / mebibyte).toFixed(1))} MiB`;
}
function overLimitWords({ limit }) {
  return limit === "memory" ? "ran out of memory: its processes and files together may not use more" : "made more files than the sandbox has room for";
}

export {
  ownRunLimits,
  cellLimits,
  tooLargeWords,
  overLimitWords
};
