import type { CheckSettings } from '#shared/checks/check.ts';
import { runChecks } from '#shared/checks/registry.ts';
import { fromBlocks, textOf, EMPTY } from '#shared/model/content.ts';
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

/** Counts units of one document, as they are written. */
export function unitCounter(store: Store, document: string): (unit: UnitRecord) => UnitCounts {
  const { sourceLanguage, targetLanguage } = toolkitOf(store, needDocument(store, document));
  const settings: CheckSettings = { sourceLanguage, targetLanguage };
  return (unit) => {
    const own = countWords(textOf(unit.content), targetLanguage);
    return {
      words: own > 0 ? own : store.blocks.wordsOf(unit.source),
      findings: unit.status === 'untranslated' ? 0 : openFindings(store, unit, settings),
    };
  };
}

function openFindings(store: Store, record: UnitRecord, settings: CheckSettings): number {
  const source = fromBlocks(record.source.map((id) => store.blocks.get(id)?.content ?? EMPTY));
  return runChecks({ record, source }, settings).filter((finding) => finding.severity !== 'info').length;
}
