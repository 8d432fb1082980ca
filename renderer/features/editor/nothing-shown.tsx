import { useTranslation } from 'react-i18next';
import { Button } from '#renderer/ui/button.tsx';
import { EmptyState } from '#renderer/ui/empty-state.tsx';
import { useFilterWords } from './filter-words.tsx';
import { useBench, useWorkbench } from './workbench-context.ts';

/** Where a filter leaves no row to see: what it looked for, and the way back to all of them. */
export function NothingShown() {
  const { t } = useTranslation('editor');
  const workbench = useWorkbench();
  const filter = useBench((state) => state.filter);
  const shown = useBench((state) => state.shown);
  const words = useFilterWords();
  if (shown !== 0) return null;
  return (
    <div className="nothing-shown">
      <EmptyState text={t('filter.none', { filter: words(filter).label })}>
        <Button
          onPress={() => {
            workbench.setFilter('all');
            workbench.focus();
          }}
        >
          {t('filter.showAll')}
        </Button>
      </EmptyState>
    </div>
  );
}
