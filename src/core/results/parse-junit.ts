import { XMLParser, XMLValidator } from 'fast-xml-parser';
import * as z from 'zod';
import { casesOf, reportSizeLimit } from './found-case.ts';
import type { FoundCase } from './found-case.ts';
import type { Root } from './case-id.ts';
import type { TestReport } from './test-report.ts';

const depthLimit = 64;
const attributesKey = ':@';
const textKey = '#text';

// Entities are decoded by us, after parsing: those that a DOCTYPE defines then mean nothing.
const parser = new XMLParser({
  preserveOrder: true,
  ignoreAttributes: false,
  attributeNamePrefix: '',
  processEntities: false,
  parseTagValue: false,
  parseAttributeValue: false,
  trimValues: false,
});

const nodesSchema = z.array(z.record(z.string(), z.unknown()));
const attributesSchema = z.record(z.string(), z.string()).catch({});

type Element = {
  readonly tag: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: unknown;
};

type Suite = { readonly file: string; readonly names: readonly string[]; readonly depth: number };

/** Reads a JUnit XML report of any runner; null when it is malformed, cut off or nested beyond reason. */
export function parseJunit(text: string, root: Root): TestReport | null {
  if (text.length > reportSizeLimit) return null;
  try {
    if (XMLValidator.validate(text) !== true) return null;
    const nodes: unknown = parser.parse(text);
    const top = elementsOf(nodes).filter(({ tag }) => tag === 'testsuites' || tag === 'testsuite');
    const found = top.length === 1 ? top.flatMap((element) => casesUnder(element, outermost)) : null;
    const cases = found === null ? null : casesOf(found, root);
    return cases === null ? null : { format: 'junit', cases };
  } catch {
    // fast-xml-parser throws on names like __proto__ and on its own limits; either way nobody can read the report.
    return null;
  }
}

const outermost: Suite = { file: '', names: [], depth: 0 };

function casesUnder(element: Element, suite: Suite): readonly FoundCase[] {
  if (suite.depth > depthLimit) throw new Error('nested too deep');
  if (element.tag === 'testcase') return caseOf(element, suite);
  if (element.tag !== 'testsuite' && element.tag !== 'testsuites') return [];
  const inner = innerSuite(element, suite);
  return elementsOf(element.children).flatMap((child) => casesUnder(child, inner));
}

/** Only `testsuite` names count: `testsuites` carries the name of the runner. */
function innerSuite({ tag, attributes }: Element, suite: Suite): Suite {
  const name = tag === 'testsuite' ? decodeEntities(attributes['name'] ?? '') : '';
  return {
    file: decodeEntities(attributes['file'] ?? '') || suite.file,
    names: name === '' ? suite.names : [...suite.names, name],
    depth: suite.depth + 1,
  };
}

function caseOf({ attributes, children }: Element, suite: Suite): readonly FoundCase[] {
  const names = namesOf(attributes, suite);
  if (names === null) return [];
  const results = elementsOf(children);
  const skipped = results.some(({ tag }) => tag === 'skipped');
  const fault = results.find(({ tag }) => tag === 'failure' || tag === 'error');
  return [
    {
      file: decodeEntities(attributes['file'] ?? '') || suite.file,
      names,
      status: skipped ? 'skipped' : fault === undefined ? 'passed' : 'failed',
      message: fault === undefined ? '' : messageOf(fault),
    },
  ];
}

/** null where the entry is no test. */
function namesOf(attributes: Element['attributes'], suite: Suite): readonly string[] | null {
  const attribute = (key: string): string => decodeEntities(attributes[key] ?? '');
  const isPytest = suite.names.length === 1 && suite.names[0] === 'pytest' && attribute('file') !== '';
  if (!isPytest) return [...suite.names, attribute('name')];
  return pytestNames({ classname: attribute('classname'), name: attribute('name'), file: attribute('file') });
}

function messageOf({ attributes, children }: Element): string {
  const text = elementsOf(children)
    .filter(({ tag }) => tag === textKey)
    .map((child) => String(child.children))
    .join('');
  return decodeEntities(attributes['message'] ?? text).trim();
}

function elementsOf(nodes: unknown): readonly Element[] {
  const read = nodesSchema.safeParse(nodes);
  if (!read.success) return [];
  return read.data.flatMap((node) => {
    const attributes = attributesSchema.parse(node[attributesKey] ?? {});
    return Object.entries(node)
      .filter(([key]) => key !== attributesKey)
      .map(([tag, children]) => ({ tag, attributes, children }));
  });
}

/** The parts of pytest's `testcase` that say where a test stands. */
export type PytestCase = { readonly classname: string; readonly name: string; readonly file: string };

/**
 * Nested classes and name of a test of pytest, whose one suite is called after the program and whose class names begin
 * with the module; null for its entry of a file that could not be collected, which is no test.
 */
function pytestNames({ classname, name, file }: PytestCase): readonly string[] | null {
  if (classname === '') return null;
  const module = file.replace(/\.py$/, '').replaceAll('/', '.');
  if (classname === module) return [name];
  return classname.startsWith(`${module}.`)
    ? [...classname.slice(module.length + 1).split('.'), name]
    : [classname, name];
}

const named: ReadonlyMap<string, string> = new Map([
  ['lt', '<'],
  ['gt', '>'],
  ['amp', '&'],
  ['quot', '"'],
  ['apos', "'"],
]);

/** Decodes XML's five named entities and the numeric ones, once; any other stays as it is written. */
function decodeEntities(text: string): string {
  return text.replaceAll(/&(#x[0-9a-f]{1,6}|#\d{1,7}|\w+);/gi, (whole: string, entity: string) => {
    if (!entity.startsWith('#')) return named.get(entity) ?? whole;
    const isHex = entity.charAt(1).toLowerCase() === 'x';
    const code = Number.parseInt(entity.slice(isHex ? 2 : 1), isHex ? 16 : 10);
    return isCharacter(code) ? String.fromCodePoint(code) : whole;
  });
}

function isCharacter(code: number): boolean {
  return code > 0 && code <= 0x10_ff_ff && (code < 0xd8_00 || code > 0xdf_ff);
}
