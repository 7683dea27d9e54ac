import { XMLParser, XMLValidator } from 'fast-xml-parser';
import * as z from 'zod';
import { pytestNames } from './pytest-names.ts';
import type { FoundCase, FoundReport, ReportFormat } from './report-format.ts';
import { decodeEntities } from './xml-entities.ts';

const depthLimit = 64;
const attributesKey = ':@';
const textKey = '#text';

// Entities are decoded by our own code after parsing, so those that a DOCTYPE defines have no effect.
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

/** JUnit XML of any runner; no report when it is malformed, cut off or nested too deeply. */
export const junit = {
  name: 'junit',
  mayBe: (text) => text.trimStart().startsWith('<'),
  isPrintedIn: null,
  read: readJunit,
} as const satisfies ReportFormat;

function readJunit(text: string): FoundReport | null {
  const xml = text.trimStart();
  try {
    if (XMLValidator.validate(xml) !== true) return null;
    const nodes: unknown = parser.parse(xml);
    const top = elementsOf(nodes).filter(({ tag }) => tag === 'testsuites' || tag === 'testsuite');
    return top.length === 1 ? { cases: top.flatMap((element) => casesUnder(element, outermost)) } : null;
  } catch {
    // fast-xml-parser throws on names like __proto__ and at its own limits. In both cases the report is unreadable.
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

/** Only the names of `testsuite` count: `testsuites` has the name of the runner. */
function innerSuite({ tag, attributes }: Element, suite: Suite): Suite {
  const name = tag === 'testsuite' ? decodeEntities(attributes['name'] ?? '') : '';
  return {
    file: decodeEntities(attributes['file'] ?? '') || suite.file,
    names: name === '' ? suite.names : [...suite.names, name],
    depth: suite.depth + 1,
  };
}

function caseOf({ attributes, children }: Element, suite: Suite): readonly FoundCase[] {
  const place = placeOf(attributes, suite);
  if (place === null) return [];
  const results = elementsOf(children);
  const skipped = results.some(({ tag }) => tag === 'skipped');
  const fault = results.find(({ tag }) => tag === 'failure' || tag === 'error');
  return [
    {
      ...place,
      status: skipped ? 'skipped' : fault === undefined ? 'passed' : 'failed',
      message: fault === undefined ? '' : messageOf(fault),
    },
  ];
}

/** null if the entry is not a test. */
function placeOf(
  attributes: Element['attributes'],
  suite: Suite,
): Pick<FoundCase, 'file' | 'names' | 'className'> | null {
  const attribute = (key: string): string => decodeEntities(attributes[key] ?? '');
  const [name, classname] = [attribute('name'), attribute('classname')];
  const file = attribute('file') || suite.file;
  if (suite.names.length === 1 && suite.names[0] === 'pytest') {
    const names = pytestNames({ classname, name, file });
    return names === null ? null : { file, names };
  }
  const names = [...suite.names, name];
  // Next to a file, or said already, the class is needed only where two tests still share an id.
  return file === '' && !isSaid(classname, names)
    ? { file, names: names.toSpliced(-1, 0, classname) }
    : { file, names, className: classname };
}

/** Many runners repeat the suite or the whole name as the class, and node:test has one word for all tests. */
function isSaid(classname: string, names: readonly string[]): boolean {
  return (
    classname === '' ||
    classname === 'test' ||
    names.some((name) => name.includes(classname)) ||
    classname === names.join(' ')
  );
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
