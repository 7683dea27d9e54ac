import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { OutputRing } from './output-ring.ts';

test('output of any length in any pieces keeps its head and its tail and counts the rest', () => {
  const pieces = fc.array(
    fc.uint8Array({ maxLength: 40 }).map((bytes) => bytes.map((byte) => 97 + (byte % 26))),
  );
  fc.assert(
    fc.property(pieces, fc.integer({ min: 0, max: 60 }), (chunks, cap) => {
      const ring = new OutputRing(cap);
      for (const chunk of chunks) ring.push(Buffer.from(chunk));
      const whole = Buffer.concat(chunks).toString();
      const { text, droppedBytes } = ring.clipped();
      expect(droppedBytes).toBe(Math.max(0, whole.length - cap));
      const tail = whole.slice(whole.length - Math.floor(cap / 2));
      const cut = `${whole.slice(0, Math.ceil(cap / 2))}\n[... ${droppedBytes} bytes left out ...]\n${tail}`;
      expect(text).toBe(droppedBytes === 0 ? whole : cut);
    }),
  );
});
