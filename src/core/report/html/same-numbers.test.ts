import { describe, expect, test } from '@jest/globals';
import { anEvidence } from '../../../testing/builders/an-evidence.ts';
import { htmlPages } from '../../../testing/html-pages.ts';
import { reportSituations } from '../../../testing/builders/report-situations.ts';
import { renderComment } from '../markdown/comment.ts';
import { resultFile } from '../machine/result-file.ts';
import { commentMarker } from '../markdown/marker.ts';
import { plainPhrases } from '../words/phrases.ts';
import { verdictSubject } from '../words/switch-sentences.ts';
import { pValue, points } from '../words/wording.ts';

const judged = Object.entries(reportSituations).filter(
  ([name, { verdicts }]) => verdicts.length > 0 && !['many-specs', 'hostile-names'].includes(name),
);

describe('comment, page and result.json say the same numbers', () => {
  test.each(judged)('%s', (_, summary) => {
    const comment = renderComment(summary, {
      marker: commentMarker('numbers'),
      repositoryUrl: null,
      reportHint: null,
    });
    const page = htmlPages({ summary, evidence: anEvidence(summary) }).get('index.html') ?? '';
    const result = resultFile(summary);

    const ofComment = commentRows(comment);
    const ofPage = pageRows(page);
    const ofResult = result.verdicts.map(({ spec, model, base, head, drop, p, verdict }) => ({
      spec,
      model,
      counts: `${base === null ? 'no base' : `${base.passed}/${base.passed + base.failed}`} → ${head.passed}/${head.passed + head.failed}`,
      drop: drop === null ? '–' : saidDrop(drop.estimate),
      p: p === null ? '–' : pValue(p),
      verdict,
    }));

    expect(ofPage).toHaveLength(ofResult.length);
    for (const [index, row] of ofResult.entries()) {
      const isEmpty = row.counts === '0/0 → 0/0';
      expect(ofPage).toContainEqual({ ...row, ...(isEmpty ? { counts: 'not measured' } : {}) });
      const { p: _p, verdict: _verdict, ...seen } = row;
      // The comment shows the short name.
      const model = summary.verdicts
        .slice(index, index + 1)
        .map((verdict) => plainPhrases(verdictSubject(summary, verdict)).replaceAll(' (simulated)', ''))
        .join('');
      expect(ofComment).toContainEqual({
        ...seen,
        model,
        ...(isEmpty ? { counts: 'nothing measured' } : {}),
      });
    }
    expect(page).toContain(`${result.spent.generations} model call`);
    expect(comment).toContain(`${result.spent.generations} model call`);
  });
});

function saidDrop(drop: number): string {
  return drop < 0 ? `${points(-drop)} better` : points(drop);
}

function commentRows(comment: string) {
  return comment
    .split('\n')
    .filter((line) => /^\| `/.test(line) && / → |nothing measured/.test(line))
    .map((line) => line.split('|').map((cell) => cell.trim()))
    .map(([, spec = '', model = '', counts = '', drop = '']) => ({
      spec: spec.replaceAll('`', ''),
      model: model.replaceAll('`', '').replaceAll(' (simulated)', ''),
      counts: withoutMissing(counts),
      drop: dropInWords(drop),
    }));
}

// The heading of the comment's column has the unit; a new spec has no such column.
function dropInWords(drop: string): string {
  const [, number, better = ''] = /^(\d+)( better)?$/.exec(drop) ?? [];
  return number === undefined ? '–' : `${points(Number(number) / 100)}${better}`;
}

function pageRows(page: string) {
  const p = new Map(rowsOf(page, 'numbers').map((row) => [row.name, row.cells[3]]));
  return rowsOf(page, 'verdicts stack').map(({ name, spec, model, verdict, cells }) => {
    const [, , counts = '', , drop] = cells;
    return {
      ...{ spec, model, verdict },
      counts: drop === undefined ? 'not measured' : withoutMissing(counts),
      drop: dropInWords(drop ?? ''),
      p: p.get(name),
    };
  });
}

/** The rows of a table of the page, without markup. */
function rowsOf(page: string, table: string) {
  const html = new RegExp(`<table class="${table}">([\\s\\S]*?)</table>`).exec(page)?.[1] ?? '';
  return [...html.matchAll(/<tr data-item([\s\S]*?)<\/tr>/g)].map(([row]) => {
    const value = (name: string): string => new RegExp(`data-${name}="([^"]*)"`).exec(row)?.[1] ?? '';
    const cells = [...row.matchAll(/<td[^>]*>([\s\S]*?)<\/td>/g)].map(([, cell = '']) =>
      cell.replaceAll(/<[^>]*>/g, ''),
    );
    return {
      name: /href="([^"]*)"/.exec(row)?.[1],
      ...{ spec: value('spec'), model: value('model'), verdict: value('verdict'), cells },
    };
  });
}

function withoutMissing(counts: string): string {
  return counts.replace(/ \(\d+ not measured\)/, '');
}
