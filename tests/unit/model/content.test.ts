import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  blocksOf,
  contentEquals,
  contentLength,
  cutsCharacter,
  fromBlocks,
  givenContent,
  isText,
  joinContents,
  normalizeContent,
  plain,
  sameLook,
  sliceContent,
  splitContent,
  textOf,
  textRun,
  type Content,
} from '#shared/model/content.ts';
import { bareContent, content, looseRuns } from '#tests/builders/arbitrary-content.ts';

/** Content and a position in it that cuts no character in two. */
function cut(): fc.Arbitrary<readonly [Content, number]> {
  return fc.tuple(content, fc.nat()).map(([runs, number]) => {
    const length = contentLength(runs);
    const at = length === 0 ? 0 : number % (length + 1);
    return [runs, cutsCharacter(runs, at) ? at - 1 : at] as const;
  });
}

function isWellFormed(runs: Content): boolean {
  const open: number[] = [];
  for (const run of runs) {
    if (isText(run)) continue;
    if (run.kind === 'open') open.push(run.placeholder);
    if (run.kind === 'close' && open.pop() !== run.placeholder) return false;
  }
  return open.length === 0;
}

describe('content a person gives', () => {
  it.each([
    ['a\u0000b\u0007', 'ab'],
    ['a\uD800', 'a'],
    ['\uDE00\uFFFF😀', '😀'],
    ['a\tb\nc', 'a\tb\nc'],
  ])('leaves out what no file can hold: %j', (given, expected) => {
    expect(textOf(givenContent([{ text: given, marks: [] }]))).toBe(expected);
  });

  it('is empty when no character of it can be held', () => {
    expect(givenContent([{ text: '\u0000', marks: [] }])).toEqual([]);
  });
});

describe('canonical form', () => {
  it('is reached in one step', () => {
    fc.assert(
      fc.property(looseRuns, (runs) => {
        const once = normalizeContent(runs);
        expect(normalizeContent(once)).toBe(once);
      }),
    );
  });

  it('has no empty runs and no neighbours that look alike', () => {
    fc.assert(
      fc.property(looseRuns, (runs) => {
        const canonical = normalizeContent(runs);
        const texts = canonical.filter((run) => isText(run));
        const alike = canonical.filter((run, index) => {
          const next = canonical[index + 1];
          return next !== undefined && isText(run) && isText(next) && sameLook(run, next);
        });
        expect(texts.filter((run) => run.text === '')).toEqual([]);
        expect(alike).toEqual([]);
      }),
    );
  });

  it('keeps the text, composed', () => {
    fc.assert(
      fc.property(looseRuns, (runs) => {
        expect(textOf(normalizeContent(runs)).normalize('NFC')).toBe(textOf(runs).normalize('NFC'));
      }),
    );
  });
});

describe('slicing', () => {
  it('at any place gives two parts that make the whole', () => {
    fc.assert(
      fc.property(cut(), ([runs, at]) => {
        const whole = normalizeContent([...sliceContent(runs, 0, at), ...sliceContent(runs, at)]);
        expect(whole).toEqual(runs);
      }),
    );
  });

  it('gives as many positions as asked for', () => {
    fc.assert(
      fc.property(cut(), ([runs, at]) => {
        expect(contentLength(sliceContent(runs, 0, at))).toBe(at);
      }),
    );
  });
});

describe('splitting', () => {
  it('and joining gives the content back', () => {
    fc.assert(
      fc.property(cut(), ([runs, at]) => {
        expect(joinContents(splitContent(runs, at), '')).toEqual(runs);
      }),
    );
  });

  it('leaves both halves well formed', () => {
    fc.assert(
      fc.property(cut(), ([runs, at]) => {
        for (const half of splitContent(runs, at)) expect(isWellFormed(half)).toBe(true);
      }),
    );
  });

  it('inside a pair closes and reopens it', () => {
    const runs: Content = [
      { placeholder: 1, kind: 'open', label: '' },
      textRun('uno dos'),
      { placeholder: 1, kind: 'close', label: '' },
    ];
    const [left, right] = splitContent(runs, 4);
    expect(textOf(left)).toBe('uno');
    expect(textOf(right)).toBe(' dos');
  });
});

describe('joining', () => {
  it('puts the separator between what is not empty only', () => {
    expect(joinContents([plain('uno'), [], plain('dos')], ' ')).toEqual(plain('uno dos'));
  });

  it('with a separator heals a pair that was cut', () => {
    fc.assert(
      fc.property(cut(), ([runs, at]) => {
        const joined = joinContents(splitContent(runs, at), ' ');
        expect(isWellFormed(joined)).toBe(true);
        expect(joined.filter((run) => !isText(run))).toHaveLength(runs.filter((run) => !isText(run)).length);
      }),
    );
  });
});

describe('blocks of a unit', () => {
  it('come back from their joined content', () => {
    fc.assert(
      fc.property(fc.array(content, { minLength: 1, maxLength: 4 }), (blocks) => {
        expect(blocksOf(fromBlocks(blocks))).toEqual(blocks);
      }),
    );
  });

  it('are the same after joining again, whatever the look of the line feeds', () => {
    const withFeeds = fc
      .array(bareContent, { minLength: 1, maxLength: 3 })
      .map((parts) =>
        normalizeContent(parts.flatMap((part, index) => (index === 0 ? part : [textRun('\n', ['bold']), ...part]))),
      );
    fc.assert(
      fc.property(withFeeds, (runs) => {
        expect(blocksOf(fromBlocks(blocksOf(runs)))).toEqual(blocksOf(runs));
      }),
    );
  });

  it('are at least one', () => {
    expect(blocksOf([])).toEqual([[]]);
  });
});

describe('equality', () => {
  it('tells marks, links and formats', () => {
    expect(contentEquals([textRun('a')], [textRun('a', ['bold'])])).toBe(false);
    expect(contentEquals([textRun('a')], [textRun('a', [], { link: 'https://example.org' })])).toBe(false);
    expect(contentEquals([textRun('a')], [textRun('a', [], { format: 'f1' })])).toBe(false);
  });
});
