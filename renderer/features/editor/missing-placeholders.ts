import { placeholdersOf, type PlaceholderRun } from '#shared/model/content.ts';
import type { UnitRecord } from '#shared/model/unit.ts';
import type { DocumentModel } from '#renderer/editor/model/document-model.ts';

/**
 * Placeholders of the received translation, or where there is none of the original, that the adapted text lacks. Those
 * that print nothing (bookmarks, hidden text) are not offered.
 */
export function missingPlaceholders(unit: UnitRecord, model: DocumentModel): readonly PlaceholderRun[] {
  const blocks = unit.received.length > 0 ? model.receivedOf(unit) : model.sourceOf(unit);
  const present = new Set(placeholdersOf(unit.content).map(keyOf));
  return blocks
    .flatMap(({ content }) => placeholdersOf(content))
    .filter((run) => !present.has(keyOf(run)) && !['bookmark', 'hidden', 'comment', 'break', 'tab'].includes(run.kind));
}

function keyOf({ kind, placeholder }: PlaceholderRun): string {
  return `${kind} ${placeholder}`;
}
