import type { ClauseMap } from '../../clause-map/clause-map.ts';
import { disagreements, mapLine, noticedBy, placeOf, unmovedLine } from '../words/map-words.ts';
import { bold, bullets, paragraph, table, words, type Blocks } from '../words/phrases.ts';
import { code } from '../words/prose.ts';

/** Which tests notice which parts of one text: what it asks for, disagreements with stated links, and all parts. */
export function mapBlocks(map: ClauseMap): Blocks {
  const line = mapLine(map);
  const against = disagreements(map);
  const unmoved = unmovedLine(map, 'missing');
  return [
    paragraph(bold(words('Which tests notice which words'))),
    ...(line.length === 0 ? [] : [paragraph(line)]),
    ...(against.length === 0 ? [] : [bullets(against)]),
    table(
      [words('Lines'), words('Words'), words('Tokens'), words('Noticed by')],
      map.parts.map((each) => [
        code(placeOf(each), 160),
        code(each.part.present, 160),
        words(`${each.tokens}`),
        noticedBy(each),
      ]),
    ),
    ...(unmoved.length === 0 ? [] : [paragraph(unmoved)]),
  ];
}
