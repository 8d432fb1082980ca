import { memo, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { StatusSign } from '#renderer/ui/signs.tsx';
import type { Heading } from './headings.ts';
import { useBench, useWorkbench } from './workbench-context.ts';
import type { Workbench } from './workbench.ts';

/** Headings drawn together; what lies off screen is not: 500 headings cost every key 8 ms of layout and painting. */
const PART = 30;

function inParts(headings: readonly Heading[]): readonly (readonly Heading[])[] {
  const count = Math.ceil(headings.length / PART);
  return Array.from({ length: count }, (_, index) => headings.slice(index * PART, (index + 1) * PART));
}

/** The headings of the document, with a sign where work is left below them. */
export function Outline() {
  const { t } = useTranslation(['editor', 'common']);
  const workbench = useWorkbench();
  const headings = useBench((state) => state.headings);
  const active = useBench((state) => state.active);
  const version = useBench((state) => state.version);
  const index = active === null ? -1 : workbench.session.model.indexOf(active);
  const current = headings.findLast(({ from }) => from <= index)?.id;
  const parts = useMemo(
    () =>
      inParts(headings).map((part, index) => (
        <ul key={index * PART} className="outline-part">
          {part.map((heading) => (
            <OutlineItem key={heading.id} heading={heading} current={heading.id === current} workbench={workbench} />
          ))}
        </ul>
      )),
    [headings, current, workbench],
  );
  return (
    <div className="outline">
      <h2 className="outline-title">{t('outline')}</h2>
      {version > 0 && headings.length === 0 ? <p className="muted outline-empty">{t('noHeadings')}</p> : null}
      {parts}
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
