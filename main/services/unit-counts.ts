import { textOf } from '#shared/model/content.ts';
import type { UnitRecord } from '#shared/model/unit.ts';
import { countWords } from '#shared/text/count-words.ts';
import type { Store } from '#main/store/store.ts';

/** Words of a unit's text, or of its original while there is none: so that progress has something left to do. */
export function wordsOf(store: Store, unit: UnitRecord): number {
  const own = countWords(textOf(unit.content));
  return own > 0 ? own : store.blocks.wordsOf(unit.source);
}
