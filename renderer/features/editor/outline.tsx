import { memo, useMemo, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { textOf } from '#shared/model/content.ts';
import { isDone, STATUSES, type Status, type UnitId, type UnitRecord } from '#shared/model/unit.ts';
import type { DocumentModel } from '#renderer/editor/model/document-model.ts';
import { StatusSign } from '#renderer/ui/signs.tsx';
import { useBench, useWorkbench } from './workbench-context.ts';
import type { Workbench } from './workbench.ts';

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
  const active = useBench((state) => state.active);
  const { model } = workbench.session;
  const known = useRef<readonly Heading[]>([]);
  const headings = useMemo(() => {
    known.current = reuse(headingsOf(model), known.current);
    return known.current;
  }, [model, version, phase]);
  const index = active === null ? -1 : model.indexOf(active);
  const current = headings.findLast(({ from }) => from <= index)?.id;
  const items = useMemo(
    () =>
      headings.map((heading) => (
        <OutlineItem key={heading.id} heading={heading} current={heading.id === current} workbench={workbench} />
      )),
    [headings, current, workbench],
  );
  return (
    <div className="outline">
      <h2 className="outline-title">{t('outline')}</h2>
      {headings.length === 0 ? <p className="muted outline-empty">{t('noHeadings')}</p> : null}
      <ul>{items}</ul>
    </div>
  );
}

const OutlineItem = memo(function OutlineItem({
  heading: { id, level, text, behind },
  current,
  workbench,
}: {
  readonly heading: Heading;
  readonly current: boolean;
  readonly workbench: Workbench;
}) {
  return (
    <li>
      <button
        type="button"
        className="outline-item"
        data-level={Math.min(level, 4)}
        aria-current={current ? 'true' : undefined}
        onClick={() => workbench.go(id)}
      >
        <span className="outline-text">{text}</span>
        {behind === null ? null : <StatusSign status={behind} named />}
      </button>
    </li>
  );
});

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

/** Headings that did not change stay the same objects, so that only changed items are drawn again. */
function reuse(fresh: readonly Heading[], known: readonly Heading[]): readonly Heading[] {
  const byId = new Map(known.map((heading) => [heading.id, heading]));
  return fresh.map((heading) => {
    const old = byId.get(heading.id);
    const same =
      old?.text === heading.text &&
      old.level === heading.level &&
      old.behind === heading.behind &&
      old.from === heading.from;
    return same ? old : heading;
  });
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
