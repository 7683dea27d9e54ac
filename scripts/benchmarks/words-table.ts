import type { Outcomes } from './outcomes.ts';
import { tableOf } from './outcomes.ts';

/** How searches for the words behind a regression ended, with a stored base and with none, at both caps. */
export function wordsTable({ range }: Outcomes): string {
  const of = (subject: string, situation: string): string =>
    range('words-search', (row) => row.subject === subject && row.what.startsWith(situation));
  const caps = ['cap 60', 'cap 20'];
  return tableOf(
    [
      'drop, changed parts',
      ...caps.flatMap((cap) => [`${cap}: claims a part`, 'of these right', 'generations']),
    ],
    [15, 35, 55].flatMap((rate) =>
      [8, 20, 60].map((parts) => {
        const situation = `95 → ${rate}, ${parts} parts, `;
        return [
          `95 → ${rate} %, ${parts}`,
          ...caps.flatMap((cap) => [
            of(`claims a part, ${cap}`, situation),
            of(`right where 95 % is claimed, ${cap}`, situation),
            of(`samples, ${cap}`, situation),
          ]),
        ];
      }),
    ),
  );
}
