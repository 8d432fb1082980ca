import { expect, test } from 'vitest';
import { PRESENTATION_FORMATS } from '#shared/model/slides.ts';
import { FORMATS } from '#main/formats/registry.ts';

test('the formats said to have slides are those that can tell them', () => {
  const telling = FORMATS.filter((format) => format.slides !== undefined).map(({ id }) => id);
  expect(telling.toSorted()).toEqual(PRESENTATION_FORMATS.toSorted());
});
