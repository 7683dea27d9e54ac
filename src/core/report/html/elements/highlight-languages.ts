// The languages of highlight.js/lib/common, each of which is set up when a text in it is coloured.
import type { LanguageFn } from 'highlight.js';
import xml from 'highlight.js/lib/languages/xml';
import bash from 'highlight.js/lib/languages/bash';
import c from 'highlight.js/lib/languages/c';
import cpp from 'highlight.js/lib/languages/cpp';
import csharp from 'highlight.js/lib/languages/csharp';
import css from 'highlight.js/lib/languages/css';
import markdown from 'highlight.js/lib/languages/markdown';
import diff from 'highlight.js/lib/languages/diff';
import ruby from 'highlight.js/lib/languages/ruby';
import go from 'highlight.js/lib/languages/go';
import graphql from 'highlight.js/lib/languages/graphql';
import ini from 'highlight.js/lib/languages/ini';
import java from 'highlight.js/lib/languages/java';
import javascript from 'highlight.js/lib/languages/javascript';
import json from 'highlight.js/lib/languages/json';
import kotlin from 'highlight.js/lib/languages/kotlin';
import less from 'highlight.js/lib/languages/less';
import lua from 'highlight.js/lib/languages/lua';
import makefile from 'highlight.js/lib/languages/makefile';
import perl from 'highlight.js/lib/languages/perl';
import objectivec from 'highlight.js/lib/languages/objectivec';
import php from 'highlight.js/lib/languages/php';
import phpTemplate from 'highlight.js/lib/languages/php-template';
import plaintext from 'highlight.js/lib/languages/plaintext';
import python from 'highlight.js/lib/languages/python';
import pythonRepl from 'highlight.js/lib/languages/python-repl';
import r from 'highlight.js/lib/languages/r';
import rust from 'highlight.js/lib/languages/rust';
import scss from 'highlight.js/lib/languages/scss';
import shell from 'highlight.js/lib/languages/shell';
import sql from 'highlight.js/lib/languages/sql';
import swift from 'highlight.js/lib/languages/swift';
import yaml from 'highlight.js/lib/languages/yaml';
import typescript from 'highlight.js/lib/languages/typescript';
import vbnet from 'highlight.js/lib/languages/vbnet';
import wasm from 'highlight.js/lib/languages/wasm';

/** A language of the highlighter: its grammar, its other names, and the languages that its texts can hold. */
type Language = {
  readonly grammar: LanguageFn;
  readonly aliases: readonly string[];
  readonly holds: readonly string[];
};

/** By name. A test holds this table against the library. */
export const languages: Readonly<Record<string, Language>> = {
  xml: {
    grammar: xml,
    aliases: ['html', 'xhtml', 'rss', 'atom', 'xjb', 'xsd', 'xsl', 'plist', 'wsf', 'svg'],
    holds: ['css', 'javascript'],
  },
  bash: { grammar: bash, aliases: ['sh', 'zsh'], holds: [] },
  c: { grammar: c, aliases: ['h'], holds: [] },
  cpp: { grammar: cpp, aliases: ['cc', 'c++', 'h++', 'hpp', 'hh', 'hxx', 'cxx'], holds: [] },
  csharp: { grammar: csharp, aliases: ['cs', 'c#'], holds: [] },
  css: { grammar: css, aliases: [], holds: [] },
  markdown: { grammar: markdown, aliases: ['md', 'mkdown', 'mkd'], holds: ['xml'] },
  diff: { grammar: diff, aliases: ['patch'], holds: [] },
  ruby: { grammar: ruby, aliases: ['rb', 'gemspec', 'podspec', 'thor', 'irb'], holds: [] },
  go: { grammar: go, aliases: ['golang'], holds: [] },
  graphql: { grammar: graphql, aliases: ['gql'], holds: [] },
  ini: { grammar: ini, aliases: ['toml'], holds: [] },
  java: { grammar: java, aliases: ['jsp'], holds: [] },
  javascript: { grammar: javascript, aliases: ['js', 'jsx', 'mjs', 'cjs'], holds: ['xml', 'css', 'graphql'] },
  json: { grammar: json, aliases: ['jsonc', 'json5'], holds: [] },
  kotlin: { grammar: kotlin, aliases: ['kt', 'kts', 'ktm', 'ktx'], holds: [] },
  less: { grammar: less, aliases: [], holds: [] },
  lua: { grammar: lua, aliases: ['pluto'], holds: [] },
  makefile: { grammar: makefile, aliases: ['mk', 'mak', 'make'], holds: [] },
  perl: { grammar: perl, aliases: ['pl', 'pm'], holds: [] },
  objectivec: {
    grammar: objectivec,
    aliases: ['mm', 'objc', 'obj-c', 'obj-c++', 'objective-c++'],
    holds: [],
  },
  php: { grammar: php, aliases: [], holds: [] },
  'php-template': { grammar: phpTemplate, aliases: [], holds: ['xml', 'php'] },
  plaintext: { grammar: plaintext, aliases: ['text', 'txt'], holds: [] },
  python: { grammar: python, aliases: ['py', 'gyp', 'ipython'], holds: [] },
  'python-repl': { grammar: pythonRepl, aliases: ['pycon'], holds: ['python'] },
  r: { grammar: r, aliases: [], holds: [] },
  rust: { grammar: rust, aliases: ['rs'], holds: [] },
  scss: { grammar: scss, aliases: [], holds: [] },
  shell: { grammar: shell, aliases: ['console', 'shellsession'], holds: ['bash'] },
  sql: { grammar: sql, aliases: [], holds: [] },
  swift: { grammar: swift, aliases: [], holds: [] },
  yaml: { grammar: yaml, aliases: ['yml'], holds: ['ruby'] },
  typescript: { grammar: typescript, aliases: ['ts', 'tsx', 'mts', 'cts'], holds: ['xml', 'css', 'graphql'] },
  vbnet: { grammar: vbnet, aliases: ['vb'], holds: [] },
  wasm: { grammar: wasm, aliases: [], holds: [] },
};
