import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { textOf } from '#shared/model/content.ts';
import { isDone, STATUSES, type Status, type UnitId, type UnitRecord } from '#shared/model/unit.ts';
import type { DocumentModel } from '#renderer/editor/model/document-model.ts';
import { StatusSign } from '#renderer/ui/signs.tsx';
import { useActiveUnit, useBench, useWorkbench } from './workbench-context.ts';

interface Heading {
  readonly id: UnitId;
  readonly level: number;
  readonly text: string;
  /** The least of what lies under it; null when all is done. */
  readonly behind: Status | null;
  readonly from: number;
}

/** The headings of the document, with a sign where work is left below them. */
export function Outline() {
  const { t } = useTranslation(['editor', 'common']);
  const workbench = useWorkbench();
  const version = useBench((state) => state.version);
  const phase = useBench((state) => state.phase);
  const active = useActiveUnit();
  const { model } = workbench.session;
  const headings = useMemo(() => headingsOf(model), [model, version, phase]);
  const index = active === undefined ? -1 : model.indexOf(active.id);
  const current = headings.findLast(({ from }) => from <= index)?.id;
  return (
    <div className="outline">
      <h2 className="outline-title">{t('outline')}</h2>
      {headings.length === 0 ? <p className="muted outline-empty">{t('noHeadings')}</p> : null}
      <ul>
        {headings.map(({ id, level, text, behind }) => (
          <li key={id}>
            <button
              type="button"
              className="outline-item"
              data-level={Math.min(level, 4)}
              aria-current={id === current ? 'true' : undefined}
              onClick={() => workbench.go(id)}
            >
              <span className="outline-text">{text}</span>
              {behind === null ? null : <StatusSign status={behind} named />}
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}

function headingsOf(model: DocumentModel): readonly Heading[] {
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
  return headings;
}

function wordsOf(unit: UnitRecord, model: DocumentModel): string {
  const target = textOf(unit.content).trim();
  return target === ''
    ? model
        .sourceOf(unit)
        .map(({ content }) => textOf(content))
        .join(' ')
        .trim()
    : target;
}

function below(status: Status, than: Status | null): boolean {
  return than === null || STATUSES.indexOf(status) < STATUSES.indexOf(than);
}
