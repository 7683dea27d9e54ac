import { createRequire as __cr } from 'node:module'; const require = __cr(import.meta.url);
import {
  commandFree,
  plainText
} from "./chunk-RVTRFKPY.js";

// src/core/report/words/phrases.ts
function words(value) {
  return [{ type: "text", value }];
}
function bold(phrases) {
  return [{ type: "strong", children: [...phrases] }];
}
function heading(value) {
  return { type: "heading", depth: 3, children: [...words(value)] };
}
function small(phrases) {
  const mark = (value) => ({ type: "html", value });
  return { type: "paragraph", children: [mark("<sub>"), ...phrases, mark("</sub>")] };
}
function link(url, phrases) {
  return [{ type: "link", url, children: [...phrases] }];
}
function paragraph(...phrases) {
  return { type: "paragraph", children: phrases.flat() };
}
function bullets(items) {
  return {
    type: "list",
    ordered: false,
    spread: false,
    children: items.map((item) => ({
      type: "listItem",
      spread: false,
      children: [{ type: "paragraph", children: [...item] }]
    }))
  };
}
function caution(...phrases) {
  const name = [{ type: "html", value: "[!CAUTION]" }, ...words("\n")];
  return {
    type: "blockquote",
    children: [{ type: "paragraph", children: [...name, ...phrases.flat()] }]
  };
}
function table(header, rows) {
  const cells = (row) => row.map((phrases) => ({ type: "tableCell", children: [...phrases] }));
  return {
    type: "table",
    children: [header, ...rows].map((row) => ({ type: "tableRow", children: cells(row) }))
  };
}
function folded(title, blocks, options) {
  return [
    { type: "html", value: `<details${options.open ? " open" : ""}>
<summary>${title}</summary>` },
    ...blocks,
    { type: "html", value: "</details>" }
  ];
}
function markedPhrases(phrases) {
  return phrases.map((phrase) => {
    if (phrase.type === "inlineCode") return `\`${phrase.value}\``;
    return "children" in phrase ? markedPhrases(phrase.children) : plainPhrases([phrase]);
  }).join("");
}
function plainPhrases(phrases) {
  return phrases.map((phrase) => {
    if ("children" in phrase) return plainPhrases(phrase.children);
    return "value" in phrase ? phrase.value : "";
  }).join("");
}

// src/core/report/words/prose.ts
function code(text, max = 100) {
  const value = commandFree(plainText(text, max)).replaceAll(/(?<=\\)\|/g, "¦");
  return [{ type: "inlineCode", value: value === "" ? "(empty)" : value }];
}
function prose(text, max = 400) {
  const phrases = plainText(text, max).split(/`([^`]+)`/).flatMap((part, index) => index % 2 === 1 ? code(part, max) : proseWords(part));
  return apart(phrases);
}
function apart(phrases) {
  return phrases.flatMap((phrase, index) => {
    const follows = phrase.type === "inlineCode" && phrases[index - 1]?.type === "inlineCode";
    return follows ? [{ type: "text", value: " " }, phrase] : [phrase];
  });
}
function proseWords(part) {
  return part.split(/( )/).filter((word) => word !== "").flatMap(
    (word) => word === " " || isPlainWord(word) ? [{ type: "text", value: word }] : codeWord(word)
  );
}
function codeWord(word) {
  const [, name = word, mark = ""] = /^(.*[\p{L}\p{N}])([.,])$/u.exec(word) ?? [];
  const span = code(name, name.length);
  return mark === "" ? span : [...span, { type: "text", value: mark }];
}
function isPlainWord(word) {
  const plain = new RegExp(`^[("“‘]*(?:\\p{L}+(?:['’-]\\p{L}+)*|\\d{1,6}(?:[.,/]\\d{1,6})?%?|[–—×+-])(?:[)"”’,.;:!?…]+|['’])?$`, "u");
  return /^[,.;!?)]$/.test(word) || plain.test(word) && !/[0-9a-f]{7}/i.test(word);
}

// src/core/report/words/naming.ts
function nameModel(summary, id) {
  return [...code(shortName(summary, id), 80), ...simulatedLabel(summary, id)];
}
function boldModel(summary, id) {
  return [...bold(code(shortName(summary, id), 80)), ...simulatedLabel(summary, id)];
}
function idOfModel(summary, id) {
  return [...code(id, 80), ...simulatedLabel(summary, id)];
}
function nameSpec(name) {
  return code(name, 80);
}
function subjectTitle(verdicts) {
  return verdicts[0]?.asks === "outcomes" ? "Item" : "Spec";
}
function nameTest(name) {
  return code(name, 160);
}
function joinNames(names, max = 3) {
  const shown = names.slice(0, max);
  const rest = names.length - shown.length;
  const parts = rest === 0 ? shown : [...shown, words(`${rest} more`)];
  return parts.flatMap((part, index) => {
    if (index === 0) return part;
    return [...words(index === parts.length - 1 ? " and " : ", "), ...part];
  });
}
function shortName({ models }, id) {
  const label = models.find((model) => model.id === id)?.label;
  if (label !== void 0) return label;
  const [, name = id] = /^[\w.-]+\/([\w.:@-]+)$/.exec(id) ?? [];
  const isShared = models.some(
    (model) => model.id !== id && (model.id === name || model.id.endsWith(`/${name}`))
  );
  return isShared ? id : name;
}
function simulatedLabel(summary, id) {
  const simulated = summary.models.some((model) => model.id === id && model.simulated);
  return simulated && !id.toLowerCase().includes("simulated") ? words(" (simulated)") : [];
}

export {
  words,
  bold,
  heading,
  small,
  link,
  paragraph,
  bullets,
  caution,
  table,
  folded,
  markedPhrases,
  plainPhrases,
  code,
  prose,
  nameModel,
  boldModel,
  idOfModel,
  nameSpec,
  subjectTitle,
  nameTest,
  joinNames
};
