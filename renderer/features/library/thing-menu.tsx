import { useTranslation } from 'react-i18next';
import type { Library } from '#shared/contract/library.ts';
import type { MenuEntries, MenuEntry } from '#renderer/ui/menu.tsx';
import { go } from '#renderer/app/routes.ts';
import { useFindingsReport } from '#renderer/features/checks/use-findings-report.ts';
import { isArchived, nameOf, type Thing } from './things.ts';
import type { LibraryActions } from './use-actions.ts';

/** What the view opens for a thing. */
export type ThingDialog = 'rename' | 'move' | 'newModule' | 'rules';

/** The entries of a thing's menu: the same on its button and under the right mouse button. */
export function useThingEntries(
  library: Library | null,
  actions: LibraryActions,
  open: (dialog: ThingDialog, thing: Thing) => void,
  importInto: (module: string) => void,
): (thing: Thing) => MenuEntries {
  const { t } = useTranslation(['library', 'help', 'checks']);
  const report = useFindingsReport();
  return (thing) => {
    if (library === null) return [];
    const documents = documentsIn(thing, library);
    const own: Record<Thing['of'], MenuEntries> = {
      toolkit: [
        { id: 'newModule', label: t('newModule'), icon: 'add', onAction: () => open('newModule', thing) },
        { id: 'rename', label: t('menu.details'), icon: 'edit', keys: 'F2', onAction: () => open('rename', thing) },
        { id: 'rules', label: t('checks:menu'), icon: 'settings', onAction: () => open('rules', thing) },
      ],
      module: [
        { id: 'import', label: t('menu.import'), icon: 'import', onAction: () => importInto(thing.id) },
        { id: 'rename', label: t('menu.rename'), icon: 'edit', keys: 'F2', onAction: () => open('rename', thing) },
      ],
      document: [
        {
          id: 'open',
          label: t('menu.open'),
          icon: 'document',
          keys: 'Enter',
          onAction: () => go({ view: 'document', id: thing.id }),
        },
        { id: 'rename', label: t('menu.rename'), icon: 'edit', keys: 'F2', onAction: () => open('rename', thing) },
        { id: 'move', label: t('menu.move'), icon: 'move', onAction: () => open('move', thing) },
        {
          id: 'up',
          label: t('menu.moveUp'),
          icon: 'arrowUp',
          keys: 'Alt+↑',
          onAction: () => actions.moveBy(thing, -1),
        },
        {
          id: 'down',
          label: t('menu.moveDown'),
          icon: 'arrowDown',
          keys: 'Alt+↓',
          onAction: () => actions.moveBy(thing, 1),
        },
      ],
    };
    const bundle: MenuEntry = {
      id: 'bundle',
      label: t('menu.bundle'),
      icon: 'bundle',
      isDisabled: documents.length === 0,
      onAction: () => go({ view: 'bundle', documents }),
    };
    const archive: MenuEntry = {
      id: 'archive',
      label: t(isArchived(thing, library) ? 'menu.unarchive' : 'menu.archive'),
      icon: 'archive',
      onAction: () => actions.toggleArchived(thing),
    };
    const remove: MenuEntry = {
      id: 'delete',
      label: t('menu.delete'),
      icon: 'delete',
      keys: t('help:keyName.delete'),
      onAction: () => actions.remove(thing),
    };
    const reports = (['html', 'csv'] as const).map((as) => ({
      id: `report-${as}`,
      label: t(as === 'html' ? 'checks:report.menu' : 'checks:report.menuCsv'),
      icon: 'warning' as const,
      isDisabled: documents.length === 0,
      onAction: () => report(documents, nameOf(thing, library), as),
    }));
    return [...own[thing.of], null, bundle, ...reports, null, archive, remove];
  };
}

function documentsIn(thing: Thing, library: Library): readonly string[] {
  const modules =
    thing.of === 'toolkit'
      ? library.modules.filter((module) => module.toolkit === thing.id).map((module) => module.id)
      : [thing.id];
  return library.documents
    .filter((document) => (thing.of === 'document' ? document.id === thing.id : modules.includes(document.module)))
    .map((document) => document.id);
}
