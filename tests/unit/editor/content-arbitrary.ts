import * as fc from 'fast-check';
import {
  MARKS,
  normalizeContent,
  textRun,
  type Content,
  type PlaceholderRun,
  type Run,
} from '#shared/model/content.ts';

const text = fc
  .oneof(
    fc.string({ unit: 'grapheme', minLength: 1, maxLength: 12 }),
    fc.constantFrom('niñas y niños', '¿Qué?', 'g̃uarani', 'dos\nbloques', '\n', ' ', 'e\u0301'),
  )
  .map((value) => value.replaceAll(/[\t\r]/gu, ' '));

const textRuns: fc.Arbitrary<Run> = fc
  .record({
    text,
    marks: fc.subarray([...MARKS].filter((mark) => mark !== 'subscript')),
    link: fc.option(fc.constantFrom('https://amb.bo/a?b=c;d', 'mailto:a@b.bo', "#x'(y)*~!"), { nil: undefined }),
    format: fc.option(fc.constantFrom('f1', 'ñ;:', ''), { nil: undefined }),
  })
  .map(({ text, marks, link, format }) =>
    textRun(text, marks, { ...(link === undefined ? {} : { link }), ...(format === undefined ? {} : { format }) }),
  );

const placeholders: fc.Arbitrary<PlaceholderRun> = fc.record({
  placeholder: fc.integer({ min: 1, max: 99 }),
  kind: fc.constantFrom('image', 'field', 'noteRef', 'break', 'tab', 'open', 'close'),
  label: fc.string({ maxLength: 6 }),
});

/** Any canonical content. */
export const contents: fc.Arbitrary<Content> = fc
  .array(fc.oneof({ weight: 3, arbitrary: textRuns }, { weight: 1, arbitrary: placeholders }), { maxLength: 8 })
  .map((runs) => normalizeContent(runs));
