import { createRequire as __cr } from 'node:module'; const require = __cr(import.meta.url);
import {
  bold,
  bullets,
  caution,
  folded,
  heading,
  link,
  markedPhrases,
  paragraph,
  plainPhrases,
  small,
  table,
  words,
  writeMarkdown
} from "./chunk-K4PPAGNS.js";
import "./chunk-TZXIYNRP.js";
export {
  bold,
  bullets,
  caution,
  folded,
  heading,
  link,
  markedPhrases,
  paragraph,
  plainPhrases,
  small,
  table,
  words,
  writeMarkdown
};
