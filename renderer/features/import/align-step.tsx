import { useEffect, useRef, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { ImportPlan } from '#shared/contract/imports.ts';
import { EmptyState } from '#renderer/ui/empty-state.tsx';
import { AlignRow, rowId } from './align-row.tsx';
import { Chunk } from './chunk.tsx';
import type { Mending } from './use-mending.ts';

/** Lines drawn together; small enough to draw within a frame, large enough for few containers. */
const CHUNK = 40;
const PAGE = 10;

/** Step 2: both texts side by side as they will be, weak links dotted, mended by keys or with the mouse. */
export function AlignStep({ plan, mending }: { readonly plan: ImportPlan; readonly mending: Mending }) {
  const { t } = useTranslation('import');
  const grid = useRef<HTMLDivElement>(null);
  const { rows, at } = mending;
  const now = useRef(mending);
  useEffect(() => {
    now.current = mending;
  });
  // Lines keep the first one they get: it must find the mending of the moment.
  const place = (from: number, to: number): void => now.current.place(from, to);

  useEffect(() => grid.current?.focus({ preventScroll: true }), []);
  const key = rows[at]?.key;
  useEffect(() => {
    if (key !== undefined) document.getElementById(rowId(key))?.scrollIntoView({ block: 'nearest' });
  }, [key]);

  if (rows.length === 0) return <EmptyState text={t('nothingToAlign')} />;
  const chunks = Array.from({ length: Math.ceil(rows.length / CHUNK) }, (_unused, index) => index * CHUNK);
  return (
    <div className="align">
      <div className="align-head" aria-hidden="true">
        <span>
          {t('side.source')}
          {plan.sourceLanguage === null ? '' : ` (${plan.sourceLanguage})`}
        </span>
        <span />
        <span>
          {t('side.received')}
          {plan.receivedLanguage === null ? '' : ` (${plan.receivedLanguage})`}
        </span>
      </div>
      <div
        ref={grid}
        className="align-grid"
        role="grid"
        aria-label={t('alignTitle')}
        aria-rowcount={rows.length}
        aria-colcount={3}
        aria-activedescendant={key === undefined ? '' : rowId(key)}
        tabIndex={0}
        onKeyDown={(event) => onKey(event, mending)}
      >
        {chunks.map((from) => (
          <Chunk key={from} forced={at >= from && at < from + CHUNK} count={Math.min(CHUNK, rows.length - from)}>
            {() =>
              rows
                .slice(from, from + CHUNK)
                .map((row, index) => (
                  <AlignRow
                    key={row.key}
                    row={row}
                    index={from + index}
                    plan={plan}
                    mending={from + index === at ? mending : null}
                    onChoose={mending.moveTo}
                    onPlace={place}
                  />
                ))
            }
          </Chunk>
        ))}
      </div>
    </div>
  );
}

/** N and Shift+N, Alt+↑↓, ↑ ↓, U, L, Space, Ctrl+Z (interface.md, "Import"). */
function onKey(event: KeyboardEvent, mending: Mending): void {
  if (event.target !== event.currentTarget && event.key === ' ') return;
  const deed = deedOf(event, mending);
  if (deed === undefined) return;
  event.preventDefault();
  event.stopPropagation();
  deed();
}

function deedOf(event: KeyboardEvent, mending: Mending): (() => void) | undefined {
  const { at, moveTo } = mending;
  if (event.ctrlKey || event.metaKey) return event.key.toLowerCase() === 'z' ? mending.undo : undefined;
  if (event.altKey) {
    if (event.key === 'ArrowDown') return () => moveTo(at + 1);
    if (event.key === 'ArrowUp') return () => moveTo(at - 1);
    return undefined;
  }
  const deeds: Readonly<Record<string, () => void>> = {
    ArrowDown: () => mending.shift(1),
    ArrowUp: () => mending.shift(-1),
    PageDown: () => moveTo(at + PAGE),
    PageUp: () => moveTo(at - PAGE),
    Home: () => moveTo(0),
    End: () => moveTo(Number.MAX_SAFE_INTEGER),
    n: () => mending.nextToLookAt(1),
    N: () => mending.nextToLookAt(-1),
    u: mending.unlink,
    l: mending.link,
    ' ': mending.accept,
  };
  return deeds[event.key.length === 1 && !event.shiftKey ? event.key.toLowerCase() : event.key];
}
