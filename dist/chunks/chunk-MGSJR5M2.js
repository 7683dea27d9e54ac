import { createRequire as __cr } from 'node:module'; const require = __cr(import.meta.url);
import {
  textsWith
} from "./chunk-37CHJOK7.js";
import {
  dropEvidence,
  estimateInputTokens,
  falseAlarmRate,
  isTooWeak,
  looksTaken,
  passesAt,
  reaches,
  roundedDown,
  strongestEvidence
} from "./chunk-WSJ3JF5A.js";

// src/pipeline/engine/run-end.ts
var nothingEnded = { stopped: /* @__PURE__ */ new Map(), exhaustedCaps: [], lost: [] };
function runEndOf({ watch, ledger, lost, ports, deadline }) {
  const isLate = ports.clock.now() >= deadline;
  return {
    stopped: watch.stoppedModels(),
    exhaustedCaps: [...ledger.refusedBy, ...isLate ? ["minutes"] : []],
    lost: lost.list
  };
}

// src/core/statistics/false-discoveries.ts
function falseDiscoveryRates(comparisons) {
  const ways = comparisons.flat().map(({ least, share }) => ({ least: least / share, share })).toSorted((one, other) => one.least - other.least);
  const descending = comparisons.map((each, index) => ({ p: Math.min(1, ...each.map(({ p, share }) => p / share)), index })).toSorted((one, other) => other.p - one.p);
  const adjusted = Array.from({ length: comparisons.length }, () => 1);
  let tried = ways.reduce((sum, { share }) => sum + share, 0);
  let smallest = 1;
  for (const [place, { p, index }] of descending.entries()) {
    for (let last = ways.at(-1); last !== void 0 && last.least > p; last = ways.at(-1)) {
      tried -= last.share;
      ways.pop();
    }
    if (p < 1) smallest = Math.min(smallest, p * (tried / (comparisons.length - place)));
    adjusted[index] = smallest;
  }
  return adjusted;
}

// src/core/statistics/exact-drop.ts
function exactDrop({
  reference,
  own
}) {
  const samples = own.passed + own.failed;
  const others = reference.passed + reference.failed;
  const passed = own.passed + reference.passed;
  const fewest = Math.max(0, passed - others);
  const chanceOf = (ownPasses) => Math.exp(
    logChoose(samples, ownPasses) + logChoose(others, passed - ownPasses) - logChoose(samples + others, passed)
  );
  let p = 0;
  for (let ownPasses = fewest; ownPasses <= own.passed; ownPasses += 1) p += chanceOf(ownPasses);
  return { p: Math.min(1, p), least: Math.min(1, chanceOf(fewest)) };
}
function logChoose(all, some) {
  return logFactorial(all) - logFactorial(some) - logFactorial(all - some);
}
function logFactorial(count) {
  for (let next = logFactorials.length; next <= count; next += 1)
    logFactorials.push((logFactorials[next - 1] ?? 0) + Math.log(next));
  return logFactorials[count] ?? 0;
}
var logFactorials = [0];

// src/core/clause-map/reference.ts
function referenceOf(each, among) {
  const own = new Set(each.removed);
  const beside = among.filter(({ spec, model }) => spec === each.spec && model === each.model);
  const [nearest] = beside.filter(({ removed }) => removed.length < own.size && removed.every((id) => own.has(id))).toSorted((one, other) => other.removed.length - one.removed.length);
  const lacking = nearest?.removed ?? [];
  const blamed = each.removed.filter((id) => !lacking.includes(id));
  const others = beside.filter(
    ({ removed }) => lacking.every((id) => removed.includes(id)) && !blamed.some((id) => removed.includes(id))
  );
  const near = nearest === void 0 ? fullSamples(beside) : passedWithout(nearest);
  const more = others.filter((other) => other !== nearest).flatMap((other) => passedWithout(other));
  const references = [near, ...more.length === 0 ? [] : [[...near, ...more]]];
  const heads = headLooks(each);
  const tests = each.samples.tests.length;
  return {
    blamed,
    pOf: (test, own2) => references.flatMap(
      (reference) => comparedWith({ test, reference, own: own2, tests, heads }).map((way) => {
        return { ...way, share: way.share / references.length };
      })
    )
  };
}
function comparedWith(of) {
  const { test, reference, own, tests, heads } = of;
  const isSmall = tests < 10;
  const gate = isSmall ? [{ ...gateP(test, { others: reference, mine: own, heads }), share: 0.5 }] : [];
  const shareOfAll = isSmall ? 0.5 : 0.1;
  const all = { share: shareOfAll, isCounted: () => true };
  const shares = isSmall ? [all] : [all, { share: 1 - shareOfAll, isCounted: (passed) => passed.size > 0 }];
  const fisher = shares.flatMap(({ share, isCounted }) => {
    const [others, mine] = [reference.filter(isCounted), own.filter(isCounted)];
    const { p, least } = exactDrop({ reference: tallied(test, others), own: tallied(test, mine) });
    return [{ p: p * heads.length, least: least * heads.length, share }];
  });
  return [...gate, ...fisher];
}
function gateP(test, of) {
  const base = roundedDown(of.others.length);
  if (base === 0) return { p: 1, least: 1 };
  const own = of.mine.map((passed) => passed.has(test));
  const reference = tallied(test, of.others.slice(0, base));
  const failed = reference.failed + own.filter((hasPassed) => !hasPassed).length;
  const plan = of.heads.filter((head) => head <= own.length).map((head) => ({ base, head }));
  const pOf = (passed, mine) => falseAlarmRate(
    of.heads.map((head) => ({ base, head })),
    Math.max(
      0,
      ...plan.map(
        (look) => dropEvidence({ base: passed, head: mine.slice(0, look.head).filter(Boolean).length }, look)
      )
    )
  );
  return {
    p: pOf(reference.passed, own),
    least: pOf(
      base - Math.max(0, failed - own.length),
      own.map((_, index) => index >= failed)
    )
  };
}
function tallied(test, samples) {
  const passed = samples.filter((each) => each.has(test)).length;
  return { passed, failed: samples.length - passed };
}
function headLooks({ looks }) {
  return [...new Set(looks.map(({ head }) => head))];
}
function fullSamples(beside) {
  const lists = beside.map((each) => passedIn(each, "base", looksTaken(each.samples, each.looks).at(-1)));
  return lists.toSorted((one, other) => other.length - one.length)[0] ?? [];
}
function passedWithout(each) {
  return passedIn(each, "head", looksTaken(each.samples, each.looks).at(-1));
}
function passedIn({ samples }, side, look) {
  return Array.from(
    { length: look?.[side] ?? 0 },
    (_, sample) => new Set(samples.tests.filter((series) => series[side][sample] === true).map(({ test }) => test))
  );
}

// src/core/clause-map/map-cells.ts
var falseDiscoveries = 0.1;
function mapCells(samples, rules) {
  const compared = samples.flatMap((each) => comparedTests(each, referenceOf(each, samples), rules));
  const q = falseDiscoveryRates(compared.map(({ p }) => p));
  return compared.map(({ cell, otherwise }, index) => {
    const adjusted = q[index] ?? 1;
    const finding = adjusted <= rules.falseDiscoveries ? "noticed" : otherwise;
    return { ...cell, q: adjusted, finding };
  });
}
function comparedTests(each, { blamed, pOf }, { drop, beta }) {
  const { spec, model, removed, looks: plan, samples } = each;
  const taken = looksTaken(samples, plan);
  const look = taken.at(-1);
  if (look === void 0) return [];
  const own = passedWithout(each);
  return samples.tests.map((series) => {
    const { test } = series;
    const passes = passesAt(series, look);
    const ownP = falseAlarmRate(plan, strongestEvidence(series, taken));
    const isQuiet = ownP > 0.05 && reaches({ plan, look, passes, beta }, drop);
    return {
      cell: {
        removed,
        blamed,
        test,
        on: { spec, model },
        full: { passed: passes.base, failed: look.base - passes.base },
        without: { passed: passes.head, failed: look.head - passes.head }
      },
      p: pOf(test, own),
      otherwise: isTooWeak(passes, look, drop) ? "too-weak" : isQuiet ? "quiet" : "open"
    };
  });
}

// src/core/clause-map/noticing.ts
function noticingOf(part, cells, subjects) {
  const by = noticesOf(part, cells);
  return { state: by.length > 0 ? "noticed" : quietness([part], cells, subjects), by };
}
function quietness(parts, cells, subjects) {
  const texts = textsWithout(parts, cells);
  const isQuiet = (of) => subjects.length > 0 && subjects.every(
    (subject) => of.some(
      ([cell, ...rest]) => cell !== void 0 && isSame(cell.on, subject) && isQuietText([cell, ...rest])
    )
  );
  if (isQuiet(texts.filter(([cell]) => cell?.removed.length === parts.length))) return "unnoticed";
  return isQuiet(texts) ? "unnoticed-together" : "not-judged";
}
function isNeverMoved(test, of) {
  const own = of.cells.filter((cell) => cell.test === test);
  if (own.some(({ finding }) => finding === "noticed")) return false;
  const where = of.subjects.filter((subject) => own.some(({ on }) => isSame(on, subject)));
  return where.every((subject) => {
    const quiet = own.filter(({ on, finding }) => isSame(on, subject) && finding === "quiet");
    const missing = new Set(quiet.flatMap(({ removed }) => removed));
    return of.parts.every((part) => missing.has(part));
  });
}
function noticesOf(part, cells) {
  const found = cells.filter(({ finding, blamed }) => finding === "noticed" && blamed.length === 1 && blamed[0] === part).toSorted((one, other) => one.q - other.q);
  const first = new Map(
    found.toReversed().map((cell) => [`${subjectKey(cell.on)} ${cell.test}`, cell])
  );
  return found.filter((cell) => first.get(`${subjectKey(cell.on)} ${cell.test}`) === cell).map(({ test, on, full, without, q, removed }) => {
    return { test, on, full, without, q, beside: removed.filter((id) => id !== part) };
  });
}
function textsWithout(parts, cells) {
  const texts = /* @__PURE__ */ new Map();
  for (const cell of cells) {
    if (!parts.every((part) => cell.removed.includes(part))) continue;
    const key = `${subjectKey(cell.on)} ${cell.removed.toSorted().join(" ")}`;
    const known = texts.get(key);
    if (known === void 0) texts.set(key, [cell]);
    else known.push(cell);
  }
  return [...texts.values()];
}
function isQuietText(cells) {
  const able = cells.filter(({ finding }) => finding !== "too-weak");
  return able.length > 0 && able.every(({ finding }) => finding === "quiet");
}
function isSame(one, other) {
  return one.spec === other.spec && one.model === other.model;
}
function subjectKey({ spec, model }) {
  return JSON.stringify([spec, model]);
}

// src/core/parts/requirement-number.ts
var requirementNumber = /\b(?:REQ|FR|NFR|AC|SC|US|UC|BR|SR)-(?:[A-Z]{1,8}-)?\d{1,5}(?:\.\d{1,3}){0,3}\b/g;
var beginning = new RegExp(String.raw`^[\s#>|*_\-+\d.)\[\]x:]*${requirementNumber.source}`);
function ownNumber(words) {
  return beginning.exec(words)?.[0].match(requirementNumber)?.[0];
}

// src/core/clause-map/section-of.ts
function aboutOf(part, parts) {
  return part.kind === "heading" ? sectionOf(part, parts).map(({ id }) => id) : [part.id];
}
function sectionOf(heading, parts) {
  const after = parts.slice(parts.indexOf(heading) + 1);
  const end = after.findIndex(
    (part) => part.file !== heading.file || part.kind === "heading" && levelOf(part) <= levelOf(heading)
  );
  return (end < 0 ? after : after.slice(0, end)).filter(({ kind }) => kind !== "heading");
}
function headingText({ present }) {
  return present.trim().split("\n")[0]?.replace(/^#+\s*|\s*#+\s*$/g, "") ?? "";
}
function levelOf({ present }) {
  const text = present.trim();
  const signs = /^#+/.exec(text)?.[0].length;
  return signs ?? (/\n=+$/.test(text) ? 1 : 2);
}

// src/core/clause-map/links-by-number.ts
function linksByNumber(parts) {
  return [...numberedParts(parts), ...criteria(parts)];
}
function numberedParts(parts) {
  const defined = /* @__PURE__ */ new Map();
  const mentioned = /* @__PURE__ */ new Map();
  for (const part of parts) {
    const own = ownNumber(part.present);
    const about = aboutOf(part, parts);
    if (own !== void 0) added(defined, own, about);
    for (const [each] of part.present.matchAll(requirementNumber)) added(mentioned, each, about);
  }
  return [...mentioned].map(([mark, about]) => {
    const inName = new RegExp(`(?<![a-z0-9])${mark.replace(/[-.]/g, "[-_. ]?")}(?!\\.?\\d)`, "i");
    return { mark, parts: [...new Set(defined.get(mark) ?? about)], names: ({ id }) => inName.test(id) };
  });
}
function added(to, key, ids) {
  to.set(key, [...to.get(key) ?? [], ...ids]);
}
function criteria(parts) {
  return parts.flatMap((part) => {
    const requirement = part.kind === "heading" ? /^requirement (\d{1,4})\b/i.exec(headingText(part))?.[1] : void 0;
    if (requirement === void 0) return [];
    return sectionOf(part, parts).flatMap(({ id, present }) => {
      const item = /^\s*(?:\d{1,4}\.)?(\d{1,4})[.)]?\s/.exec(present)?.[1];
      const mark = `${requirement}.${item}`;
      return item === void 0 ? [] : [
        {
          mark: `Requirement ${mark}`,
          parts: [id],
          names: ({ id: test }) => criteriaIn(test).has(mark)
        }
      ];
    });
  });
}
function criteriaIn(test) {
  const lists = test.matchAll(/\breq(?:uirement)?s?[ _:-]*((?:\d{1,4}[._]\d{1,4}(?:\s*,\s*|\s+and\s+)?)+)/gi);
  return new Set(
    [...lists].flatMap(([, list = ""]) => list.match(/\d+[._]\d+/g) ?? []).map((each) => each.replace("_", "."))
  );
}

// src/core/clause-map/plain-words.ts
function wordsOf(text) {
  const words = text.replace(new RegExp("(\\p{Ll})(\\p{Lu})", "gu"), "$1 $2").toLowerCase().match(/[\p{L}\p{N}]+/gu);
  return ` ${(words ?? []).join(" ")} `;
}
function wordCount(words) {
  return words.trim() === "" ? 0 : words.trim().split(" ").length;
}

// src/core/clause-map/links-by-path.ts
var testLink = /\[@test\](?:\(([^()\s]{1,500})\)|[ \t]+(\S{1,500}))/g;
function linksByPath(parts) {
  return parts.flatMap(
    (part, index) => [...part.present.matchAll(testLink)].flatMap(([mark, inLink, bare]) => {
      const [path = "", anchor] = (inLink ?? bare ?? "").split("#");
      const file = path.replace(/^(?:\.{0,2}\/)+/, "");
      const about = aboutOf(isOnlyMarks(part) ? parts[index - 1] ?? part : part, parts);
      return file === "" ? [] : [{ mark, parts: about, names: ({ id }) => isIn(id, file, anchor) }];
    })
  );
}
function isOnlyMarks({ present }) {
  return present.replace(testLink, "").trim() === "";
}
function isIn(test, file, anchor) {
  const [own = "", ...titles] = test.split(" > ");
  const isSameFile = own === file || own.endsWith(`/${file}`);
  return isSameFile && (anchor === void 0 || wordsOf(titles.join(" ")).includes(wordsOf(anchor)));
}

// src/core/clause-map/links-by-title.ts
var titled = /^(?:scenario(?: outline)?|requirement):\s*(\S.*)$/i;
var quoted = /`([^`\n]{1,200})`|"([^"\n]{1,200})"|“([^”\n]{1,200})”/g;
function linksByTitle(parts) {
  return parts.flatMap((part) => {
    const title = part.kind === "heading" ? titled.exec(headingText(part))?.[1] : void 0;
    if (title !== void 0) return marked(headingText(part), title, aboutOf(part, parts));
    return [...part.present.matchAll(quoted)].flatMap(
      ([mark, code, straight, curly]) => namesIn(mark, code ?? straight ?? curly ?? "", aboutOf(part, parts))
    );
  });
}
function marked(mark, title, parts) {
  const words = wordsOf(title);
  const isOneWord = wordCount(words) < 2;
  const names = (test) => isOneWord ? test.title === words : test.words.includes(words);
  return words.trim() === "" ? [] : [{ mark, parts, names }];
}
function namesIn(mark, text, parts) {
  const words = wordsOf(text);
  if (wordCount(words) < 2) return [];
  return [{ mark, parts, names: (test) => test.words === words || test.title === words }];
}

// src/core/clause-map/stated-links.ts
function statedLinks({ parts }, tests) {
  const marks = [...linksByPath(parts), ...linksByTitle(parts), ...linksByNumber(parts)];
  const named = tests.map((id) => {
    return { id, words: wordsOf(id), title: wordsOf(id.split(" > ").at(-1) ?? id) };
  });
  const links = marks.flatMap(
    ({ mark, parts: about, names }) => about.length === 0 ? [] : named.filter((test) => names(test)).map(({ id: test }) => ({ mark, parts: about, test }))
  );
  const first = new Map(links.toReversed().map((link) => [`${link.test} ${link.parts.join(" ")}`, link]));
  return links.filter((link) => first.get(`${link.test} ${link.parts.join(" ")}`) === link);
}

// src/core/clause-map/compared-links.ts
function comparedLinks(cut, measured) {
  const links = statedLinks(cut, measured.tests);
  const stated = links.map((link) => ({ ...link, measured: measuredOf(link, measured) })).toSorted((one, other) => order.indexOf(one.measured) - order.indexOf(other.measured));
  return { stated, unstated: links.length === 0 ? [] : unstatedIn(measured.cells, links) };
}
var order = ["unnoticed", "unnoticed-together", "not-judged", "noticed"];
function measuredOf({ parts, test }, { cells, subjects }) {
  const linked = new Set(parts);
  const own = cells.filter((cell) => cell.test === test);
  const where = subjects.filter((subject) => own.some(({ on }) => isSame(on, subject)));
  const isNoticed = own.some(
    ({ finding, blamed }) => finding === "noticed" && blamed.every((id) => linked.has(id))
  );
  if (isNoticed) return "noticed";
  const all = quietness(parts, own, where);
  if (all !== "not-judged") return all;
  const each = parts.map((part) => quietness([part], own, where));
  return each.every((state) => state === "unnoticed") ? "unnoticed" : "not-judged";
}
function unstatedIn(cells, links) {
  const linkedParts = new Set(links.flatMap(({ parts }) => parts));
  const linkedTests = new Set(links.map(({ test }) => test));
  const pairs = new Set(links.flatMap(({ parts, test }) => parts.map((part) => `${part} ${test}`)));
  const found = /* @__PURE__ */ new Map();
  for (const { blamed, test, finding } of cells) {
    const [part, ...others] = blamed;
    if (finding !== "noticed" || part === void 0 || others.length > 0) continue;
    const key = `${part} ${test}`;
    const isNearALink = linkedParts.has(part) || linkedTests.has(test);
    if (isNearALink && !pairs.has(key)) found.set(key, { part, test });
  }
  return [...found.values()];
}

// src/core/clause-map/clause-map.ts
function clauseMap({ target, cut, samples, rules, withHeadings = false }) {
  const asked = new Set(
    cut.parts.flatMap(({ id, kind }) => kind === "heading" && !withHeadings ? [] : [id])
  );
  const own = samples.map((each) => ({ ...each, removed: each.removed.filter((id) => asked.has(id)) })).filter(({ removed }) => removed.length > 0).toSorted((one, other) => orderKey(one) < orderKey(other) ? -1 : 1);
  const cells = mapCells(own, rules);
  const subjects = subjectsOf(own);
  const tests = [...new Set(cells.map(({ test }) => test))];
  return {
    target,
    texts: textsWith(cut, () => true),
    subjects,
    tests,
    rules,
    parts: cut.parts.filter(({ id }) => asked.has(id)).map((part) => ({
      part,
      tokens: estimateInputTokens(part.present),
      ...noticingOf(part.id, cells, subjects)
    })),
    groups: noticedGroups(cells),
    unmoved: tests.filter((test) => isNeverMoved(test, { cells, subjects, parts: [...asked] })),
    links: comparedLinks(cut, { cells, tests, subjects })
  };
}
function orderKey({ spec, model, removed }) {
  return JSON.stringify([removed.length + 1e3, removed.toSorted(), spec, model]);
}
function subjectsOf(samples) {
  return samples.filter((one, index) => samples.findIndex((other) => isSame(one, other)) === index).map(({ spec, model }) => ({ spec, model }));
}
function noticedGroups(cells) {
  const found = cells.filter(({ finding }) => finding === "noticed").toSorted((one, other) => one.blamed.length - other.blamed.length);
  const kept = [];
  for (const { blamed, test, on } of found) {
    const own = new Set(blamed);
    const isKnown = kept.some(
      (other) => other.test === test && isSame(other.on, on) && other.parts.every((part) => own.has(part))
    );
    if (!isKnown) kept.push({ parts: blamed, test, on });
  }
  return kept.filter(({ parts }) => parts.length > 1);
}

export {
  isSame,
  requirementNumber,
  ownNumber,
  falseDiscoveries,
  clauseMap,
  nothingEnded,
  runEndOf
};
