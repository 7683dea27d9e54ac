import { createRequire as __cr } from 'node:module'; const require = __cr(import.meta.url);
import {
  disagreeing,
  placeOf
} from "./chunk-N2DEFOSI.js";
import {
  code,
  count,
  joinNames,
  nameTest,
  words
} from "./chunk-WSJ3JF5A.js";

// src/core/report/words/change-map-words.ts
var unmovedWords = {
  unnoticed: "no test notices this change",
  "unnoticed-together": "no test notices this change beside others",
  "not-judged": "not judged"
};
function changeMapLine({ maps = [], words: found = [] }) {
  const blamed = new Set(found.flatMap(({ parts }) => parts.map(({ part }) => part.id)));
  const said = maps.flatMap((map) => saidOf(map, blamed));
  if (said.length === 0) return [];
  return [
    ...words("Tests and words: "),
    ...said.flatMap((phrases, index) => index === 0 ? phrases : [...words("; "), ...phrases]),
    ...words(".")
  ];
}
var shown = 3;
function saidOf(map, blamed) {
  const breaking = map.parts.filter(({ part, breaks }) => breaks.length > 0 && !blamed.has(part.id));
  const needed = map.parts.filter(({ needs }) => needs.length > 0);
  const inState = (state) => map.parts.filter((each) => each.state === state).length;
  const [alone, together, links] = [
    inState("unnoticed"),
    inState("unnoticed-together"),
    disagreeing(map).length
  ];
  return [
    ...linked(breaking, "also breaks", ({ breaks }) => breaks),
    ...linked(needed, "is needed by", ({ needs }) => needs),
    ...alone === 0 ? [] : [words(`${count(alone, "changed part")} that no test notices`)],
    ...together === 0 ? [] : [words(`${count(together, "changed part")} that no test notices beside the others`)],
    ...links === 0 ? [] : [words(`${count(links, "stated link")} from a changed part to a test that does not notice it`)]
  ];
}
function linked(parts, said, of) {
  const rest = parts.length - shown;
  return [
    ...parts.slice(0, shown).map((each) => [...code(placeOf(each), 160), ...words(` ${said} `), ...testNames(of(each))]),
    ...rest > 0 ? [words(`the same of ${count(rest, "more part")}`)] : []
  ];
}
function testNames(notices) {
  const tests = [...new Set(notices.map(({ test }) => test))];
  return joinNames(
    tests.map((test) => nameTest(test)),
    shown
  );
}

export {
  unmovedWords,
  changeMapLine
};
