import { createRequire as __cr } from 'node:module'; const require = __cr(import.meta.url);

// src/core/results/tampered.ts
function isTampered(testRun, excused = noSigns) {
  const { run, guard } = testRun;
  if (run.end.kind !== "exited" || guard === void 0) return false;
  const signs = guard.signs.filter((sign) => !excused.has(sign));
  if (signs.some((sign) => !missingWitnesses.has(sign))) return true;
  return claimsPass(testRun) && signs.length > 0;
}
function claimsPass({ run, report }) {
  const isGreen = run.end.kind === "exited" && run.end.code === 0;
  return isGreen && report !== null && report.cases.every(({ status }) => status !== "failed");
}
function signsWithoutGeneratedCode(trees) {
  const trusted = trees?.own ?? trees?.emptied;
  return new Set(trusted?.guard?.signs);
}
function passesWhenForcedToFail({ report, guard }) {
  if (guard?.poisoned !== true) return false;
  return report?.cases.some(({ status }) => status === "passed") ?? false;
}
function withSign(guard, sign, broken = []) {
  if (sign === null) return guard === null ? {} : { guard };
  const { signs = [], broken: names = [], poisoned = false } = guard ?? {};
  return { guard: { signs: [...signs, sign], broken: [...names, ...broken], poisoned } };
}
var noSigns = /* @__PURE__ */ new Set();
var missingWitnesses = /* @__PURE__ */ new Set(["unguarded", "unsigned", "cut-short"]);

// src/core/results/repeated-tests.ts
function oneRowPerName(cases) {
  const groups = /* @__PURE__ */ new Map();
  for (const each of cases) {
    const group = groups.get(each.id);
    if (group === void 0) groups.set(each.id, [each]);
    else group.push(each);
  }
  if (groups.size === cases.length) return cases;
  return oneRowPerName([...groups.values()].map((group) => rowOf(group)));
}
function rowOf(group) {
  const [first] = group;
  if (group.length === 1) return first;
  const ran = group.filter(({ status }) => status !== "skipped");
  const count = ran.length === 0 ? group.length : ran.length;
  const id = `${first.id} (${count} ${count === 1 ? "test" : "tests"} of this name)`;
  const failed = ran.find(({ status }) => status === "failed");
  return failed === void 0 ? { ...first, status: ran[0]?.status ?? "skipped", id } : { ...failed, id };
}
var rowEnding = / \(\d+ tests? of this name\)$/;
function isRow(id) {
  return rowEnding.test(id);
}
function nameOf(id) {
  return id.replace(rowEnding, "");
}
function statusesIn({ cases }, expected) {
  const statuses = new Map(cases.map(({ id, status }) => [id, status]));
  const missing = expected.filter((id) => !statuses.has(id));
  if (missing.length === 0) return statuses;
  const names = new Set(cases.map(({ id }) => nameOf(id)));
  const miscounted = missing.filter((id) => names.has(nameOf(id)));
  return new Map([...statuses, ...miscounted.map((id) => [id, "failed"])]);
}

export {
  isTampered,
  claimsPass,
  signsWithoutGeneratedCode,
  passesWhenForcedToFail,
  withSign,
  oneRowPerName,
  isRow,
  statusesIn
};
