import { placeholdersOf, type Content, type PlaceholderKind } from '#shared/model/content.ts';
import type { Check } from '../check.ts';

/** Those whose order says something: which note is which, what stands in which box. Others may follow the grammar. */
const ORDERED: ReadonlySet<PlaceholderKind> = new Set(['noteRef', 'image', 'textBox', 'object', 'equation']);

/** Notes, images and boxes that are all there, in another order than the original's. */
export const placeholderOrder: Check = {
  name: 'placeholder-order',
  modes: ['faithful', 'adapted'],
  run({ record, source, hasPlaceholders }) {
    if (!hasPlaceholders) return [];
    const before = ordered(source);
    if (before.length < 2) return [];
    const after = ordered(record.content);
    const isSame = before.join(' ') === after.join(' ');
    if (isSame || before.toSorted((a, b) => a - b).join(' ') !== after.toSorted((a, b) => a - b).join(' ')) return [];
    return [{ code: 'placeholderOrder', params: {}, severity: 'info' }];
  },
};

function ordered(content: Content): readonly number[] {
  return placeholdersOf(content).flatMap(({ placeholder, kind }) => (ORDERED.has(kind) ? [placeholder] : []));
}
