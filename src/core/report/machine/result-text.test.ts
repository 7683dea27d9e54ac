import { expect, test } from '@jest/globals';
import { hostileText } from '../../../testing/builders/hostile-text.ts';
import { jsonText } from './result-text.ts';

test.each(hostileText)(
  'JSON that holds %j reads back the same and holds no command and no control character',
  (text) => {
    const printed = jsonText({ [text]: [text] });

    expect(JSON.parse(printed)).toEqual({ [text]: [text] });
    expect(printed).not.toMatch(/##\[|(?!\n)[\p{Cc}\p{Bidi_Control}]|^\s*::/mu);
  },
);
