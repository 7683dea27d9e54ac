import { createRequire as __cr } from 'node:module'; const require = __cr(import.meta.url);
import {
  resultText,
  tamperedCounts
} from "./chunk-OSVSF47P.js";
import {
  harmInText
} from "./chunk-J5GYMS7X.js";
import {
  changeMapLine
} from "./chunk-62MT6X5Y.js";
import {
  baseToHead,
  checksOf,
  likely,
  meaningOf,
  rowsBehind,
  unprovedLine,
  wordsOfPart
} from "./chunk-N2DEFOSI.js";
import {
  encodedPath,
  foundBehind,
  headLines,
  isBlocking,
  mostSevereFirst
} from "./chunk-I3VVAFPO.js";
import {
  writeResultFile
} from "./chunk-FDRKQG2W.js";
import {
  additionalKindOf,
  commandFree,
  count,
  digest,
  plainPhrases,
  plainText,
  rate,
  testRate,
  withoutSecrets,
  writeDurably
} from "./chunk-WSJ3JF5A.js";
import {
  XMLValidator,
  json2xml_default
} from "./chunk-QAKTEOWQ.js";

// src/adapters/report-files/write-report.ts
import { join } from "node:path";

// src/core/report/machine/file-text.ts
function fileText(text, max = 300) {
  const allowed = plainText(text, max).replaceAll(/[\uFFFE\uFFFF]/g, "\uFFFD");
  return allowed === "" ? "(empty)" : commandFree(allowed);
}

// src/core/report/machine/junit-suite.ts
function suiteOf(summary, verdict, as) {
  const place = `comparison ${as.index + 1}`;
  const suite = as.name(place, `${verdict.spec} on ${verdict.model}${besides(verdict)}`);
  const rows = rowsBehind(summary, verdict);
  const cases = [
    { "@name": "(verdict)", "@classname": suite, ...untimed, ...verdictResult(summary, verdict, as.name) },
    ...rows.map((row, index) => ({
      "@name": as.name(`test ${index + 1}`, row.test),
      "@classname": suite,
      ...untimed,
      ...testResult(row, verdict, isBlocking(summary, verdict))
    }))
  ];
  return {
    "@name": suite,
    "@tests": cases.length,
    "@failures": cases.filter((each) => "failure" in each).length,
    "@errors": 0,
    "@skipped": cases.filter((each) => "skipped" in each).length,
    ...untimed,
    properties: { property: propertiesOf(summary, verdict, as.name) },
    testcase: cases
  };
}
function besides({ asks, insteadOf }) {
  if (insteadOf !== void 0) return ` instead of ${insteadOf}`;
  return additionalKindOf(asks) === void 0 ? "" : ` (${asks})`;
}
var untimed = { "@time": 0 };
function verdictResult(summary, verdict, name) {
  const told = `${verdict.verdict}: ${baseToHead(verdict)}`;
  const why = verdict.why === null ? "" : `; ${name("the reason is in result.json", verdict.why)}`;
  if (isBlocking(summary, verdict)) return failed(verdict, `${told}${why}`);
  if (verdict.verdict === "inconclusive" || verdict.verdict === "base-too-weak")
    return { skipped: { "@message": `${told}${why}` } };
  return { "system-out": told };
}
function testResult(row, verdict, blocks) {
  const { base, head } = row.byQuestion.get(verdict.question) ?? { base: null, head: null };
  const before = testRate(base);
  if (head === null || head.passed + head.failed === 0) {
    const why = row.on === "base-only" ? "the test is gone on head" : "it did not run on head";
    return { skipped: { "@message": `${why}; base ${before}` } };
  }
  const told = `${before} \u2192 ${rate(head)}`;
  if (!blocks || !verdict.brokenTests.includes(row.test)) return { "system-out": told };
  return failed(verdict, `${told}${verdict.unconfirmed ? " (unconfirmed)" : ""}`);
}
function failed(verdict, message) {
  return { failure: { "@message": message, "@type": verdict.verdict, "#text": message } };
}
function propertiesOf(summary, verdict, name) {
  const tampered = tamperedCounts(summary, verdict);
  const properties = {
    spec: name("spec", verdict.spec),
    model: name("model", verdict.model),
    asks: verdict.asks,
    ...verdict.insteadOf === void 0 ? {} : { "instead-of": name("model", verdict.insteadOf) },
    verdict: verdict.verdict,
    base: verdict.base === null ? "" : rate(verdict.base),
    head: rate(verdict.head),
    unmeasured: String((verdict.base?.unmeasured ?? 0) + verdict.head.unmeasured),
    drop: verdict.drop === null ? "" : String(verdict.drop.estimate),
    p: verdict.p === null ? "" : String(verdict.p),
    excludes: verdict.excludes === null ? "" : String(verdict.excludes),
    tampered: String(tampered.base + tampered.head),
    ...summary.trigger.kind === "audit" ? {} : { "base-commit": name("commit", summary.trigger.base) },
    "head-commit": name("commit", summary.trigger.head),
    ...trustOf(summary)
  };
  return Object.entries(properties).map(([key, value]) => ({ "@name": key, "@value": value }));
}
function trustOf({ settings }) {
  const sandbox = settings.isolation ?? settings.sandbox;
  return settings.controls === void 0 ? { sandbox } : { sandbox, controls: settings.controls };
}

// src/core/report/machine/junit.ts
function renderJunit(summary, name = (_, text) => fileText(text)) {
  const xml = documentOf(summary, name);
  return isHarmless(xml) ? xml : documentOf(summary, (place) => place);
}
function isHarmless(xml) {
  return harmInText(xml) === null && XMLValidator.validate(xml) === true;
}
function documentOf(summary, name) {
  const suites = summary.verdicts.map((verdict, index) => suiteOf(summary, verdict, { index, name }));
  const total = (of) => suites.reduce((sum, suite) => sum + of(suite), 0);
  return builder.build({
    "?xml": { "@version": "1.0", "@encoding": "UTF-8" },
    testsuites: {
      "@name": "spec portability",
      "@tests": total((suite) => suite["@tests"]),
      "@failures": total((suite) => suite["@failures"]),
      "@errors": 0,
      "@skipped": total((suite) => suite["@skipped"]),
      "@time": summary.spent.seconds,
      testsuite: suites
    }
  });
}
var builder = new json2xml_default({
  ignoreAttributes: false,
  attributeNamePrefix: "@",
  format: true,
  suppressEmptyNode: true,
  // A test may be called "true"; its name must not be dropped as if it were a flag.
  suppressBooleanAttributes: false
});

// src/core/report/machine/sarif.ts
function renderSarif(summary, write = sarifText) {
  const fingerprints = fingerprintsOf(summary.verdicts);
  const results = mostSevereFirst(summary.verdicts).flatMap(
    (verdict) => resultOf(summary, verdict, { write, fingerprint: fingerprints.get(verdict.question) })
  ).slice(0, maxResults);
  const log = {
    version: "2.1.0",
    $schema: "https://json.schemastore.org/sarif-2.1.0.json",
    runs: [
      {
        tool: { driver: { name: "spec-portability", rules: [...rules] } },
        automationDetails: { id: "spec-portability/" },
        columnKind: "utf16CodeUnits",
        ...invocationOf(summary),
        results
      }
    ]
  };
  return `${JSON.stringify(log, null, 2)}
`;
}
function invocationOf(summary) {
  const text = unprovedLine(summary);
  if (text === null) return {};
  return {
    invocations: [
      {
        executionSuccessful: true,
        toolExecutionNotifications: [{ level: "note", message: { text } }]
      }
    ]
  };
}
var maxResults = 5e3;
var maxRelated = 50;
function rule(id, short, full) {
  return {
    id,
    name: id.replaceAll(/(?:^|-)([a-z])/g, (_, letter) => letter.toUpperCase()),
    shortDescription: { text: short },
    fullDescription: { text: full },
    help: { text: `${full} The counts behind it are in result.json of the same run.` },
    defaultConfiguration: { level: id === "regressed" ? "error" : "warning" },
    properties: { tags: ["spec-portability"] }
  };
}
var rules = [
  rule(
    "regressed",
    "The spec edit breaks a model",
    "Code that this model generates from the new text passes its tests less often than code from the old text."
  ),
  rule(
    "not-portable",
    "The new spec does not work on a model",
    "Code that this model generates from the new spec fails its tests too often."
  ),
  rule(
    "suspected",
    "The spec edit may break a model",
    "Code from the new text failed more often on this model; the evidence is too thin to be sure."
  )
];
function ruleOf({ verdict }) {
  return verdict === "regressed" || verdict === "not-portable" || verdict === "suspected" ? verdict : null;
}
function resultOf(summary, verdict, {
  write,
  fingerprint = ""
}) {
  const ruleId = ruleOf(verdict);
  const [first, ...others] = locationsOf(summary, verdict);
  if (ruleId === null || first === void 0) return [];
  return [
    {
      ruleId,
      level: isBlocking(summary, verdict) ? "error" : "warning",
      message: { text: messageOf(summary, verdict, write) },
      locations: [first],
      ...others.length > 0 ? { relatedLocations: others.map((place, index) => ({ id: index + 1, ...place })) } : {},
      // Not primaryLocationLineHash: GitHub's upload computes that one from the file and warns about any other value.
      partialFingerprints: { "specPortability/v1": fingerprint },
      properties: {
        verdict: verdict.verdict,
        base: verdict.base,
        head: verdict.head,
        drop: verdict.drop,
        p: verdict.p,
        unconfirmed: verdict.unconfirmed
      }
    }
  ];
}
function fingerprintsOf(verdicts) {
  const counts = /* @__PURE__ */ new Map();
  return new Map(
    verdicts.map((verdict) => {
      const named = [ruleOf(verdict), verdict.asks, verdict.spec, verdict.model];
      const print = digest(named);
      const before = counts.get(print) ?? 0;
      counts.set(print, before + 1);
      return [verdict.question, before === 0 ? print : digest([...named, before])];
    })
  );
}
function locationsOf(summary, verdict) {
  const found = foundBehind(summary, verdict);
  if (found !== null)
    return found.parts.slice(0, maxRelated).flatMap(({ part }) => locationOf(part.file, part.lines, part.columns));
  if (verdict.culprit.length > 0)
    return verdict.culprit.slice(0, maxRelated).flatMap((hunk) => locationOf(hunk.file, headLines(hunk)));
  const change = summary.changes.find(({ name }) => name === verdict.spec);
  const [file] = change?.head?.files ?? [];
  return file === void 0 ? [] : locationOf(file.path, [1, 1]);
}
function locationOf(file, [startLine, endLine], columns) {
  const uri = encodedPath(file);
  return uri === null ? [] : [
    {
      physicalLocation: {
        artifactLocation: { uri, uriBaseId: "%SRCROOT%" },
        region: {
          ...{ startLine, endLine },
          ...columns === void 0 ? {} : { startColumn: columns[0], endColumn: columns[1] }
        }
      }
    }
  ];
}
function messageOf(summary, verdict, write) {
  const found = foundBehind(summary, verdict);
  const map = plainPhrases(changeMapLine(ofSpec(summary, verdict)));
  const writtenBy = (by) => `${written(verdict, found, by)}${map === "" ? "" : ` ${by(map, 600)}`}`;
  const message = writtenBy(write);
  return harmInMessage(message) === null ? message : writtenBy(() => "(withheld)");
}
function ofSpec(summary, { spec, verdict }) {
  const maps = summary.maps?.filter((map) => map.spec === spec) ?? [];
  return { ...summary, maps: verdict === "regressed" ? maps : [] };
}
function sarifText(text, max) {
  return fileText(text, max).replaceAll("@", "\uFF20").replaceAll(/(?<=:)\/(?=\/)/g, "\u2044").replaceAll(/[\\[\]]/g, (character) => `\\${character}`).replaceAll(/[{}]/g, (character) => character + character);
}
function harmInMessage(message) {
  const plain = message.replaceAll(/\\[\\[\]]|\{\{|\}\}/g, "");
  if (/[[\]]/.test(plain)) return "a link";
  if (/[{}]/.test(plain)) return "a placeholder";
  if (message.includes("@")) return "a mention";
  return message.includes("://") ? "an address" : harmInText(message);
}
function written(verdict, found, write) {
  const { brokenTests, unconfirmed, culprit } = verdict;
  const tests = brokenTests.slice(0, 3).map((test) => write(test, 120));
  const rest = brokenTests.length - tests.length;
  const more = rest > 0 ? ` and ${count(rest, "more test")}` : "";
  const doubt = unconfirmed ? " (unconfirmed)" : "";
  const failing = tests.length === 0 ? "" : ` Failing: ${tests.join("; ")}${more}${doubt}.`;
  const hunks = culprit.length > 1 ? ` One of ${culprit.length} changed hunks is the cause.` : "";
  const cause = found === null ? hunks : ` ${writtenWords(found, write)}`;
  const subject = `${write(verdict.spec, 80)} on ${write(verdict.model, 80)}`;
  return `${subject} ${verdict.verdict}: ${baseToHead(verdict)}.${failing}${cause}`;
}
function writtenWords(found, write) {
  const [first, ...others] = found.parts;
  if (first === void 0) return "";
  const { kind, text } = wordsOfPart(first.part);
  const quote = `${kind === "removed" ? "without " : ""}\u201C${write(text, 160)}\u201D`;
  const rest = others.length === 0 ? "" : ` or one of ${count(others.length, "other part")}`;
  const checks = checksOf(found);
  const measured = `${likely(first.probability)}${checks === "" ? "" : `; ${checks}`}`;
  return `The words: ${quote}${rest} (${measured}). ${plainPhrases(meaningOf(found))}`;
}

// src/adapters/report-files/write-report.ts
var resultName = "result.json";
async function writeReport(summary, to) {
  const result = withoutSecrets(resultText(summary));
  const files = {
    [resultName]: result,
    "junit.xml": withoutSecrets(renderJunit(summary)),
    "results.sarif": withoutSecrets(renderSarif(summary))
  };
  for (const [name, text] of Object.entries(files)) await writeDurably(to.directory, name, Buffer.from(text));
  if (to.extra !== null) await writeResultFile(to.extra, result);
  return join(to.directory, resultName);
}

export {
  writeReport
};
