import { createRequire as __cr } from 'node:module'; const require = __cr(import.meta.url);
import {
  bold,
  code,
  joinNames,
  nameSpec,
  nameTest,
  prose,
  sharedWrites,
  words
} from "./chunk-XCAWQB5Y.js";

// src/core/report/words/change-facts.ts
function withSameWords({ changes, verdicts }) {
  const same = new Set(changes.filter(({ asksTheSame }) => asksTheSame).map(({ name }) => name));
  return verdicts.filter(({ asks, spec }) => asks === "regression" && same.has(spec));
}
function sameTests(summary, verdicts) {
  const changed = new Set(
    summary.changes.filter((change) => change.class !== "tests" && !change.asksTheSame).map(({ name }) => name)
  );
  return verdicts.every(({ asks, spec }) => asks === "regression" && changed.has(spec));
}

// src/core/report/words/warnings.ts
function warnings(summary) {
  return [
    ...alike(summary.red).map((group) => redWarning(group)),
    ...sharedWrites(summary.changes).map((shared) => sharedWarning(shared))
  ];
}
function alike(red) {
  const groups = /* @__PURE__ */ new Map();
  for (const { spec, failing, why } of red) {
    const key = JSON.stringify([failing, why]);
    groups.set(key, { failing, why, specs: [...groups.get(key)?.specs ?? [], spec] });
  }
  return [...groups.values()];
}
function redWarning({ specs, failing, why }) {
  const tests = joinNames(
    failing.map((test) => nameTest(test)),
    5
  );
  return [
    ...bold([
      ...words("The tests of "),
      ...joinNames(specs.map((spec) => nameSpec(spec))),
      ...words(" are red on the base commit already")
    ]),
    ...words(" ("),
    ...prose(why),
    ...words(")."),
    ...failing.length === 0 ? [] : [...words(" Failing: "), ...tests, ...words(".")],
    ...words(" Base is compared with head, never with 100 %.")
  ];
}
function sharedWarning({ specs, files }) {
  const [writing, removed] = specs.length === 2 ? [" both write ", "the other’s code"] : [" all write ", "the code of the others"];
  return [
    ...joinNames(
      specs.map((spec) => nameSpec(spec)),
      5
    ),
    ...words(writing),
    ...joinNames(files.map((file) => code(file, 120))),
    ...words(`: each check removes ${removed}; use `),
    ...code("{name}"),
    ...words(" in "),
    ...code("writes"),
    ...words(".")
  ];
}

export {
  withSameWords,
  sameTests,
  warnings
};
