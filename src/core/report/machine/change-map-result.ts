import type { z } from 'zod';
import type { ChangeMap } from '../../clause-map/change-map.ts';
import type { Notice } from '../../clause-map/noticing.ts';
import type { changeMapSchema } from './change-map-schema.ts';

type MapResult = z.infer<typeof changeMapSchema>;

/** A map in result.json: which tests notice which changed words. */
export function changeMapResult(map: ChangeMap): MapResult {
  const places = new Map(map.parts.map(({ part }, place) => [part.id, place] as const));
  const placesOf = (ids: readonly string[]): number[] => ids.flatMap((id) => places.get(id) ?? []);
  const noticeOf = ({ test, on, q, beside }: Notice) => ({
    test,
    model: on.model,
    q,
    beside: placesOf(beside),
  });
  return {
    spec: map.spec,
    models: [...new Set(map.subjects.map(({ model }) => model))],
    tests: [...map.tests],
    rules: { ...map.rules },
    parts: map.parts.map(({ part, state, breaks, needs }) => {
      const isRemoved = part.present.trim() === '';
      return {
        file: part.file,
        lines: [...part.lines],
        ...(part.columns === undefined ? {} : { columns: [...part.columns] }),
        text: isRemoved ? part.absent : part.present,
        ...(isRemoved ? { removed: true } : {}),
        state,
        breaks: breaks.map((each) => ({ ...noticeOf(each), absent: each.full, present: each.without })),
        needs: needs.map((each) => ({ ...noticeOf(each), absent: each.without, present: each.full })),
      };
    }),
    unmoved: [...map.unmoved],
    links: {
      stated: map.links.stated.map(({ mark, test, parts, measured }) => {
        return { mark, test, parts: placesOf(parts), measured };
      }),
      unstated: map.links.unstated.flatMap(({ part, test }) =>
        placesOf([part]).map((place) => ({ test, part: place })),
      ),
    },
  };
}
