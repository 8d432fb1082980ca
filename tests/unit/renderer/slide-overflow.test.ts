import { expect, test } from 'vitest';
import { plain } from '#shared/model/content.ts';
import type { SlideBox } from '#shared/model/slides.ts';
import type { UnitRecord } from '#shared/model/unit.ts';
import { DocumentModel } from '#renderer/editor/model/document-model.ts';
import { overflows } from '#renderer/features/slides/overflow.ts';

const BOX: SlideBox = { container: 'slide:1/sp2', what: 'text', x: 0, y: 0, width: 100, height: 20, fontSize: 18 };
const LONG = 'Un texto que ya no cabe de ninguna manera en un recuadro tan bajo. '.repeat(4);

/** One unit in the box, adapted to `now` from a received `before`. */
function slide(before: string, now: string, mode: UnitRecord['mode'] = 'faithful') {
  const model = new DocumentModel('d');
  const block = {
    id: 'r',
    side: 'received',
    kind: 'paragraph',
    container: BOX.container,
    content: plain(before),
  } as const;
  const unit: UnitRecord = {
    id: 'u',
    document: 'd',
    kind: 'paragraph',
    placement: { container: BOX.container, position: 'a0' },
    source: [],
    received: ['r'],
    content: plain(now),
    mode,
    status: 'draft',
    audience: 'everyone',
    adaptation: null,
    stale: false,
  };
  model.append([unit], [block]);
  return { model, units: model.inContainer(BOX.container) };
}

test('a text that grew beyond its box is told', () => {
  const { model, units } = slide('Corto', LONG);
  expect(overflows(BOX, units, model)).toBe(true);
});

test('a text that never fitted is nobody’s new trouble', () => {
  const { model, units } = slide(LONG, `${LONG} y algo más`);
  expect(overflows(BOX, units, model)).toBe(false);
});

test('a box that grows with its text is never too small', () => {
  const { model, units } = slide('Corto', LONG);
  expect(overflows({ ...BOX, fits: 'grows' }, units, model)).toBe(false);
});

test('what is left out takes no room', () => {
  const { model, units } = slide('Corto', LONG, 'omitted');
  expect(overflows(BOX, units, model)).toBe(false);
});
