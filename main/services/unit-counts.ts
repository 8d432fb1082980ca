import type { CheckSettings } from '#shared/checks/check.ts';
import { runChecks } from '#shared/checks/registry.ts';
import { fromBlocks, textOf, EMPTY, type Content } from '#shared/model/content.ts';
import type { UnitRecord } from '#shared/model/unit.ts';
import { countWords } from '#shared/text/count-words.ts';
import type { Store } from '#main/store/store.ts';
import { needDocument, toolkitOf } from './library-commands.ts';

/** What the library adds up, kept beside each unit's text. */
export interface UnitCounts {
  /** Of the text, or of the original while there is none: so that progress has something left to do. */
  readonly words: number;
  /** Open errors and warnings; of a unit nobody has begun there are none. */
  readonly findings: number;
}

/**
 * Counts units of one document, as they are written. `contentOf` gives a block's text where it is at hand: an import writes
 * ten thousand units at once, and reading each block back took a third of its time.
 */
export function unitCounter(
  store: Store,
  document: string,
  contentOf: (block: string) => Content = (block) => store.blocks.get(block)?.content ?? EMPTY,
): (unit: UnitRecord) => UnitCounts {
  const { sourceLanguage, targetLanguage } = toolkitOf(store, needDocument(store, document));
  const settings: CheckSettings = { sourceLanguage, targetLanguage };
  return (unit) => {
    const own = countWords(textOf(unit.content), targetLanguage);
    return {
      words: own > 0 ? own : store.blocks.wordsOf(unit.source),
      findings: unit.status === 'untranslated' ? 0 : openFindings(unit, contentOf, settings),
    };
  };
}

function openFindings(record: UnitRecord, contentOf: (block: string) => Content, settings: CheckSettings): number {
  const source = fromBlocks(record.source.map(contentOf));
  return runChecks({ record, source }, settings).filter((finding) => finding.severity !== 'info').length;
}
