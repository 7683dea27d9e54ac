import type { ClauseMap, MappedPart } from '../../clause-map/clause-map.ts';
import { disagreeing, mapLine, noticedBy, noticedWords } from '../words/map-words.ts';
import { joinNames, nameTest } from '../words/naming.ts';
import { bullets, paragraph, table, words, type Blocks } from '../words/phrases.ts';
import { code } from '../words/prose.ts';

/** Which tests notice which parts of one text: what it asks for, disagreements with stated links, and all parts. */
export function mapBlocks(map: ClauseMap): Blocks {
  const line = mapLine(map);
  return [
    { type: 'heading', depth: 5, children: [...words('which tests notice which words')] },
    ...(line.length === 0 ? [] : [paragraph(line)]),
    ...linkBlocks(map),
    table(
      [words('Lines'), words('Words'), words('Tokens'), words('Noticed by')],
      map.parts.map((each) => [
        code(placeOf(each), 160),
        code(each.part.present, 160),
        words(`${each.tokens}`),
        noticedBy(each),
      ]),
    ),
    ...(map.unmoved.length === 0
      ? []
      : [
          paragraph(
            words('No missing part moves '),
            joinNames(
              map.unmoved.map((test) => nameTest(test)),
              10,
            ),
            words(': what they ask for is not in the text, or the models know it anyway.'),
          ),
        ]),
  ];
}

function placeOf({ part: { file, lines } }: MappedPart): string {
  return `${file}:${lines[0]}${lines[1] === lines[0] ? '' : `-${lines[1]}`}`;
}

// Disagreements only: a link that was confirmed stands in the table anyway.
function linkBlocks(map: ClauseMap): Blocks {
  const byId = new Map(map.parts.map((each) => [each.part.id, each] as const));
  const unfounded = disagreeing(map).map(({ mark, test, measured }) => [
    ...words('Linked by '),
    ...code(mark, 120),
    ...words(' to '),
    ...nameTest(test),
    ...words(`, but ${noticedWords[measured]}`),
  ]);
  const unstated = map.links.unstated.flatMap(({ part, test }) => {
    const mapped = byId.get(part);
    if (mapped === undefined) return [];
    return [
      [
        ...nameTest(test),
        ...words(' notices '),
        ...code(placeOf(mapped), 160),
        ...words(', but is not linked to it'),
      ],
    ];
  });
  const said = [...unfounded, ...unstated].slice(0, 50);
  return said.length === 0 ? [] : [bullets(said)];
}
