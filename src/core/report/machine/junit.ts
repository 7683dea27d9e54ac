import { XMLBuilder, XMLValidator } from 'fast-xml-parser';
import { harmInText } from '../markdown/assert-harmless.ts';
import { fileText } from './file-text.ts';
import { suiteOf, type Name, type Suite } from './junit-suite.ts';
import type { PortabilitySummary } from '../summary/summary.ts';

/**
 * The run as JUnit XML for dashboards: a suite for each spec and model, with a case for its verdict and for each of
 * its tests.
 */
export function renderJunit(summary: PortabilitySummary, name: Name = (_, text) => fileText(text)): string {
  const xml = documentOf(summary, name);
  // If a harmful name gets through, the counts are written without any names.
  return isHarmless(xml) ? xml : documentOf(summary, (place) => place);
}

function isHarmless(xml: string): boolean {
  return harmInText(xml) === null && XMLValidator.validate(xml) === true;
}

function documentOf(summary: PortabilitySummary, name: Name): string {
  const suites = summary.verdicts.map((verdict, index) => suiteOf(summary, verdict, { index, name }));
  const total = (of: (suite: Suite) => number): number => suites.reduce((sum, suite) => sum + of(suite), 0);
  return builder.build({
    '?xml': { '@version': '1.0', '@encoding': 'UTF-8' },
    testsuites: {
      '@name': 'spec portability',
      '@tests': total((suite) => suite['@tests']),
      '@failures': total((suite) => suite['@failures']),
      '@errors': 0,
      '@skipped': total((suite) => suite['@skipped']),
      '@time': summary.spent.seconds,
      testsuite: suites,
    },
  });
}

const builder = new XMLBuilder({
  ignoreAttributes: false,
  attributeNamePrefix: '@',
  format: true,
  suppressEmptyNode: true,
  // A test may be called "true"; its name must not be dropped as if it were a flag.
  suppressBooleanAttributes: false,
});
