import type { CheckSettings, Finding } from '#shared/checks/check.ts';
import { findingKey, textsKey } from '#shared/checks/identity.ts';
import { runChecks } from '#shared/checks/registry.ts';
import { fromBlocks, textOf, EMPTY, type Content } from '#shared/model/content.ts';
import type { UnitRecord } from '#shared/model/unit.ts';
import { countWords } from '#shared/text/count-words.ts';
import type { Store } from '#main/store/store.ts';
import { readCheckSettings } from './check-settings.ts';
import { needDocument, toolkitOf } from './library-commands.ts';

/** What the library adds up, kept beside each unit's text. */
export interface UnitCounts {
  /** Of the text, or of the original while there is none: so that progress has something left to do. */
  readonly words: number;
  /**
   * Open errors and warnings of the unit by itself, without the glossary and the other units, which may change and leave
   * this one alone; of a unit nobody has begun there are none, nor are ignored ones counted.
   */
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
  const { id, sourceLanguage, targetLanguage } = toolkitOf(store, needDocument(store, document));
  const settings: CheckSettings = { sourceLanguage, targetLanguage, ...readCheckSettings(store, id) };
  return (unit) => {
    const own = countWords(textOf(unit.content), targetLanguage);
    return {
      words: own > 0 ? own : store.blocks.wordsOf(unit.source),
      findings: unit.status === 'untranslated' ? 0 : openFindings(store, unit, contentOf, settings),
    };
  };
}

function openFindings(
  store: Store,
  record: UnitRecord,
  contentOf: (block: string) => Content,
  settings: CheckSettings,
): number {
  const source = fromBlocks(record.source.map(contentOf));
  const received = record.mode === 'adapted' ? fromBlocks(record.received.map(contentOf)) : EMPTY;
  const unit = { record, source, ...(received.length === 0 ? {} : { received }) };
  const told = runChecks(unit, settings).filter((finding) => finding.severity !== 'info');
  return told.length === 0 ? 0 : told.filter(notIgnored(store, unit)).length;
}

/** Tells the findings of a unit that nobody has decided to leave for the texts it has. */
export function notIgnored(
  store: Store,
  unit: { readonly record: UnitRecord; readonly source: Content },
): (finding: Finding) => boolean {
  const ignored = store.ignoredFindings.ofUnit(unit.record.id);
  if (ignored.length === 0) return () => true;
  const texts = textsKey(unit);
  const keys = new Set(ignored.flatMap((one) => (one.texts === texts ? [one.finding] : [])));
  return (finding) => !keys.has(findingKey(finding));
}
