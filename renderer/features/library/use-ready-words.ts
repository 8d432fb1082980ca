import { useTranslation } from 'react-i18next';
import { useFormat } from '#renderer/i18n/format.ts';
import type { ToolkitShelf } from './order.ts';

/** How many words of a toolkit are ready, for the status line; empty when it has none. */
export function useReadyWords(shelf: ToolkitShelf | null): string {
  const { t } = useTranslation('library');
  const format = useFormat();
  const progress = shelf?.modules.flatMap(({ documents }) => documents.map((document) => document.progress)) ?? [];
  const words = progress.reduce((sum, each) => sum + each.words, 0);
  const done = progress.reduce((sum, each) => sum + each.doneWords, 0);
  return words === 0 ? '' : t('ready', { count: words, done: format.number(done), n: format.number(words) });
}
