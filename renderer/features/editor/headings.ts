import { textOf } from '#shared/model/content.ts';
import { isDone, STATUSES, type Status, type UnitId, type UnitRecord } from '#shared/model/unit.ts';
import type { DocumentModel } from '#renderer/editor/model/document-model.ts';

export interface Heading {
  readonly id: UnitId;
  readonly level: number;
  readonly text: string;
  /** The least status of what lies under it; null when all is done. */
  readonly behind: Status | null;
  /** Its place in reading order. */
  readonly from: number;
}

/** The headings of a document. Those that did not change stay the objects of `known`, so that only others are drawn again. */
export function headingsOf(model: DocumentModel, known: readonly Heading[]): readonly Heading[] {
  const headings: Heading[] = [];
  let from = 0;
  for (const unit of model.units()) {
    if (unit.kind === 'heading' && unit.mode !== 'omitted') {
      const text = wordsOf(unit, model);
      if (text !== '') headings.push({ id: unit.id, level: unit.level ?? 1, text, behind: null, from });
    }
    const last = headings.at(-1);
    if (last !== undefined && !isDone(unit) && below(unit.status, last.behind)) {
      headings[headings.length - 1] = { ...last, behind: unit.status };
    }
    from += 1;
  }
  const byId = new Map(known.map((heading) => [heading.id, heading]));
  return headings.map((heading) => {
    const old = byId.get(heading.id);
    return old !== undefined && same(old, heading) ? old : heading;
  });
}

function same(a: Heading, b: Heading): boolean {
  return a.text === b.text && a.level === b.level && a.behind === b.behind && a.from === b.from;
}

/** Its adapted text; while there is none, the original. */
export function wordsOf(unit: UnitRecord, model: DocumentModel): string {
  const target = textOf(unit.content).trim();
  if (target !== '') return target;
  const source = model.sourceOf(unit).map(({ content }) => textOf(content));
  return source.join(' ').trim();
}

function below(status: Status, than: Status | null): boolean {
  return than === null || STATUSES.indexOf(status) < STATUSES.indexOf(than);
}
