import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import type { ImportPlan } from '#shared/contract/imports.ts';
import type { BlockView } from '#shared/contract/unit.ts';
import { useFormat } from '#renderer/i18n/format.ts';
import { IconButton } from '#renderer/ui/button.tsx';
import { BlockText } from './content-text.tsx';
import { isPair, isWeak, needsLook, type Row } from './rows.ts';
import type { Mending } from './use-mending.ts';

/** What is dragged: the number of the line the translation comes from. */
const LINE = 'application/x-adapta-line';

export function rowId(key: string): string {
  return `align-${key}`;
}

/** One line: the original, its link, its translation. The line with the cursor carries the tools. */
export const AlignRow = memo(function AlignRow({
  row,
  index,
  plan,
  mending,
  onChoose,
  onPlace,
}: {
  readonly row: Row;
  readonly index: number;
  readonly plan: ImportPlan;
  /** Null: the cursor is elsewhere. */
  readonly mending: Mending | null;
  readonly onChoose: (index: number) => void;
  readonly onPlace: (from: number, to: number) => void;
}) {
  const current = mending !== null;
  return (
    <div
      id={rowId(row.key)}
      className="align-row"
      {...{ role: 'row' }}
      aria-rowindex={index + 1}
      aria-selected={current}
      data-current={current}
      data-weak={isWeak(row)}
      data-pair={isPair(row)}
      data-look={needsLook(row)}
      onDragOver={(event) => {
        if (event.dataTransfer.types.includes(LINE)) event.preventDefault();
      }}
      onDrop={(event) => {
        const from = event.dataTransfer.getData(LINE);
        if (from !== '') onPlace(Number(from), index);
      }}
      onPointerDown={() => {
        if (!current) onChoose(index);
      }}
    >
      <Cell blocks={row.source.map((at) => plan.source[at])} empty="noSource" />
      <LinkSign row={row} mending={mending} />
      <Cell blocks={row.received.map((at) => plan.received[at])} empty="noReceived" line={index} />
    </div>
  );
}, sameRow);

interface RowProps {
  readonly row: Row;
  readonly index: number;
  readonly plan: ImportPlan;
  readonly mending: Mending | null;
}

/** `onChoose` and `onPlace` always do the same; only the line with the cursor sees the mending change. */
function sameRow(a: RowProps, b: RowProps): boolean {
  return a.row === b.row && a.index === b.index && a.plan === b.plan && a.mending === null && b.mending === null;
}

function Cell({
  blocks,
  empty,
  line,
}: {
  readonly blocks: readonly (BlockView | undefined)[];
  readonly empty: 'noSource' | 'noReceived';
  /** For a translation: the line it can be dragged from. */
  readonly line?: number;
}) {
  const { t } = useTranslation('import');
  const present = blocks.filter((block): block is BlockView => block !== undefined);
  return (
    <div
      className="align-cell"
      {...{ role: 'gridcell' }}
      {...(line === undefined || present.length === 0 ? {} : dragged(line))}
    >
      {present.length === 0 ? <span className="muted">{t(empty)}</span> : null}
      {present.map((block) => (
        <BlockText key={block.id} block={block} />
      ))}
    </div>
  );
}

function dragged(line: number): React.HTMLAttributes<HTMLDivElement> {
  return {
    draggable: true,
    onDragStart: (event) => {
      event.dataTransfer.setData(LINE, String(line));
      event.dataTransfer.effectAllowed = 'move';
    },
  };
}

function LinkSign({ row, mending }: { readonly row: Row; readonly mending: Mending | null }) {
  const { t } = useTranslation('import');
  const format = useFormat();
  const words = isPair(row)
    ? isWeak(row)
      ? t('link.weak', { percent: format.percent(row.confidence) })
      : t('link.sure')
    : t('link.none');
  return (
    <div className="align-link" {...{ role: 'gridcell' }} title={words}>
      <span className="visually-hidden">{words}</span>
      {isWeak(row) ? (
        <span className="align-percent" aria-hidden="true">
          {t('link.percent', { percent: format.percent(row.confidence) })}
        </span>
      ) : null}
      {mending === null ? null : <Tools row={row} mending={mending} />}
    </div>
  );
}

function Tools({ row, mending }: { readonly row: Row; readonly mending: Mending }) {
  const { t } = useTranslation('import');
  return (
    <div className="align-tools">
      {needsLook(row) ? (
        <IconButton
          icon="check"
          small
          label={t('keys.accept')}
          keys={t('keys.space')}
          excludeFromTabOrder
          onPress={mending.accept}
        />
      ) : null}
      {row.source.length + row.received.length > 1 ? (
        <IconButton
          icon="unlink"
          small
          label={t('keys.unlink')}
          keys="U"
          excludeFromTabOrder
          onPress={mending.unlink}
        />
      ) : null}
      <IconButton icon="link" small label={t('keys.link')} keys="L" excludeFromTabOrder onPress={mending.link} />
      {row.received.length === 0 ? null : (
        <>
          <IconButton
            icon="arrowUp"
            small
            label={t('keys.shiftUp')}
            keys="↑"
            excludeFromTabOrder
            onPress={() => mending.shift(-1)}
          />
          <IconButton
            icon="arrowDown"
            small
            label={t('keys.shiftDown')}
            keys="↓"
            excludeFromTabOrder
            onPress={() => mending.shift(1)}
          />
        </>
      )}
    </div>
  );
}
