import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Mode, Status } from '#shared/model/unit.ts';
import { ModeSign, StatusSign } from '#renderer/ui/signs.tsx';
import type { Filter } from './workbench-store.ts';

/** What a filter is called, and its sign where it has one. */
export function useFilterWords(): (filter: Filter) => { readonly label: string; readonly sign?: ReactNode } {
  const { t } = useTranslation(['editor', 'common']);
  return (filter) => {
    const [what, value] = filter.split(':');
    if (what === 'status')
      return { label: t(`common:status.${value as Status}`), sign: <StatusSign status={value as Status} /> };
    if (what === 'mode') return { label: t(`common:mode.${value as Mode}`), sign: <ModeSign mode={value as Mode} /> };
    return { label: t(`filter.${filter as 'all' | 'work' | 'findings' | 'stale' | 'facilitator'}`) };
  };
}
