import { useTranslation } from 'react-i18next';
import { contentEquals, fromBlocks } from '#shared/model/content.ts';
import { Button } from '#renderer/ui/button.tsx';
import { EmptyState } from '#renderer/ui/empty-state.tsx';
import { DiffText } from '#renderer/features/history/diff-text.tsx';
import { reasonWords } from './row-words.ts';
import { SourceLinks } from './source-links.tsx';
import { useActiveUnitLater, useBench, useWorkbench } from './workbench-context.ts';

/** The received translation of the active row, what changed since, and the way back to it. */
export function Comparison() {
  const { t } = useTranslation(['editor', 'common']);
  const workbench = useWorkbench();
  const readOnly = useBench((state) => state.readOnly);
  const unit = useActiveUnitLater();
  if (unit === undefined) return <EmptyState text={t('comparison.nowhere')} />;
  const received = fromBlocks(workbench.session.model.receivedOf(unit).map(({ content }) => content));
  // A file of two languages has a place for the translation also where nobody translated.
  if (received.length === 0) {
    return (
      <div className="comparison">
        <p className="muted">{t('comparison.none')}</p>
        <SourceLinks unit={unit} />
      </div>
    );
  }
  const same = contentEquals(received, unit.content);
  return (
    <div className="comparison">
      <h2>{t('comparison.received')}</h2>
      <div lang={workbench.rows.targetLanguage}>
        <DiffText before={received} after={unit.content} />
      </div>
      {same ? <p className="muted">{t('comparison.same')}</p> : null}
      {unit.adaptation === null ? null : (
        <p className="comparison-reason">
          {t(`common:mode.${unit.mode}`)}: {reasonWords(unit.adaptation, t)}
        </p>
      )}
      {same || readOnly ? null : (
        <Button
          look="normal"
          icon="reset"
          onPress={() =>
            workbench.try(() => workbench.surface.run([{ type: 'edit', unit: unit.id, content: received }]))
          }
        >
          {t('comparison.restore')}
        </Button>
      )}
      <SourceLinks unit={unit} />
    </div>
  );
}
