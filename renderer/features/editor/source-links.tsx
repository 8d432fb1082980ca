import { useTranslation } from 'react-i18next';
import type { BlockView } from '#shared/contract/unit.ts';
import type { Command } from '#shared/model/commands.ts';
import { textOf } from '#shared/model/content.ts';
import type { UnitRecord } from '#shared/model/unit.ts';
import { IconButton } from '#renderer/ui/button.tsx';
import { useBench, useWorkbench } from './workbench-context.ts';

/**
 * The originals this text answers, each of which can be handed to the text before or after it, when the import linked it
 * wrongly. An original is never left without a text: it would be on no page any more.
 */
export function SourceLinks({ unit }: { readonly unit: UnitRecord }) {
  const { t } = useTranslation('editor');
  const workbench = useWorkbench();
  const readOnly = useBench((state) => state.readOnly);
  const { model } = workbench.session;
  const blocks = model.sourceOf(unit);
  const before = model.neighbour(unit.id, -1);
  const after = model.neighbour(unit.id, 1);
  if (blocks.length === 0) return null;
  const hand = (block: BlockView, to: UnitRecord | undefined): void => {
    if (to !== undefined) workbench.try(() => workbench.surface.run(handing(unit, to, block.id, to === before)));
  };
  return (
    <section className="source-links">
      <h2>{t('links.title')}</h2>
      <ul>
        {blocks.map((block) => (
          <li key={block.id} className="source-link">
            <span className="source-link-text" lang={workbench.rows.sourceLanguage}>
              {textOf(block.content)}
            </span>
            <IconButton
              icon="arrowUp"
              small
              label={t('links.toPrevious')}
              isDisabled={readOnly || before === undefined}
              onPress={() => hand(block, before)}
            />
            <IconButton
              icon="arrowDown"
              small
              label={t('links.toNext')}
              isDisabled={readOnly || after === undefined}
              onPress={() => hand(block, after)}
            />
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Takes an original from one text and gives it to another: behind what that one has, or before it. */
export function handing(from: UnitRecord, to: UnitRecord, block: string, behind: boolean): readonly Command[] {
  const others = to.source.filter((id) => id !== block);
  return [
    { type: 'link', unit: from.id, source: from.source.filter((id) => id !== block), received: from.received },
    { type: 'link', unit: to.id, source: behind ? [...others, block] : [block, ...others], received: to.received },
  ];
}
