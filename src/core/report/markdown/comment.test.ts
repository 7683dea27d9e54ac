import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { anyCharacter } from '../../../testing/builders/any-character.ts';
import type { Nodes, Table } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmFromMarkdown } from 'mdast-util-gfm';
import { gfm } from 'micromark-extension-gfm';
import { aChange, aHunk, aModel, aRow, aSummary, aVerdict } from '../../../testing/builders/a-summary.ts';
import { hostileText } from '../../../testing/builders/hostile-text.ts';
import { reportSituations } from '../../../testing/builders/report-situations.ts';
import { harmIn } from './assert-harmless.ts';
import { renderComment } from './comment.ts';
import { renderJobSummary } from './job-summary.ts';
import { commentMarker } from './marker.ts';
import type { PortabilitySummary } from '../summary/summary.ts';

const options = {
  marker: commentMarker('key'),
  repositoryUrl: 'https://github.com/octo/repo',
  reportHint: 'the job summary',
};

// Several tests read one comment, and a large one takes a second to make.
const comments = new Map<string, string>();

function commentOf(name: string): string {
  const comment = comments.get(name) ?? renderComment(situation(name), options);
  comments.set(name, comment);
  return comment;
}

describe('a comment', () => {
  test.each(Object.keys(reportSituations))('of the situation %s is harmless and short enough', (name) => {
    const comment = commentOf(name);

    expect(comment.length).toBeLessThanOrEqual(60_000);
    expect(harmIn(comment, options)).toBeNull();
    expect(comment).not.toContain('withheld');
  });

  test.each(Object.keys(reportSituations))('of the situation %s says neither "safe" nor "p = 0"', (name) => {
    const comment = commentOf(name);

    expect(name === 'hostile-names' ? '' : comment).not.toMatch(/\bsafe\b|p = 0\b/i);
  });

  test('begins with its state, then says what happened, then that the tests changed too', () => {
    const summary = aSummary({ changes: [aChange({ changedTests: ['test/a.test.ts'] })] });

    expect(renderComment(summary, options).split('\n').slice(2, 7)).toEqual([
      '### Spec portability · ✅ holds',
      '',
      expect.stringContaining('Held on **`claude-sonnet-5-5`**'),
      '',
      expect.stringContaining('The tests changed too'),
    ]);
  });

  test.each([
    ['regressed', "**The intent did not change, this model's reading did.**"],
    ['improved', "**The intent did not change, this model's reading did.**"],
    ['suspected', "**The intent did not change, but perhaps this model's reading did.**"],
  ] as const)(
    'begins with the reading where only markup and white space changed and a model %s',
    (verdict, line) => {
      const changes = situation('same-words').changes;

      expect(firstLine(aSummary({ changes, verdicts: [aVerdict({ verdict })] }))).toBe(line);
    },
  );

  test('is sure of the reading as soon as one verdict is', () => {
    const { changes } = situation('same-words');
    const verdicts = [aVerdict({ verdict: 'suspected' }), aVerdict({ model: 'b', verdict: 'regressed' })];

    expect(firstLine(aSummary({ changes, verdicts }))).toBe(
      "**The intent did not change, these models' reading did.**",
    );
  });

  test.each([
    ['regressed', 'The tests did not change, and **`claude-sonnet-5-5`** now fails its tests'],
    ['suspected', 'The tests did not change, and **`claude-sonnet-5-5`** may now fail its tests'],
  ] as const)('says of other words only what is known, where a model %s', (verdict, line) => {
    const comment = renderComment(aSummary({ verdicts: [aVerdict({ verdict })] }), options);

    expect(comment).toContain(line);
    expect(comment).not.toContain('intent');
  });

  test('says of several models what is known, and blames the change where the tests changed too', () => {
    const verdicts = ['a', 'b'].map((model) => aVerdict({ model, verdict: 'regressed' }));
    const withTests = aChange({ changedTests: ['test/a.test.ts'] });

    expect(renderComment(aSummary({ verdicts }), options)).toContain(
      'The tests did not change, and 2 of 2 models now fail: **`a`**',
    );
    expect(renderComment(aSummary({ changes: [withTests], verdicts }), options)).toContain(
      'This change makes 2 of 2 models fail: **`a`**',
    );
  });

  test.each(['held', 'inconclusive', 'base-too-weak'] as const)(
    'says nothing of the reading when a reworded spec is %s',
    (verdict) => {
      const { changes } = situation('same-words');

      expect(renderComment(aSummary({ changes, verdicts: [aVerdict({ verdict })] }), options)).not.toContain(
        'intent did not change',
      );
    },
  );

  test('says nothing of the reading when the tests changed, or a word did', () => {
    const [reworded = aChange()] = situation('same-words').changes;
    const verdicts = [aVerdict({ verdict: 'regressed' })];
    const withTests = { ...reworded, changedTests: ['test/a.test.ts'] };

    expect(firstLine(aSummary({ changes: [withTests], verdicts }))).toMatch(/^This change makes/);
    expect(firstLine(aSummary({ conclusion: 'failure', changes: [aChange()], verdicts }))).toMatch(
      /^The tests did not change/,
    );
  });

  test('that has no room for all its rows names what it leaves out, and where that is', () => {
    expect(commentOf('many-specs').trimEnd()).toMatch(
      /Too long for here: 231 more verdicts, the statistics, every test \(1,200 rows\)\. It is all in the job summary\.$/,
    );
  });

  test('has no link where the address of the repository is not known', () => {
    expect(renderComment(situation('regression'), { ...options, repositoryUrl: null })).not.toContain('](');
  });

  test('is not written under a marker that could not be found again', () => {
    expect(() => renderComment(aSummary(), { ...options, marker: '<!-- x -->' })).toThrow(
      'Not a comment marker',
    );
  });
});

describe('a job summary', () => {
  test('stays under one mebibyte and shows what the comment folds', () => {
    const page = renderJobSummary(situation('many-specs'), options);

    expect(Buffer.byteLength(page)).toBeLessThan(1024 * 1024);
    expect(page).toContain('<details open>');
    expect(page).toContain('spec-40 > rule 30');
  });
});

describe('whatever the names and texts are', () => {
  const anyText = fc.oneof(
    fc.constantFrom(...hostileText),
    fc.string({ unit: anyCharacter, maxLength: 60 }),
    fc
      .array(
        fc.constantFrom(
          '`',
          '|',
          '\\',
          '\n',
          '<',
          '>',
          '@a',
          '#1',
          '[',
          ']',
          '(',
          ')',
          '!',
          '*',
          '_',
          '~',
          '::',
          ' ',
          'a',
          'www.a.bc',
          '$',
          '&lt;',
          '\u202E',
        ),
        { maxLength: 40 },
      )
      .map((parts) => parts.join('')),
  );

  test('the comment is a tree of our own nodes, and its tables keep their columns', () => {
    fc.assert(
      fc.property(fc.array(anyText, { minLength: 12, maxLength: 12 }), (texts) => {
        const comment = renderComment(filledWith(texts), options);
        const tree = fromMarkdown(comment, { extensions: [gfm()], mdastExtensions: [gfmFromMarkdown()] });
        const nodes = nodesOf(tree);
        const tables = nodes.filter((node): node is Table => node.type === 'table');

        expect(harmIn(comment, options)).toBeNull();
        expect(comment).not.toContain('withheld');
        expect(tables.map((table) => [...new Set(table.children.map((row) => row.children.length))])).toEqual(
          [[5], [3], [5], [4], [4], [3]],
        );
        expect(nodes.filter((node) => node.type === 'heading')).toHaveLength(1);
        // The marker, the small line, and six folded tables, a list and the notes.
        expect(nodes.filter((node) => node.type === 'html')).toHaveLength(1 + 2 + 2 * 7);
        // Two commits, and twice the lines of the one hunk if its path can be linked.
        expect(nodes.filter((node) => node.type === 'link').length).toBeLessThanOrEqual(4);
      }),
      { numRuns: 80 },
    );
  });
});

function situation(name: string): PortabilitySummary {
  return reportSituations[name] ?? aSummary();
}

function firstLine(summary: PortabilitySummary): string | undefined {
  return renderComment(summary, options).split('\n')[4];
}

function nodesOf(node: Nodes): readonly Nodes[] {
  return 'children' in node ? [node, ...node.children.flatMap((child) => nodesOf(child))] : [node];
}

function filledWith(texts: readonly string[]): PortabilitySummary {
  const named = (index: number): string => texts[index] ?? '';
  const [spec, one, two, test, why, file] = [named(0), named(1), named(2), named(3), named(4), named(5)];
  const [added, note, served, stopped] = [named(6), named(7), named(8), named(9)];
  const [other, changed] = [named(10), named(11)];
  const hunk = aHunk({ file, added: [added, other], removed: [note] });
  const half = { passed: 20, failed: 0 };
  const none = { passed: 0, failed: 5 };
  return aSummary({
    conclusion: 'failure',
    models: [
      aModel(`1${one}`, { servedBy: [served], effort: other }),
      aModel(`2${two}`, { stopped, simulated: true }),
    ],
    changes: [{ ...aChange({ hunks: [hunk], changedTests: [changed] }), name: spec }],
    verdicts: [
      aVerdict({ spec, model: `1${one}`, verdict: 'regressed', brokenTests: [test], culprit: [hunk] }),
      aVerdict({ spec, model: `2${two}`, verdict: 'inconclusive', why }),
    ],
    matrix: [
      aRow(test, { [`1${one}`]: { base: half, head: none } }, { spec }),
      aRow(other, { [`1${one}`]: { base: null, head: none } }, { spec, on: 'head-only' }),
    ],
    portability: [{ spec, base: 1, head: 0.5, portableOn: [one] }],
    notes: [note, why],
  });
}
