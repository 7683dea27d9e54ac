import { describe, expect, test } from '@jest/globals';
import { characters, fit } from './fit.ts';

const report = {
  leads: [() => 'lead', () => 'ld'],
  sections: [() => 'one', () => 'two'],
  pointer: 'more',
  leftOut: null,
  size: characters,
};

describe('fitting a report', () => {
  test.each([
    [40, 'lead\none\ntwo'],
    [16, 'lead\none\nmore'],
    [12, 'lead\nmore'],
    [9, 'ld\nmore'],
  ])('into %i characters gives %j', (limit, text) => {
    const fitted = fit({ ...report, limit });

    expect(fitted).toBe(text);
    expect(fitted.length).toBeLessThanOrEqual(limit);
  });

  test('what is not among the sections is said whether they fit or not', () => {
    expect(fit({ ...report, leftOut: 'not here', limit: 40 })).toBe('lead\none\ntwo\nnot here');
    expect(fit({ ...report, leftOut: 'not here', limit: 25 })).toBe('lead\none\nnot here\nmore');
  });

  test('no section is rendered after the first that does not fit', () => {
    const rendered: string[] = [];
    const section = (name: string) => () => {
      rendered.push(name);
      return name.repeat(10);
    };

    fit({ ...report, sections: [section('a'), section('b')], limit: 12 });

    expect(rendered).toEqual(['a']);
  });
});
